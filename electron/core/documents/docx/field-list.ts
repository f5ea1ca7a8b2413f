import type { Field } from "#shared/letter/types.ts";
import { measureArial } from "#shared/sheet/arial.ts";
import type { Layout } from "./layout.ts";
import { table } from "./tables.ts";
import { textParagraph } from "./text.ts";

/** Label, colon, value; the colons stand below each other. */

const COLON = 9;

export type FieldListPlace = {
  /** Least width of the labels, width of the whole and distance from the margin, in points. */
  label: number;
  width: number;
  indent?: number;
  size?: number;
  /** On one page with what follows. */
  held?: boolean;
};

export function fieldList(layout: Layout, fields: readonly Field[], place: FieldListPlace) {
  const { size, width, indent, held: keepNext = false } = place;
  const label = labelWidth(
    layout,
    fields.map((field) => field.label),
    place.label,
  );
  return table(
    [label, COLON, width - label - COLON],
    fields.map(({ label, value, strong }) => ({
      cells: [
        { parts: [textParagraph(label, { size }, { keepNext })] },
        { parts: [textParagraph(":", { size }, { keepNext })] },
        { parts: [textParagraph(value, { size, bold: strong }, { keepNext })] },
      ],
    })),
    { indent },
  );
}

/** Width of the longest label with the room after it; a third of the measure at most. */
export function labelWidth({ page, look }: Layout, labels: readonly string[], least: number) {
  const widths = labels.map((text) => measureArial(text, { size: look.size, bold: false }) + 6);
  return Math.min(Math.max(least, ...widths), page.measure / 3);
}
