import { expect, test } from "vitest";
import { protocol } from "#shared/sync/protocol.ts";
import { apiClient, startApiPortal } from "../../support/portal-api.ts";
import { freshDatabase } from "../../support/stores.ts";
import { createWriter } from "../../support/wire-events.ts";

test("two nodes on one PostgreSQL are one portal", async (context) => {
  const databaseUrl = await freshDatabase(context);
  const one = await startApiPortal({ databaseUrl });
  const two = await startApiPortal({ databaseUrl });
  try {
    const first = await one.office("Kantor A");
    const second = await one.pc(first.office);
    const beyond = apiClient(two, second.token, second.office);

    // Who waits at one node hears what comes in at the other.
    const waiting = beyond.feed("0", 20);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const writer = createWriter();
    const events = writer.some(40);
    await first.push(events);
    expect(protocol.feed.response.parse((await waiting).json()).items).toHaveLength(40);

    // The same batches at both nodes at once stand there once, in the writer's order.
    const batches = [writer.some(30), writer.some(30)];
    const all = [...events, ...batches.flat()];
    const through = apiClient(two, first.token, first.office);
    await Promise.all([first.push(all), through.push(all), beyond.push(all)]);
    const feed = protocol.feed.response.parse((await through.feed()).json());
    expect(feed.items).toEqual(all.map((event) => ({ event })));

    // Both make the same snapshot, so a broken line goes on at either.
    const [here, there] = [await first.get("/snapshot"), await through.get("/snapshot")];
    expect(here.headers["etag"]).toBe(there.headers["etag"]);
    expect(here.rawPayload.equals(there.rawPayload)).toBe(true);

    // A PC that is revoked at one node is nobody at the other.
    const { devices } = (await first.get("/devices")).json<{ devices: { id: string }[] }>();
    await first.post("/devices/revoke", { device: devices[1]?.id });
    expect((await beyond.get("/state")).statusCode).toBe(401);
  } finally {
    await one.stop();
    await two.stop();
  }
});
