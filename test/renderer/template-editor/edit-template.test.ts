import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTemplate } from "#shared/letter/check-template.ts";
import { type Template, templateSchema } from "#shared/letter/template.ts";
import {
  addBlock,
  addInput,
  duplicateBlock,
  idOfCopy,
  insertAt,
  moveBlock,
  removeBlock,
  removeInput,
  renameInput,
} from "../../../renderer/pages/template-editor/edit-template.ts";
import { BLOCK_TYPES, newBlock } from "../../../renderer/pages/template-editor/new-block.ts";

const paragraph = (text: string, when = "") => ({ type: "paragraph" as const, text, when });

const template: Template = templateSchema.parse({
  id: "contoh",
  name: "Contoh",
  register: null,
  inputs: [
    { key: "alasan", label: "Alasan", type: "list" },
    { key: "alasan-lain", label: "Alasan lain", type: "text", value: "{permohonan.perihal}" },
  ],
  blocks: [
    paragraph("Satu {isian.alasan-lain}"),
    paragraph("Dua {isian.alasan} dan {isian.alasan-lain}", "!isian.alasan"),
    { type: "list", source: "alasan" },
  ],
});
const texts = ({ blocks }: Template): string[] =>
  blocks.map((block) => ("text" in block ? block.text : block.type));

describe("blocks of a template", () => {
  it("move past each other and keep the others in place", () => {
    expect(texts(moveBlock(template, 0, 2))).toEqual([
      "Dua {isian.alasan} dan {isian.alasan-lain}",
      "list",
      "Satu {isian.alasan-lain}",
    ]);
    expect(moveBlock(template, 0, -1)).toBe(template);
    expect(moveBlock(template, 0, 3)).toBe(template);
  });

  it("come back where they stood when a move is turned round", () => {
    const place = fc.nat({ max: template.blocks.length - 1 });
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(moveBlock(moveBlock(template, from, to), to, from)).toEqual(template);
      }),
    );
  });

  it("go one at a time, but never the last", () => {
    const one = removeBlock(removeBlock(template, 0), 0);
    expect(texts(one)).toEqual(["list"]);
    expect(removeBlock(one, 0)).toBe(one);
  });

  it("are copied below themselves and change on their own", () => {
    const copied = duplicateBlock(template, 0);
    expect(copied.blocks).toHaveLength(4);
    expect(copied.blocks[1]).toEqual(copied.blocks[0]);
    expect(copied.blocks[1]).not.toBe(copied.blocks[0]);
  });

  it.each(BLOCK_TYPES)("of the kind %s begin with what may be saved", (type) => {
    const added = addBlock(template, 1, newBlock(type, template));
    expect(templateSchema.safeParse(added).error).toBeUndefined();
    expect(checkTemplate(added)).toEqual([]);
  });
});

describe("inputs of a template", () => {
  it("are renamed wherever they are named, and nowhere else", () => {
    const renamed = renameInput(template, 0, "sebab");
    expect(texts(renamed)).toEqual([
      "Satu {isian.alasan-lain}",
      "Dua {isian.sebab} dan {isian.alasan-lain}",
      "list",
    ]);
    expect(renamed.blocks[1]?.when).toBe("!isian.sebab");
    expect(renamed.blocks[2]).toMatchObject({ source: "sebab" });
    expect(checkTemplate(renamed)).toEqual([]);
  });

  it("keep their name where another has it already", () => {
    expect(renameInput(template, 0, "alasan-lain")).toBe(template);
  });

  it("are found missing where a text still names them", () => {
    const found = checkTemplate(removeInput(template, 0)).map(({ code, block }) => [code, block]);
    expect(found).toEqual([
      ["input_unknown", 2],
      ["input_unknown", 2],
      ["source_unknown", 3],
    ]);
  });

  it("begin under a key that is free", () => {
    const twice = addInput(addInput(template, "Alasan"), "Alasan");
    expect(twice.inputs.map(({ key }) => key)).toEqual([
      "alasan",
      "alasan-lain",
      "alasan-2",
      "alasan-3",
    ]);
    expect(templateSchema.safeParse(addInput(template, "12 & 3")).success).toBe(true);
  });
});

describe("a field put into a text", () => {
  it("stands where the caret was, with the caret behind it", () => {
    expect(insertAt("Yth. , di tempat", { start: 5, end: 5 }, "{pemohon.nama}")).toEqual({
      text: "Yth. {pemohon.nama}, di tempat",
      caret: 19,
    });
  });

  it("takes the place of what was chosen, within the text", () => {
    expect(insertAt("abc", { start: 1, end: 2 }, "X").text).toBe("aXc");
    expect(insertAt("abc", { start: 9, end: 12 }, "X")).toEqual({ text: "abcX", caret: 4 });
  });
});

describe("the id of a copy", () => {
  it("is a slug of its name that nobody has", () => {
    expect(idOfCopy("Surat Penolakan (2)", [])).toBe("surat-penolakan-2");
    expect(idOfCopy("Surat", ["surat", "surat-2"])).toBe("surat-3");
  });

  it("is one that a template may have, whatever it is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const taken = [idOfCopy(name, [])];
        const id = idOfCopy(name, taken);
        expect(taken).not.toContain(id);
        expect(templateSchema.shape.id.safeParse(id).success).toBe(true);
      }),
    );
  });
});
