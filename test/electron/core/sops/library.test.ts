import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RequestDetail } from "#shared/contract.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { routeToEnd } from "../../../support/sop-walks.ts";
import { catalogue, shippedSop, shippedSops } from "../../../support/sops.ts";

const MAGETAN = "magetan-permintaan-data";
const YEARLY = "way-kanan-j-satu-data";

let lajur: TestCore;
let now: number;
beforeEach(() => {
  now = Date.parse("2026-11-16T02:12:00Z");
  lajur = openCore({ now: () => now });
});
afterEach(() => lajur.dispose());

const rowOf = async (id: string) =>
  (await lajur.call("sop.list", {})).sops.find((sop) => sop.id === id);

/** Publishes the next version of an SOP through a draft. */
async function publishNext(id: string, change: (definition: Definition) => void): Promise<number> {
  const { definition, revision } = await lajur.call("draft.begin", { sop: id });
  const next = structuredClone(definition) as Definition;
  change(next);
  const saved = await lajur.call("draft.save", { id, revision, definition: next });
  return (await lajur.call("draft.publish", { id, revision: saved.revision })).version;
}

async function walkToEnd(request: RequestDetail, sop: Definition): Promise<RequestDetail> {
  let last = request;
  for (const { step, branch } of routeToEnd(sop, request.current?.step, "selesai")) {
    const chosen = branch === null ? {} : { branch };
    last = await lajur.call("step.complete", { request: request.id, step, ...chosen });
  }
  return last;
}

describe("the library", () => {
  it("lists the fifteen by the catalogue's names and ids", async () => {
    const { sops, broken } = await lajur.call("sop.list", {});
    expect(broken).toEqual([]);
    expect(sops).toHaveLength(15);
    for (const {
      steps,
      worksheet: _,
      serviceStandard: __,
      remarks: ___,
      ...facts
    } of catalogue()) {
      const row = sops.find((sop) => sop.id === facts.id);
      expect(row).toMatchObject({
        ...facts,
        version: 1,
        stepCount: steps.length,
        state: "published",
        running: 0,
        open:
          steps.filter(({ inferred = [] }) => inferred.length > 0).length +
          emptyLanes(steps, facts.lanes),
        draft: false,
        next: null,
      });
    }
  });

  it("gives each with its steps, its findings and who published it", async () => {
    for (const { remarks: _, steps, ...facts } of catalogue()) {
      const sop = await lajur.call("sop.get", { id: facts.id });
      expect(sop).toMatchObject({ ...facts, steps, state: "published", retired: null });
      expect(sop.versions).toEqual([
        {
          version: 1,
          at: "2026-11-16T02:12:00.000Z",
          by: { id: "konsol", name: "Baris perintah" },
          running: 0,
        },
      ]);
      expect(sop.confirmed).toEqual([]);
      const inferred = sop.findings.filter(({ code }) => code === "inferred");
      expect(inferred.map(({ step }) => step)).toEqual(
        steps.filter(({ inferred: fields = [] }) => fields.length > 0).map(({ no }) => no),
      );
    }
  });

  it("refuses an SOP or a version that it does not have", async () => {
    const refused = { code: "sop_unknown", field: "id" };
    expect(await lajur.refusal("sop.get", { id: "tidak-ada" })).toMatchObject(refused);
    expect(await lajur.refusal("sop.get", { id: MAGETAN, version: 2 })).toMatchObject(refused);
    expect(await lajur.refusal("sop.retire", { id: "tidak-ada", reason: "x" })).toMatchObject(
      refused,
    );
    expect(await lajur.refusal("sop.reinstate", { id: "tidak-ada" })).toMatchObject(refused);
  });

  it("publishes the shipped ones once, however often it is opened", async () => {
    const before = await lajur.call("archive.check", {});
    lajur = await (await lajur.reopen()).reopen();
    expect(await lajur.call("archive.check", {})).toEqual(before);
  });
});

const emptyLanes = (steps: { lane: string; also?: string[] }[], lanes: string[]): number =>
  lanes.filter((lane) => !steps.some((step) => step.lane === lane || step.also?.includes(lane)))
    .length;

describe("retiring an SOP", () => {
  const reason = "Diganti SOP baru";

  it("keeps new requests off it and lets running ones go on to their end", async () => {
    const running = await lajur.call("request.create", intake);
    await lajur.call("sop.retire", { id: MAGETAN, reason });
    expect(await lajur.refusal("request.create", intake)).toMatchObject({
      code: "sop_retired",
      field: "sop",
      message: expect.stringContaining("Permintaan Data") as string,
    });
    expect(await walkToEnd(running, shippedSop(MAGETAN))).toMatchObject({ outcome: "selesai" });
    expect(await rowOf(MAGETAN)).toMatchObject({ state: "retired", running: 0 });
    expect(await lajur.call("sop.get", { id: MAGETAN })).toMatchObject({
      state: "retired",
      retired: { at: "2026-11-16T02:12:00.000Z", by: { id: "konsol" }, reason },
    });
  });

  it("is taken back by reinstating it, and neither is recorded twice", async () => {
    await lajur.call("sop.retire", { id: MAGETAN, reason });
    const { events } = await lajur.call("archive.check", {});
    await lajur.call("sop.retire", { id: MAGETAN, reason: "Alasan lain" });
    expect((await lajur.call("archive.check", {})).events).toBe(events);
    expect((await lajur.call("sop.get", { id: MAGETAN })).retired?.reason).toBe(reason);
    await lajur.call("sop.reinstate", { id: MAGETAN });
    await lajur.call("sop.reinstate", { id: MAGETAN });
    expect((await lajur.call("archive.check", {})).events).toBe(events + 1);
    expect((await lajur.call("sop.get", { id: MAGETAN })).retired).toBeNull();
    await lajur.call("request.create", intake);
  });

  it("is taken back by publishing its next version", async () => {
    await lajur.call("sop.retire", { id: MAGETAN, reason });
    expect(await publishNext(MAGETAN, () => {})).toBe(2);
    expect(await rowOf(MAGETAN)).toMatchObject({ state: "published", version: 2 });
    expect((await lajur.call("request.create", intake)).sop.version).toBe(2);
  });

  it("outlives a restart, which publishes nothing anew", async () => {
    await lajur.call("sop.retire", { id: MAGETAN, reason });
    lajur = await lajur.reopen();
    expect(await rowOf(MAGETAN)).toMatchObject({ state: "retired" });
  });

  it("needs a reason, and somebody who does it", async () => {
    expect((await lajur.refusal("sop.retire", { id: MAGETAN, reason: " " })).field).toBe("reason");
    await lajur.call("user.save", { name: "Ayu Contoh", post: "Staf Statistik" });
    const nobody = { origin: "window" as const, user: null };
    const refused = await lajur.refusal("sop.retire", { id: MAGETAN, reason }, nobody);
    expect(refused.code).toBe("user_required");
    expect(await rowOf(MAGETAN)).toMatchObject({ state: "published" });
  });
});

describe("confirming a reading of the paper", () => {
  const row = { id: MAGETAN, version: 1, step: 6 };

  it("settles its finding, and is recorded once with who did it", async () => {
    const user = await lajur.call("user.save", { name: "Ayu Contoh", post: "Staf Statistik" });
    const by = { origin: "window" as const, user: user.id };
    expect(await rowOf(MAGETAN)).toMatchObject({ open: 1 });
    await lajur.call("sop.confirm", row, by);
    const { events } = await lajur.call("archive.check", {});
    now += 60_000;
    await lajur.call("sop.confirm", row);
    expect((await lajur.call("archive.check", {})).events).toBe(events);
    expect(await rowOf(MAGETAN)).toMatchObject({ open: 0 });
    const sop = await lajur.call("sop.get", { id: MAGETAN });
    expect(sop.findings).toEqual([]);
    expect(sop.confirmed).toEqual([
      { step: 6, at: "2026-11-16T02:12:00.000Z", by: { id: user.id, name: "Ayu Contoh" } },
    ]);
    expect(sop.steps).toEqual(shippedSop(MAGETAN).steps);
  });

  it("settles one row and no other", async () => {
    await lajur.call("sop.confirm", { id: YEARLY, version: 1, step: 7 });
    const { findings } = await lajur.call("sop.get", { id: YEARLY });
    expect(findings.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 8, 9, 10, 11]);
  });

  it("is refused where nothing was read into the paper", async () => {
    const refused = { code: "finding_unknown", field: "step" };
    expect(await lajur.refusal("sop.confirm", { ...row, step: 5 })).toMatchObject(refused);
    expect(await lajur.refusal("sop.confirm", { ...row, step: 11 })).toMatchObject(refused);
    const unknown = await lajur.refusal("sop.confirm", { ...row, version: 2 });
    expect(unknown.code).toBe("sop_unknown");
  });

  it("goes into the next version: its draft no longer marks the row", async () => {
    await lajur.call("sop.confirm", row);
    await publishNext(MAGETAN, () => {});
    expect((await lajur.call("sop.get", { id: MAGETAN })).findings).toEqual([]);
    expect((await lajur.call("sop.get", { id: MAGETAN, version: 1 })).confirmed).toHaveLength(1);
  });
});

describe("a new version", () => {
  it("leaves running requests on theirs and is followed by new ones", async () => {
    const before = await lajur.call("request.create", { ...intake, letterInHand: true });
    const version = await publishNext(MAGETAN, (sop) => {
      sop.steps[2]!.gist = "Periksa surat permohonan";
    });
    expect(version).toBe(2);
    const after = await lajur.call("request.create", { ...intake, letterInHand: true });
    expect(after).toMatchObject({
      sop: { id: MAGETAN, version: 2 },
      current: { step: 3, gist: "Periksa surat permohonan" },
    });
    const shown = await lajur.call("request.get", { id: before.id });
    expect(shown).toMatchObject({ sop: { version: 1 }, current: before.current });
    const ended = await walkToEnd(shown, shippedSop(MAGETAN));
    expect(ended).toMatchObject({ outcome: "selesai", sop: { version: 1 } });
    expect(await rowOf(MAGETAN)).toMatchObject({ version: 2, running: 1 });
    const { versions } = await lajur.call("sop.get", { id: MAGETAN });
    expect(versions.map(({ version: no, running }) => [no, running])).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  it("leaves the one before as it was", async () => {
    await publishNext(MAGETAN, (sop) => {
      sop.name = "Permintaan Data Baru";
      sop.steps.pop();
      sop.steps[8]!.next = [{ to: "end:selesai" }];
    });
    expect(await lajur.call("sop.get", { id: MAGETAN, version: 1 })).toMatchObject({
      ...shippedSop(MAGETAN),
    });
    const newest = await lajur.call("sop.get", { id: MAGETAN });
    expect(newest).toMatchObject({ version: 2, name: "Permintaan Data Baru" });
    expect(newest.steps).toHaveLength(9);
    lajur = await lajur.reopen();
    expect(await rowOf(MAGETAN)).toMatchObject({ version: 2, stepCount: 9 });
  });
});

describe("links", () => {
  it("lead to the SOP that the paper names, and to one once the office has it", async () => {
    const naming = shippedSops().find(({ steps }) =>
      steps.some(({ note }) => note === "SOP Rapat"),
    );
    const id = naming?.id ?? "";
    const link = { text: "SOP Rapat", sop: "rapat", name: "Rapat" };
    const before = await lajur.call("sop.get", { id });
    expect(before.links.map(({ sop }) => sop)).toContain("way-kanan-a-pengumpulan-diseminasi");
    expect(before.links).not.toContainEqual(link);
    const begun = await lajur.call("draft.begin", { name: "Rapat" });
    const definition = {
      ...begun.definition,
      number: "1",
      office: "Kabupaten Contoh",
      unit: "Dinas",
    };
    definition.steps.forEach((step) => (step.gist = "Catat hasil rapat"));
    await lajur.call("draft.save", { id: "rapat", revision: 0, definition });
    await lajur.call("draft.publish", { id: "rapat", revision: 1 });
    expect((await lajur.call("sop.get", { id })).links).toContainEqual(link);
  });
});
