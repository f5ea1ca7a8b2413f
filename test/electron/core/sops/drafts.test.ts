import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Draft } from "#shared/sop/draft.ts";
import { openCore, type TestCore } from "../../../support/core.ts";
import { shippedSop } from "../../../support/sops.ts";

const MAGETAN = "magetan-permintaan-data";
const NOW = Date.parse("2026-11-16T02:12:00Z");

let lajur: TestCore;
beforeEach(() => {
  lajur = openCore({ now: () => NOW });
});
afterEach(() => lajur.dispose());

const save = (id: string, revision: number, definition: Draft) =>
  lajur.call("draft.save", { id, revision, definition });

/** A copy of a draft with a change. */
function changed(draft: Draft, change: (draft: Draft) => void): Draft {
  const copy = structuredClone(draft);
  change(copy);
  return copy;
}

/** What is missing on an empty sheet, filled in. */
const filled = (draft: Draft): Draft =>
  changed(draft, (copy) => {
    Object.assign(copy, { number: "1/2026", office: "Kabupaten Contoh", unit: "Dinas Contoh" });
    for (const step of copy.steps) step.gist = "Catat hasil rapat";
  });

describe("a draft begins", () => {
  it("as the next version of an SOP", async () => {
    const draft = await lajur.call("draft.begin", { sop: MAGETAN });
    expect(draft).toMatchObject({
      id: MAGETAN,
      name: "Permintaan Data",
      office: "Kabupaten Magetan",
      based: 1,
      revision: 0,
      errors: 0,
      advice: 1,
      changed: "2026-11-16T02:12:00.000Z",
      by: { id: "konsol", name: "Baris perintah" },
    });
    expect(draft.definition).toEqual({ ...shippedSop(MAGETAN), version: 2 });
    const { sops } = await lajur.call("sop.list", {});
    expect(sops.filter((sop) => sop.draft).map((sop) => sop.id)).toEqual([MAGETAN]);
    expect(await lajur.call("sop.get", { id: MAGETAN })).toMatchObject({ draft: true, version: 1 });
  });

  it("as a copy under a name and an id of its own", async () => {
    const first = await lajur.call("draft.begin", { sop: MAGETAN, copy: true });
    expect(first).toMatchObject({ id: "permintaan-data-salinan", based: null });
    expect(first.definition).toEqual({
      ...shippedSop(MAGETAN),
      id: "permintaan-data-salinan",
      name: "Permintaan Data (salinan)",
      version: 1,
    });
    const second = await lajur.call("draft.begin", { sop: MAGETAN, copy: true });
    expect(second.id).toBe("permintaan-data-salinan-2");
    expect((await lajur.call("sop.get", { id: MAGETAN })).draft).toBe(false);
  });

  it("as an empty sheet of the office, with what is missing named", async () => {
    await lajur.call("demo.fill", {});
    const office = await lajur.call("office.get", {});
    const draft = await lajur.call("draft.begin", { name: "Rapat" });
    expect(draft).toMatchObject({ id: "rapat", name: "Rapat", based: null, revision: 0 });
    expect(draft.definition).toMatchObject({ office: office?.government, unit: office?.name });
    expect(draft.findings.map(({ code, step, detail }) => [code, step, detail])).toEqual([
      ["field_missing", null, "number"],
      ["gist_missing", 1, ""],
      ["gist_missing", 2, ""],
    ]);
    expect(draft.errors).toBe(3);
  });

  it("from a definition, which follows the SOP of the same id", async () => {
    const definition = { ...shippedSop(MAGETAN), version: 9, name: "Dari berkas" };
    const next = await lajur.call("draft.begin", { definition });
    expect(next).toMatchObject({ id: MAGETAN, based: 1, definition: { version: 2 } });
    const fresh = await lajur.call("draft.begin", { definition: { ...definition, id: "baru" } });
    expect(fresh).toMatchObject({ id: "baru", based: null, definition: { version: 1 } });
  });

  it("from an earlier version, as the one after the newest", async () => {
    const begun = await lajur.call("draft.begin", { sop: MAGETAN });
    const second = changed(begun.definition, (draft) => void (draft.name = "Permintaan Data Baru"));
    await save(MAGETAN, 0, second);
    await lajur.call("draft.publish", { id: MAGETAN, revision: 1 });
    const back = await lajur.call("draft.begin", { sop: MAGETAN, version: 1 });
    expect(back).toMatchObject({ based: 2, name: "Permintaan Data", definition: { version: 3 } });
    const copy = await lajur.call("draft.begin", { sop: MAGETAN, copy: true });
    expect(copy).toMatchObject({ name: "Permintaan Data Baru (salinan)", based: null });
    expect(copy.definition.version).toBe(1);
  });

  it("once for each SOP", async () => {
    await lajur.call("draft.begin", { sop: MAGETAN });
    const refused = { code: "draft_exists", field: "id" };
    expect(await lajur.refusal("draft.begin", { sop: MAGETAN })).toMatchObject(refused);
    const definition = shippedSop(MAGETAN);
    expect(await lajur.refusal("draft.begin", { definition })).toMatchObject(refused);
    expect(await lajur.call("draft.list", {})).toHaveLength(1);
  });

  it("of no SOP that is not there", async () => {
    const refused = { code: "sop_unknown", field: "sop" };
    expect(await lajur.refusal("draft.begin", { sop: "tidak-ada" })).toMatchObject(refused);
    expect(await lajur.refusal("draft.begin", { sop: MAGETAN, version: 2 })).toMatchObject(refused);
    expect(await lajur.call("draft.list", {})).toEqual([]);
  });

  it("by itself where two names make one id", async () => {
    const ids = ["Rapat", "RAPAT!", "???", "Magetan – Permintaan Data"].map(async (name) => {
      return (await lajur.call("draft.begin", { name })).id;
    });
    expect(await Promise.all(ids)).toEqual(["rapat", "rapat-2", "sop", `${MAGETAN}-2`]);
  });
});

describe("saving a draft", () => {
  it("counts revisions and refuses one that was not the last seen", async () => {
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    const mine = changed(definition, (draft) => void (draft.remarks = "Milik saya"));
    expect(await save(MAGETAN, 0, mine)).toMatchObject({ revision: 1, definition: mine });
    const theirs = changed(definition, (draft) => void (draft.remarks = "Milik lain"));
    const late = { id: MAGETAN, revision: 0, definition: theirs };
    expect(await lajur.refusal("draft.save", late)).toMatchObject({ code: "draft_changed" });
    expect((await lajur.call("draft.get", { id: MAGETAN })).definition).toEqual(mine);
  });

  it("keeps what is not right yet, and says what is wrong", async () => {
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    const unfinished = changed(definition, (draft) => {
      draft.steps[1]!.gist = "";
      draft.steps[3]!.next[1]!.to = null;
      draft.steps[4]!.lane = "";
    });
    const saved = await save(MAGETAN, 0, unfinished);
    expect(saved.definition).toEqual(unfinished);
    expect(saved.findings.map(({ code, step }) => `${code}:${step}`)).toEqual([
      "gist_missing:2",
      "branch_open:4",
      "lane_unknown:5",
      "inferred:6",
    ]);
    expect(saved.errors).toBe(3);
    expect(await lajur.call("draft.get", { id: MAGETAN })).toEqual(saved);
  });

  it("changes neither its id nor its version", async () => {
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    const moved = { ...definition, id: "ogan-ilir-pemanfaatan-data", version: 7 };
    const saved = await save(MAGETAN, 0, moved);
    expect(saved).toMatchObject({ id: MAGETAN, definition: { id: MAGETAN, version: 2 } });
    const published = await lajur.call("draft.publish", { id: MAGETAN, revision: 1 });
    expect(published).toEqual({ id: MAGETAN, version: 2 });
    const other = await lajur.call("sop.get", { id: "ogan-ilir-pemanfaatan-data" });
    expect(other.version).toBe(1);
  });

  it("is refused where there is none", async () => {
    const definition = shippedSop(MAGETAN);
    for (const [method, params] of [
      ["draft.save", { id: MAGETAN, revision: 0, definition }],
      ["draft.publish", { id: MAGETAN, revision: 0 }],
      ["draft.get", { id: MAGETAN }],
      ["draft.discard", { id: MAGETAN }],
    ] as const) {
      const refused = await lajur.refusal(method, params);
      expect(refused).toMatchObject({ code: "draft_unknown", field: "id" });
    }
  });

  it("tells the windows", async () => {
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    const pushes: unknown[] = [];
    lajur.core.onPush((push) => pushes.push(push));
    await save(MAGETAN, 0, definition);
    await lajur.call("draft.discard", { id: MAGETAN });
    const push = { push: "archive.changed", request: null };
    expect(pushes).toEqual([push, push]);
  });
});

describe("publishing a draft", () => {
  it("with errors is refused with their number, and the draft is kept", async () => {
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    const wrong = changed(definition, (draft) => {
      draft.steps[1]!.gist = "";
      draft.number = "";
    });
    const saved = await save(MAGETAN, 0, wrong);
    const refused = await lajur.refusal("draft.publish", { id: MAGETAN, revision: 1 });
    expect(refused.code).toBe("sop_has_errors");
    expect(refused.message).toContain("2 kesalahan");
    expect(await lajur.call("draft.get", { id: MAGETAN })).toEqual(saved);
    expect((await lajur.call("sop.get", { id: MAGETAN })).version).toBe(1);
  });

  it("of another revision than was seen is refused", async () => {
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    await save(MAGETAN, 0, definition);
    const refused = await lajur.refusal("draft.publish", { id: MAGETAN, revision: 0 });
    expect(refused.code).toBe("draft_changed");
  });

  it("makes the next version and ends the draft", async () => {
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    await save(
      MAGETAN,
      0,
      changed(definition, (draft) => void (draft.name = "Permintaan Data Baru")),
    );
    const published = await lajur.call("draft.publish", { id: MAGETAN, revision: 1 });
    expect(published).toEqual({ id: MAGETAN, version: 2 });
    expect(await lajur.call("draft.list", {})).toEqual([]);
    const sop = await lajur.call("sop.get", { id: MAGETAN });
    expect(sop).toMatchObject({ version: 2, name: "Permintaan Data Baru", draft: false });
    expect(sop.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true });
  });

  it("of a new SOP makes its first version, which requests follow", async () => {
    const { definition } = await lajur.call("draft.begin", { name: "Rapat" });
    await save("rapat", 0, filled(definition));
    const published = await lajur.call("draft.publish", { id: "rapat", revision: 1 });
    expect(published).toEqual({ id: "rapat", version: 1 });
    const { sop } = await lajur.call("request.create", { sop: "rapat", subject: "Rapat bulanan" });
    expect(sop).toEqual({ id: "rapat", version: 1, name: "Rapat" });
  });
});

describe("drafts", () => {
  it("are gone when they are discarded, and no SOP changes", async () => {
    const before = await lajur.call("sop.list", {});
    await lajur.call("draft.begin", { sop: MAGETAN });
    await lajur.call("draft.discard", { id: MAGETAN });
    expect(await lajur.call("draft.list", {})).toEqual([]);
    expect(await lajur.call("sop.list", {})).toEqual(before);
    await lajur.call("draft.begin", { sop: MAGETAN });
  });

  it("enter no log before they are published", async () => {
    const before = await lajur.call("archive.check", {});
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    await save(MAGETAN, 0, definition);
    expect(await lajur.call("archive.check", {})).toEqual(before);
  });

  it("outlive a restart and a rebuild of the archive", async () => {
    const { definition } = await lajur.call("draft.begin", { sop: MAGETAN });
    await lajur.call("draft.begin", { name: "Rapat" });
    await save(
      MAGETAN,
      0,
      changed(definition, (draft) => void (draft.steps[1]!.gist = "")),
    );
    const shown = async () => ({
      list: await lajur.call("draft.list", {}),
      magetan: await lajur.call("draft.get", { id: MAGETAN }),
      meeting: await lajur.call("draft.get", { id: "rapat" }),
    });
    const before = await shown();
    expect(before.list.map(({ id }) => id).sort()).toEqual([MAGETAN, "rapat"]);
    lajur = await lajur.reopen();
    expect(await shown()).toEqual(before);
    await lajur.call("archive.rebuild", {});
    expect(await shown()).toEqual(before);
  });
});
