import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clearFiles } from "../../../portal/files/clear.ts";
import {
  fileClient,
  hashOf,
  type Pc,
  type RunningPortal,
  startPortal,
} from "../../support/portal-over-http.ts";
import { postgresDatabase } from "../../support/postgres.ts";
import { startS3 } from "../../support/s3.ts";

describe("two nodes of one portal", () => {
  let missing = "";
  let one: RunningPortal;
  let two: RunningPortal;
  let pc: Pc;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const database = await postgresDatabase();
    if ("missing" in database) {
      missing = `no PostgreSQL here: ${database.missing}`;
      return;
    }
    const s3 = await startS3();
    stop = s3.stop;
    const config = { databaseUrl: database.url, s3: s3.settings };
    one = await startPortal({ config });
    two = await startPortal({ config });
    pc = await one.office("Dinas Kominfo Kabupaten Contoh");
  });
  beforeEach((test) => {
    if (missing !== "") test.skip(missing);
  });
  afterAll(async () => {
    if (missing !== "") return;
    await one.close();
    await two.close();
    await stop();
  });

  async function named(size: number) {
    const bytes = randomBytes(size);
    await one.accepted(pc.office, { sha256: hashOf(bytes) });
    return bytes;
  }

  it("take one upload in turns, and both read the file", async () => {
    const bytes = await named(6_000_000);
    const [first, second] = [fileClient(one, pc), fileClient(two, pc)];
    const made = await first.create(hashOf(bytes), bytes.length);
    const place = made.headers.get("location") ?? "";
    expect((await first.patch(place, 0, bytes.subarray(0, 1000))).status).toBe(204);
    const head = await second.tus("HEAD", place);
    expect(head.headers.get("upload-offset")).toBe("1000");
    expect((await second.patch(place, 1000, bytes.subarray(1000, 5_500_000))).status).toBe(204);
    expect((await first.patch(place, 1000, bytes.subarray(1000))).status).toBe(409);
    expect((await first.patch(place, 5_500_000, bytes.subarray(5_500_000))).status).toBe(204);
    for (const client of [first, second]) {
      const read = await client.read(hashOf(bytes));
      expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true);
    }
  });

  it("let go of a request that has lost its line when the PC comes to the other node", async () => {
    const bytes = await named(1000);
    const [first, second] = [fileClient(one, pc), fileClient(two, pc)];
    const place = (await first.create(hashOf(bytes), 1000)).headers.get("location") ?? "";
    let began = false;
    const hanging = new AbortController();
    const stuck = fetch(one.url(place), {
      method: "PATCH",
      headers: {
        authorization: `Bearer ${pc.token}`,
        "tus-resumable": "1.0.0",
        "upload-offset": "0",
        "content-type": "application/offset+octet-stream",
      },
      body: new ReadableStream<Uint8Array>({
        pull(controller) {
          if (began) return new Promise(() => {});
          began = true;
          controller.enqueue(bytes.subarray(0, 100));
          return undefined;
        },
      }),
      duplex: "half",
      signal: hanging.signal,
    } as RequestInit).catch(() => null);
    const leases = () => one.ctx().store.db.selectFrom("upload_lease").select("holder").execute();
    await expect.poll(leases).toHaveLength(1);
    let offset = 0;
    let status = 0;
    for (let tried = 0; tried < 3 && status !== 204; tried += 1) {
      ({ status } = await second.patch(place, offset, bytes.subarray(offset)));
      const head = await second.tus("HEAD", place);
      offset = Number(head.headers.get("upload-offset") ?? 0);
    }
    expect(status).toBe(204);
    hanging.abort();
    await stuck;
    expect(await second.missing(hashOf(bytes))).toEqual([]);
  });

  it("clear one at a time", async () => {
    const clear = (node: RunningPortal) => clearFiles({ ...node.ctx(), storage: node.ctx().files });
    const results = await Promise.all([clear(one), clear(two), clear(one)]);
    expect(results.some((result) => result !== null)).toBe(true);
    expect(results.some((result) => result === null)).toBe(true);
  });
});
