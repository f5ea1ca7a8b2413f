import { afterEach, describe, expect, it } from "vitest";
import type { ParamsIn } from "#shared/contract.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { readPdf } from "../../../support/pdf.ts";

let lajur: TestCore;
afterEach(() => lajur.dispose());

const wrong = { kind: "individual" as const, name: "Bramasto Conto", identity: "111122223333" };
const right = { ...wrong, name: "Bramasto Contoh" };
const asked: ParamsIn<"request.create"> = { ...intake, requester: wrong };
const textOf = async ({ pdf }: { pdf: string | null }): Promise<string> =>
  (await readPdf(Buffer.from(pdf ?? "", "base64"))).pages.map(({ text }) => text).join("\n");
const reason = "Salah ketik nama pada saat pendaftaran.";

describe("correcting an identity", () => {
  it("shows the new name everywhere, and both with who and why in the history", async () => {
    lajur = openCore();
    await lajur.call("demo.fill", {});
    const { id } = await lajur.call("request.create", asked);
    const user = (await lajur.call("user.list", {}))[0];
    const context = { origin: "window" as const, user: user?.id ?? null };
    const corrected = await lajur.call(
      "identity.correct",
      { request: id, requester: right, reason },
      context,
    );
    expect(corrected.requester).toMatchObject(right);
    expect(corrected.corrections).toMatchObject([
      { by: { name: user?.name }, reason, before: wrong, after: right },
    ]);
    expect((await lajur.call("request.get", { id })).requester).toMatchObject(right);
    const { rows } = await lajur.call("request.list", { words: "Bramasto" });
    expect(rows.map(({ requester }) => requester)).toEqual(["Bramasto Contoh"]);
    const agenda = await lajur.call("register.entries", { register: "incoming", year: 2026 });
    expect(agenda.rows.map(({ party }) => party)).toContain("Bramasto Contoh");
    const history = await lajur.call("history.list", { request: id });
    expect(history.at(-1)).toMatchObject({
      type: "requester.corrected",
      by: { name: user?.name },
      body: { reason, before: { name: "Bramasto Conto" }, after: { name: "Bramasto Contoh" } },
    });
    await lajur.call("archive.rebuild", {});
    expect((await lajur.call("request.get", { id })).requester).toMatchObject(right);
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true });
  });

  it("leaves letters that were numbered with their words, and gives new ones the new", async () => {
    lajur = openCore();
    await lajur.call("demo.fill", {});
    const { id } = await lajur.call("request.create", asked);
    const issued = await lajur.call("document.issue", {
      request: id,
      kind: "refusal",
      reasons: ["Data tidak ada."],
    });
    const number = issued.letters[0]?.number ?? "";
    const before = await lajur.call("document.render", { request: id, kind: "refusal" });
    await lajur.call("identity.correct", { request: id, requester: right, reason });
    const after = await lajur.call("document.render", { request: id, kind: "refusal" });
    expect(after.sha256).toBe(before.sha256);
    expect(await textOf(after)).not.toContain("Bramasto Contoh");
    const receipt = await lajur.call("document.render", { request: id, kind: "receipt" });
    expect(await textOf(receipt)).toContain("Bramasto Contoh");
    const book = await lajur.call("register.entries", { register: "outgoing", year: 2026 });
    const entry = book.rows.find((one) => one.number === number);
    expect(entry?.party).toBe("Bramasto Conto");
  });

  it("is refused without a change, for in-house work, and after it was erased", async () => {
    lajur = openCore();
    const { id } = await lajur.call("request.create", asked);
    const code = async (requester: typeof wrong, request = id): Promise<string> =>
      (await lajur.refusal("identity.correct", { request, requester, reason })).code;
    expect(await code(wrong)).toBe("identity_same");
    const empty = await lajur.refusal("identity.correct", {
      request: id,
      requester: { ...right, name: "" },
      reason,
    });
    expect(empty).toMatchObject({ code: "text_empty", field: "requester.name" });
    expect(await code(right, "tidak-ada")).toBe("request_unknown");
    await lajur.call("identity.erase", { request: id, reason, confirmed: true });
    expect(await code(right)).toBe("identity_erased");
    const { corrections } = await lajur.call("identity.get", { request: id });
    expect(corrections).toEqual([]);
  });

  it("is erased as a whole: the former name goes with the new one", async () => {
    lajur = openCore();
    const { id } = await lajur.call("request.create", asked);
    await lajur.call("identity.correct", { request: id, requester: right, reason });
    await lajur.call("identity.erase", { request: id, reason, confirmed: true });
    const { requester, corrections } = await lajur.call("identity.get", { request: id });
    expect([requester, corrections[0]?.before, corrections[0]?.after]).toEqual([null, null, null]);
    const history = JSON.stringify(await lajur.call("history.list", { request: id }));
    expect(history).not.toContain("Conto");
  });
});
