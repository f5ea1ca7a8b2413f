import { describe, expect, it } from "vitest";
import { type Template, type TemplateInput, templateSchema } from "#shared/letter/template.ts";
import {
  BLANK_TEXT,
  headParts,
  sentText,
  withInput,
  writtenIn,
} from "../../../renderer/pages/letters/letter-text.ts";

const input = (key: string, type: TemplateInput["type"]): TemplateInput => ({
  key,
  type,
  label: key,
  required: false,
  help: "",
  columns: [],
  value: "",
});

const template = (blocks: object[], register: Template["register"] = null): Template =>
  templateSchema.parse({ id: "contoh", name: "Contoh", register, blocks });

describe("what is written for an input", () => {
  const place = input("tempat", "text");
  const reasons = input("alasan", "list");
  const note = input("catatan", "text");

  it("is left to the template where it says the same", () => {
    const text = withInput(BLANK_TEXT, place, "Kantor", "Kantor");
    expect(text).toEqual(BLANK_TEXT);
    expect(writtenIn(text, place)).toBeNull();
  });

  it("stays empty when the proposal was cleared", () => {
    const text = withInput(BLANK_TEXT, place, "", "Kantor");
    expect(text.values).toEqual({ tempat: "" });
    expect(writtenIn(text, place)).toBe("");
  });

  it("goes to the places that scripts know for reasons and note", () => {
    const text = withInput(
      withInput(BLANK_TEXT, reasons, ["Data pribadi."], ""),
      note,
      "Terima kasih.",
      "",
    );
    expect(text).toMatchObject({ reasons: ["Data pribadi."], note: "Terima kasih.", values: {} });
    expect(writtenIn(text, reasons)).toEqual(["Data pribadi."]);
    expect(writtenIn(text, note)).toBe("Terima kasih.");
  });

  it("takes proposed reasons away for good, and gives them back", () => {
    const cleared = withInput(BLANK_TEXT, reasons, [], "Proposal");
    expect(writtenIn(cleared, reasons)).toEqual([]);
    expect(withInput(cleared, reasons, ["Proposal"], "Proposal")).toEqual(BLANK_TEXT);
  });

  it("is sent without the rows that hold nothing", () => {
    const rows = input("staf", "rows");
    const text = withInput(
      BLANK_TEXT,
      rows,
      [
        ["Siti", ""],
        ["", " "],
      ],
      "",
    );
    expect(sentText(text).values).toEqual({ staf: [["Siti", ""]] });
  });
});

describe("the head of a letter", () => {
  it("is whole for correspondence", () => {
    const signing = { type: "signing", signers: [{ role: "official" }] };
    const blocks = [{ type: "opening" }, signing, { type: "copies" }];
    expect(Object.values(headParts(template(blocks, "outgoing")))).not.toContain(false);
  });

  it("is nothing for a paper that fills itself", () => {
    const blocks = [{ type: "title", text: "TANDA TERIMA", number: "" }];
    expect(Object.values(headParts(template(blocks)))).not.toContain(true);
  });

  it("asks for what the texts name", () => {
    const blocks = [{ type: "paragraph", text: "Kepada {surat.kepada}, {surat.tanggal}" }];
    expect(headParts(template(blocks))).toMatchObject({ to: true, date: true, copies: false });
  });
});
