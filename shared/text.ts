import { z } from "zod";

/**
 * What may stand in a text field. Text is kept and printed as it was typed, so nothing is
 * trimmed or replaced here: a text is taken whole or refused, with `text_empty`, `text_too_long` or
 * `text_control` as the message.
 */

/** C0 and C1 controls and lone surrogates; `line` fields also refuse line breaks and tabs. */
const CONTROL_IN_LINE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]|\p{Surrogate}/u;
const CONTROL_IN_BLOCK = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/u;

function text(max: number, control: RegExp, required: boolean) {
  return z
    .string()
    .max(max, { error: "text_too_long" })
    .refine((value) => !control.test(value), { error: "text_control" })
    .refine((value) => !required || value.trim() !== "", { error: "text_empty" });
}

/** A single line that must be filled, at most `max` UTF-16 units. */
export const line = (max = 200) => text(max, CONTROL_IN_LINE, true);

/** A single line that may stay empty. */
export const optionalLine = (max = 200) => text(max, CONTROL_IN_LINE, false).default("");

/** Several lines that must hold something. */
export const block = (max = 4000) => text(max, CONTROL_IN_BLOCK, true);

/** Several lines that may stay empty. */
export const optionalBlock = (max = 4000) => text(max, CONTROL_IN_BLOCK, false).default("");

/** A calendar day `YYYY-MM-DD`, in the office's zone. */
export const day = z.iso.date({ error: "date_invalid" });

/** A moment in time, ISO 8601 in UTC with a trailing Z. */
export const instant = z.iso.datetime({ error: "date_invalid" });

/** The text, no longer than `most` UTF-16 units; no character is cut in two. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/\p{Surrogate}$/u, "");

/** The lines of a text that hold something. */
export const filledLines = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line.trim() !== "");
