import type { Notes } from "../fitting/notes.ts";
import type { Loose } from "../fitting/complete.ts";
import { childOf, extensionOf, listOf, stringOf } from "./elements.ts";
import { parseJson, textOf } from "./exact-text.ts";
import type { Element } from "./vocabulary.ts";

/** Lajur's own facts in a file, as loose data that `fitDraft` checks. */

/** Of the whole definition, without its lanes and steps. */
export function definitionFacts(process: Element, notes: Notes): Loose {
  const facts = extensionOf(process, "lajur:Definition");
  if (facts === undefined) return {};
  const entries: [string, unknown][] = [];
  for (const fact of listOf(facts, "facts")) {
    entries.push([stringOf(fact, "name") ?? "", textOf(fact)]);
  }
  for (const data of listOf(facts, "data")) {
    const name = stringOf(data, "name") ?? "";
    const value = parseJson(textOf(data));
    if (value === undefined) notes.add("not_taken", "lajur:data", name);
    else entries.push([name, value]);
  }
  const { id, version } = facts;
  const known = entries.filter(([name]) => /^[a-z]\w*$/i.test(name));
  return {
    ...Object.fromEntries(known),
    ...(id === undefined ? {} : { id }),
    ...(version === undefined ? {} : { version }),
  };
}

/** Of one row: `kind`, and all but its number, words, lane and ways. */
export function stepFacts(node: Element): Loose {
  const facts = extensionOf(node, "lajur:Step");
  if (facts === undefined) return {};
  const texts = (name: string) => listOf(facts, name).map(textOf);
  const text = (name: string) => {
    const element = childOf(facts, name);
    return element === undefined ? null : textOf(element);
  };
  return {
    also: texts("also"),
    requirements: texts("requirements"),
    time: text("time"),
    outputs: texts("outputs"),
    note: text("note"),
    inferred: (stringOf(facts, "inferred") ?? "").split(" ").filter((one) => one !== ""),
  };
}
