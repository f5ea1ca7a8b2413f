import type { Exit, Plan } from "./plan.ts";
import { STYLE } from "./style.ts";
import type { Line, Measure } from "./types.ts";
import { OUTCOME_WORDS } from "./words.ts";
import { widthOf, wrapText } from "./wrap.ts";

export type LabelForm = { lines: Line[]; width: number; height: number };
/** A label's forms, from one line to the narrowest; `narrow` is the last of them. */
export type LabelText = { forms: LabelForm[]; narrow: LabelForm };

/**
 * The words beside ways and ends, by the exit's id. A way that ends says how ("Rahasia: ditolak");
 * a capsule that means "selesai" needs no word.
 */
export function labelTexts(plan: Plan, measure: Measure): Map<number, LabelText> {
  const texts = new Map<number, LabelText>();
  for (const exit of [...plan.exits, ...plan.marks]) {
    const words = wordsOf(exit, plan);
    if (words !== "") texts.set(exit.id, textOf(words, measure));
  }
  return texts;
}

function wordsOf(exit: Exit, plan: Plan): string {
  if (exit.outcome === null) return exit.branch ?? "";
  const outcome = OUTCOME_WORDS[exit.outcome];
  if (exit.branch !== null) return `${exit.branch}: ${outcome}`;
  const capsule = isCapsule(plan, exit);
  return capsule && exit.outcome === "selesai" ? "" : outcome;
}

function isCapsule(plan: Plan, exit: Exit): boolean {
  const kind = plan.rows[exit.from]?.kind;
  return kind === "end" || kind === "start";
}

function textOf(words: string, measure: Measure): LabelText {
  const { labelMax } = STYLE;
  // A way that was taken has its words in bold type; they need the most room.
  const label = { ...STYLE.label, bold: true };
  const word = Math.max(...words.split(/\s+/).map((one) => measure(one, label)));
  // The words of an end stand under a symbol of the least width, a little over its sides.
  const least = Math.max(Math.min(word, labelMax), STYLE.symbol.min + 6);
  const forms: LabelForm[] = [];
  for (const width of [Number.POSITIVE_INFINITY, labelMax * 1.4, labelMax, least]) {
    const lines = wrapText(words, width, label, measure);
    const wide = Math.ceil(widthOf(lines, label, measure));
    if (forms.some((form) => form.lines.length === lines.length && form.width <= wide)) continue;
    forms.push({ lines, width: wide, height: lines.length * label.line });
  }
  return { forms, narrow: forms.at(-1) as LabelForm };
}
