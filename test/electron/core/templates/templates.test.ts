import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ResultOf } from "#shared/contract.ts";
import { demoOffice } from "#core/demo/office.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { textOf } from "../../../support/pdf.ts";

let lajur: TestCore;
beforeEach(async () => {
  lajur = openCore({ now: () => Date.parse("2026-11-16T02:12:00Z") });
  await lajur.call("office.save", demoOffice);
});
afterEach(() => lajur.dispose());

type Template = ResultOf<"template.get">["template"];
const refusal = async (): Promise<Template> =>
  (await lajur.call("template.get", { id: "refusal" })).template;
const paragraph = (text: string): Template["blocks"][number] => ({
  type: "paragraph",
  when: "",
  text,
  lead: false,
  indent: true,
});
const words = ({ pdf }: { pdf: string | null }): Promise<string> =>
  textOf(Buffer.from(pdf ?? "", "base64"));

describe("the templates of letters", () => {
  it("are shipped once, and a second start writes none again", async () => {
    const before = (await lajur.call("template.list", {})).map(({ id, version }) => [id, version]);
    expect(before.length).toBeGreaterThanOrEqual(19);
    lajur = await lajur.reopen();
    const after = await lajur.call("template.list", {});
    expect(after.map(({ id, version }) => [id, version])).toEqual(before);
    expect(after.every(({ shipped, changed }) => shipped && !changed)).toBe(true);
  });

  it("are changed as a new version, kept over a start, and taken back to what was shipped", async () => {
    const shipped = await refusal();
    const changed = { ...shipped, blocks: [...shipped.blocks, paragraph("Salam {kantor.nama}.")] };
    const saved = await lajur.call("template.save", { template: changed });
    expect(saved).toEqual({ id: "refusal", version: 2 });
    lajur = await lajur.reopen();
    expect(await lajur.call("template.get", { id: "refusal" })).toMatchObject({
      version: 2,
      changed: true,
      template: changed,
    });
    expect((await lajur.call("template.get", { id: "refusal", version: 1 })).template).toEqual(
      shipped,
    );
    expect(await lajur.call("template.reset", { id: "refusal" })).toMatchObject({ version: 3 });
    expect(await refusal()).toEqual(shipped);
    const own = { ...shipped, id: "surat-sendiri", name: "Surat sendiri" };
    await lajur.call("template.save", { template: own });
    expect((await lajur.refusal("template.reset", { id: "surat-sendiri" })).code).toBe(
      "template_not_shipped",
    );
  });

  it("are seen with a request's data or as an empty form, before anything is saved", async () => {
    const { id } = await lajur.call("request.create", intake);
    const shipped = await refusal();
    const template = { ...shipped, blocks: [...shipped.blocks, paragraph("Uji {pemohon.nama}.")] };
    expect(await words(await lajur.call("template.render", { template, request: id }))).toContain(
      "Uji Ayu Contoh.",
    );
    const empty = await words(await lajur.call("template.render", { template }));
    expect(empty).toContain("Uji …………………………");
    expect(empty).toContain("belum bernomor");
  });

  it.each<[string, (template: Template) => Template, string]>([
    [
      "an unknown field",
      (one) => ({ ...one, blocks: [...one.blocks, paragraph("Halo {pemohon.umur}.")] }),
      "{pemohon.umur}",
    ],
    [
      "an input that is not asked for",
      (one) => ({ ...one, blocks: [...one.blocks, paragraph("{isian.tidak-ada}")] }),
      "{isian.tidak-ada}",
    ],
    ["an input twice", (one) => ({ ...one, inputs: [...one.inputs, ...one.inputs] }), "dua kali"],
    [
      "the requester in what registers show",
      (one) => ({ ...one, subject: "Untuk {pemohon.nama}" }),
      "buku agenda",
    ],
    [
      "a number and nobody to sign it",
      (one) => ({ ...one, blocks: one.blocks.filter(({ type }) => type !== "signing") }),
      "tanda tangan",
    ],
  ])("with %s are refused, and told where it stands", async (_, break_, said) => {
    const template = break_(await refusal());
    const { findings } = await lajur.call("template.check", { template });
    expect(findings.map(({ message }) => message).join(" ")).toContain(said);
    expect(await lajur.refusal("template.save", { template })).toMatchObject({
      code: "template_broken",
      message: expect.stringContaining(said) as string,
    });
    expect((await lajur.call("template.get", { id: "refusal" })).version).toBe(1);
  });
});

describe("what letters are filled with", () => {
  it("has a bound: an endless table or list is refused before anything is stored", async () => {
    const { id } = await lajur.call("request.create", { ...intake, letterInHand: true });
    const rows = Array.from({ length: 501 }, () => ["Dokumen"]);
    const order = { request: id, kind: "exclusion-decree", values: { matriks: rows } };
    expect((await lajur.refusal("letter.draft", order)).code).toBe("params_invalid");
    expect((await lajur.call("letter.list", {})).total).toBe(0);
  });

  it.each([
    ["an SVG with a script", "data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4="],
    ["a picture of 80 MB", `data:image/png;base64,${"A".repeat(80_000_000)}`],
    ["what is no picture", "bukan gambar"],
  ])("is no lambang that is %s", async (_, logo) => {
    const refused = await lajur.refusal("office.save", { ...demoOffice, logo });
    expect(refused).toMatchObject({ code: "logo_invalid", field: "logo" });
    expect((await lajur.call("office.get", {}))?.logo).toBe("");
  });
});
