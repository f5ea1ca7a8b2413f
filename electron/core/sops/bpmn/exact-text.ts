import { extensionOf, stringOf } from "./elements.ts";
import type { Element } from "./vocabulary.ts";

/**
 * Text in XML loses some characters (tools turn tabs and line breaks of attributes into blanks,
 * and two code points are not XML at all). Such text is written readable, and once more as ASCII
 * JSON; the JSON counts only while the readable text was not edited elsewhere.
 */

/** What XML can carry of `text` unchanged through any tool. */
export const readable = (text: string): string =>
  text
    .replace(/[\t\n\r\u0085\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu, "")
    .trim();

/** Words of another tool, where a line break only fits them into a symbol. */
export const oneLine = (text: string | undefined): string =>
  (text ?? "").replace(/\s+/g, " ").trim();

/** JSON whose every character may stand in an attribute. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007F-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The properties of one of Lajur's text elements. */
export function textProperties(text: string): { body: string; exact?: string } {
  const body = readable(text);
  return body === text ? { body } : { body, exact: asciiJson(text) };
}

/** The text of one of Lajur's text elements. */
export const textOf = (element: Element): string =>
  exactly(stringOf(element, "body") ?? "", stringOf(element, "exact"));

/** The element's name as it was written; undefined when it has none. */
export function nameOf(element: Element): string | undefined {
  const name = stringOf(element, "name");
  if (name === undefined) return undefined;
  return exactly(name, stringOf(extensionOf(element, "lajur:Exact"), "name"));
}

function exactly(shown: string, exact: string | undefined): string {
  if (exact === undefined) return shown;
  const text = parseJson(exact);
  return typeof text === "string" && readable(text) === readable(shown) ? text : shown;
}

/** Undefined when `text` is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
