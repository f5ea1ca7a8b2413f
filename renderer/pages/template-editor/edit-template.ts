import type { Template, TemplateBlock, TemplateInput } from "#shared/letter/template.ts";
import { slugOf } from "#shared/sop/slug.ts";

/** Changes of a template as the editor makes them. Pure; blocks that stay keep their identity. */

/** As many as a template takes. */
export const MOST_BLOCKS = 120;
export const MOST_INPUTS = 40;

export function setBlock(template: Template, at: number, block: TemplateBlock): Template {
  return { ...template, blocks: template.blocks.map((one, each) => (each === at ? block : one)) };
}

/** Puts a block at `at` (0 to the number of blocks). */
export function addBlock(template: Template, at: number, block: TemplateBlock): Template {
  if (template.blocks.length >= MOST_BLOCKS) return template;
  return { ...template, blocks: template.blocks.toSpliced(at, 0, block) };
}

/** Takes a block out; the last one stays, for a template without blocks is none. */
export function removeBlock(template: Template, at: number): Template {
  if (template.blocks.length <= 1 || template.blocks[at] === undefined) return template;
  return { ...template, blocks: template.blocks.toSpliced(at, 1) };
}

export function moveBlock(template: Template, from: number, to: number): Template {
  const blocks = moved(template.blocks, from, to);
  return blocks === template.blocks ? template : { ...template, blocks };
}

export function duplicateBlock(template: Template, at: number): Template {
  const block = template.blocks[at];
  return block === undefined ? template : addBlock(template, at + 1, structuredClone(block));
}

/** The list with one item elsewhere; the same list where there is nothing to move. */
export function moved<T>(items: T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length || from === to) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

export function setInput(template: Template, at: number, change: Partial<TemplateInput>): Template {
  const inputs = template.inputs.map((one, each) => (each === at ? { ...one, ...change } : one));
  return { ...template, inputs };
}

/** Puts an empty input last, under a key that is free. */
export function addInput(template: Template, label: string): Template {
  if (template.inputs.length >= MOST_INPUTS) return template;
  const key = freeId(
    slugOf(label, "isian"),
    template.inputs.map((one) => one.key),
    30,
  );
  const input: TemplateInput = {
    key,
    label,
    type: "text",
    required: false,
    help: "",
    columns: [],
    value: "",
  };
  return { ...template, inputs: [...template.inputs, input] };
}

/** Takes an input out; texts that name it keep the name and are found by the check. */
export function removeInput(template: Template, at: number): Template {
  return { ...template, inputs: template.inputs.toSpliced(at, 1) };
}

/**
 * Gives an input another key wherever it is named: in texts, conditions and sources. Nothing
 * happens where the key is another input's already.
 */
export function renameInput(template: Template, at: number, key: string): Template {
  const old = template.inputs[at]?.key;
  if (old === undefined || old === key) return template;
  if (template.inputs.some((one) => one.key === key)) return template;
  const field = `isian.${old}`;
  const rename = (text: string): string => text.replaceAll(`{${field}}`, `{isian.${key}}`);
  const { inputs, blocks, ...rest } = template;
  return {
    ...mapTexts(rest, rename),
    inputs: inputs.map((one, each) => (each === at ? { ...one, key } : one)),
    blocks: blocks.map((block) => {
      const named = mapTexts(block, rename);
      const condition = named.when.replace(/^!/, "");
      const when = condition === field ? named.when.replace(field, `isian.${key}`) : named.when;
      if (!("source" in named) || named.source !== old) return { ...named, when };
      return { ...named, when, source: key };
    }),
  };
}

/** The same value with every text in it changed. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    mapTexts(one, change),
  ]);
  return Object.fromEntries(entries) as T;
}

/** The text with `inserted` in place of what was chosen, and where the caret stands then. */
export function insertAt(
  text: string,
  { start, end }: Caret,
  inserted: string,
): { text: string; caret: number } {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  return {
    text: text.slice(0, from) + inserted + text.slice(to),
    caret: from + inserted.length,
  };
}
export type Caret = { start: number; end: number };

/** The id of a template made under this name: a slug that begins with a letter and is not taken. */
export function idOfCopy(name: string, taken: readonly string[]): string {
  const slug = slugOf(name, "templat");
  return freeId(/^[a-z]/.test(slug) ? slug : `templat-${slug}`, taken, 60);
}

/** The id, with a number behind it where it is taken; at most `most` characters. */
function freeId(id: string, taken: readonly string[], most: number): string {
  const begins = /^[a-z]/.test(id) ? id : `isian-${id}`;
  const cut = (room: number): string => begins.slice(0, room).replace(/-+$/, "");
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? "" : `-${number}`;
    const free = `${cut(most - tail.length)}${tail}`;
    if (!taken.includes(free)) return free;
  }
}
