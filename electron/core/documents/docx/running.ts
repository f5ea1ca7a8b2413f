import { AlignmentType, type Paragraph } from "docx";
import type { Block, Field } from "#shared/letter/types.ts";
import { measureArial } from "#shared/sheet/arial.ts";
import { DEFAULT_LOOK } from "../page.ts";
import { fieldList } from "./field-list.ts";
import type { Layout } from "./layout.ts";
import { listName, type ListStyle } from "./numbering.ts";
import { gap, type Part } from "./tables.ts";
import { type Format, type Placing, textParagraph } from "./text.ts";
import { twips } from "./units.ts";

export type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;

/** Running text in the style `BodyText`. `held`: on one page with what follows. */

const INDENT = 36;
/** A shorter lead is a heading, a longer one a paragraph. */
const SHORT_LEAD = 80;
/** A longer text that is held may itself go on over a page. */
const LONG = 1000;

const body = (text: string, held: boolean, placing: Placing, format: Format = {}): Paragraph =>
  textParagraph(text, format, {
    style: "BodyText",
    keepNext: held,
    keepLines: held && text.length <= LONG,
    ...placing,
  });

export const paragraph = (text: string, indent = true, held = false): Paragraph =>
  body(text, held, indent ? { indent: { firstLine: twips(INDENT) } } : {});

export const lead = (text: string): Paragraph =>
  text.length > SHORT_LEAD
    ? paragraph(text, true, true)
    : body(text, true, {
        alignment: AlignmentType.LEFT,
        spacing: { before: twips(2), after: twips(4) },
      });

type List = { style: ListStyle; items: readonly string[]; size?: number };

/** `instance` differs from list to list on a paper, so that each begins with its first number. */
export function list(
  { look }: Layout,
  { style, items, size }: List,
  instance: number,
  held = false,
): Paragraph[] {
  const mark = measureArial(`${items.length}.`, { size: look.size, bold: false }) + 6;
  const left = twips(Math.max(20, mark));
  return items.map((text, index) => {
    const last = index === items.length - 1;
    return body(
      text,
      held && last,
      {
        numbering: { reference: listName(style), level: 0, instance },
        indent: { left, hanging: left },
        spacing: { after: twips(last ? 6 : 2) },
      },
      { size },
    );
  });
}

/** Labels have about a quarter of the measure, and more where the letters are large. */
export function fields(
  layout: Layout,
  { fields: items }: { fields: readonly Field[] },
  held = false,
) {
  const { look, page } = layout;
  if (items.length === 0) return [];
  const label = Math.min((108 * look.size) / DEFAULT_LOOK.size, page.measure / 3);
  const parts: Part[] = [fieldList(layout, items, { label, width: page.measure, held })];
  return [...parts, gap(6, held)];
}
