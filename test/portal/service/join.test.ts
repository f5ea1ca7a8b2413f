import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authenticate } from "../../../portal/service/callers.ts";
import { listDevices, makeCode, revokeDevice } from "../../../portal/service/devices.ts";
import { join, letterOf } from "../../../portal/service/join.ts";
import { addOffice, findOffice, renameOffice } from "../../../portal/service/offices.ts";
import type { Store } from "../../../portal/store/store.ts";
import { joinedPc, newOffice, serviceOn } from "../../support/portal-offices.ts";
import { freshStore, STORES } from "../../support/stores.ts";

const PC = { name: "PC loket", app: "lajur 0.1.0" };

describe.each(STORES)("offices and their PCs on %s", (kind) => {
  let store: Store;
  let service: ReturnType<typeof serviceOn>;
  let office: string;

  beforeEach(async (context) => {
    store = await freshStore(kind, context);
    service = serviceOn(store);
    office = await newOffice(service.ctx, "Kantor A");
  });
  afterEach(() => store?.close());

  test("a PC joins with a code that is good once, however it is typed", async () => {
    const { ctx } = service;
    const { code } = await makeCode(ctx, office);
    const typed = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `;
    const joined = await join(ctx, { code: typed, ...PC });
    expect(joined).toMatchObject({
      ok: true,
      value: { device: { letter: "" }, office: { id: office, name: "Kantor A" }, empty: true },
    });
    expect(await join(ctx, { code, ...PC })).toMatchObject({
      error: { code: "join_code_unknown" },
    });
    expect(await join(ctx, { code: "0000-0000-0000", ...PC })).toMatchObject({
      error: { code: "join_code_unknown" },
    });
  });

  test("a code is good for a day", async () => {
    const { ctx, pass } = service;
    const { code } = await makeCode(ctx, office);
    pass(24.1);
    expect(await join(ctx, { code, ...PC })).toMatchObject({
      error: { code: "join_code_unknown" },
    });
  });

  test("neither tokens nor codes are kept", async () => {
    const { ctx } = service;
    const { code } = await makeCode(ctx, office);
    const pc = await joinedPc(ctx, office);
    const kept = JSON.stringify([
      await store.db.selectFrom("device").selectAll().execute(),
      await store.db.selectFrom("device_code").selectAll().execute(),
    ]);
    expect(kept).not.toContain(pc.token);
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(code.replaceAll("-", ""));
  });

  test("PCs that join at once get letters of their own, and none is given again", async () => {
    const { ctx } = service;
    const pcs = await Promise.all(Array.from({ length: 4 }, () => joinedPc(ctx, office)));
    expect(pcs.map(({ letter }) => letter).toSorted()).toEqual(["", "B", "C", "D"]);
    await revokeDevice(ctx, office, pcs[1]?.device ?? "");
    expect((await joinedPc(ctx, office)).letter).toBe("E");
    expect((await joinedPc(ctx, await newOffice(ctx, "Kantor B"))).letter).toBe("");
  });

  test("a revoked token is good for nothing, and only the own office revokes", async () => {
    const { ctx } = service;
    const pc = await joinedPc(ctx, office);
    const strange = await newOffice(ctx, "Kantor B");
    expect(await revokeDevice(ctx, strange, pc.device)).toMatchObject({
      error: { code: "device_unknown" },
    });
    expect((await authenticate(ctx, pc.token)).ok).toBe(true);
    await revokeDevice(ctx, office, pc.device);
    service.pass(1);
    await revokeDevice(ctx, office, pc.device);
    expect(await authenticate(ctx, pc.token)).toMatchObject({ error: { code: "token_revoked" } });
    expect(await authenticate(ctx, "nobody's")).toMatchObject({ error: { code: "token_unknown" } });
    expect(await listDevices(ctx, office)).toMatchObject([
      { id: pc.device, revoked: "2026-11-21T02:00:00.000Z" },
    ]);
  });

  test("notes when a PC was seen, at most once a minute", async () => {
    const { ctx, pass } = service;
    const pc = await joinedPc(ctx, office);
    const seen = async () => (await listDevices(ctx, office))[0]?.seen;
    expect(await seen()).toBeNull();
    await pc.caller();
    expect(await seen()).toBe("2026-11-21T02:00:00.000Z");
    pass(0.01);
    await pc.caller();
    expect(await seen()).toBe("2026-11-21T02:00:00.000Z");
    pass(1);
    await pc.caller();
    expect(await seen()).toBe("2026-11-21T03:00:36.000Z");
  });

  test("an office's name is its own", async () => {
    const { ctx } = service;
    expect(await addOffice(ctx, "Kantor A")).toMatchObject({ error: { code: "office_taken" } });
    const other = await newOffice(ctx, "Kantor B");
    expect(await renameOffice(ctx, other, "Kantor A")).toMatchObject({
      error: { code: "office_taken" },
    });
    expect(await renameOffice(ctx, other, "Kantor C")).toMatchObject({ ok: true });
    expect(await renameOffice(ctx, "nobody", "Kantor D")).toMatchObject({
      error: { code: "office_unknown" },
    });
    expect(await findOffice(ctx, "Kantor C")).toMatchObject({ value: { id: other } });
    expect(await findOffice(ctx, office)).toMatchObject({ value: { name: "Kantor A" } });
    expect(await findOffice(ctx, "Kantor B")).toMatchObject({ error: { code: "office_unknown" } });
  });
});

test("letters go on after Z", () => {
  expect([0, 1, 24, 25, 26, 27, 51, 52].map(letterOf)).toEqual([
    "",
    "B",
    "Y",
    "Z",
    "AA",
    "AB",
    "AZ",
    "BA",
  ]);
});
