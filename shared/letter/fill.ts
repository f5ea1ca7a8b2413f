import { filledLines } from "#shared/text.ts";
import { FIELDS, type FieldSource, INPUT_PREFIX, isField } from "./fields.ts";
import { DOTS } from "./words.ts";

/** `{pemohon.nama}`, `{isian.alasan}`; in the cells of a table also `{nama}` and `{1}`. */
const FIELD = /\{([a-z0-9][a-z0-9.-]{0,59})\}/g;

export type InputValue = string | string[] | string[][];

/** Fills the fields of texts. A field that nobody knows stays as it was written. */
export type Fill = ReturnType<typeof createFill>;

export function createFill(source: FieldSource, inputs: ReadonlyMap<string, InputValue>) {
  const known = new Map<string, string>();

  /** A field's value; null when there is no such field. */
  function valueOf(key: string): string | null {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const value = read(key);
    if (value !== null) known.set(key, value);
    return value;
  }

  function read(key: string): string | null {
    if (isField(key)) return FIELDS[key].value(source);
    if (!key.startsWith(INPUT_PREFIX)) return null;
    const input = inputs.get(key.slice(INPUT_PREFIX.length));
    return input === undefined ? null : wordsOf(input);
  }

  const text = (written: string, extra?: ReadonlyMap<string, string>): string =>
    written.replace(FIELD, (whole, key: string, at: number) => {
      const value = extra?.get(key) ?? valueOf(key) ?? whole;
      const gap = value === "" && key.startsWith(INPUT_PREFIX);
      return gap && !isAlone(written, whole, at) ? DOTS : value;
    });

  return {
    /** The text with its fields filled; `extra` are those of a row. */
    text,
    /** A filled text by its lines, without the empty ones. */
    lines: (written: string): string[] => filledLines(text(written)),
    input: (key: string): InputValue | undefined => inputs.get(key),
    /** Whether a block with this condition is shown. */
    holds(condition: string): boolean {
      if (condition === "") return true;
      const wanted = !condition.startsWith("!");
      const value = valueOf(wanted ? condition : condition.slice(1)) ?? "";
      return (value.trim() !== "") === wanted;
    },
  };
}

/** Whether a field has its line for itself; else what was not filled in leaves a gap in a sentence. */
function isAlone(written: string, field: string, at: number): boolean {
  const end = written.indexOf("\n", at);
  const line = written.slice(written.lastIndexOf("\n", at) + 1, end < 0 ? undefined : end);
  return line.trim() === field;
}

/** The fields that a text names, known or not. */
export const fieldsIn = (written: string): string[] =>
  [...written.matchAll(FIELD)].map(([, key = ""]) => key);

const wordsOf = (value: InputValue): string =>
  typeof value === "string"
    ? value
    : value
        .flat()
        .filter((one) => one !== "")
        .join("\n");
