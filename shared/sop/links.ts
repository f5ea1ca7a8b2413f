import type { Definition } from "./definition.ts";

/**
 * Other SOPs that a definition names ("SOP Rapat" in Keterangan, "SOP Dokumentasi Informasi" in
 * Keterkaitan). Papers spell one name in several ways, so names are compared by their words.
 */
export type SopLink = { text: string; sop: string; name: string };

const NAMED = /^SOP\s+\S/iu;

/** `others` are the SOPs that the office has. */
export function linksOf(
  definition: Definition,
  others: readonly Pick<Definition, "id" | "name" | "office">[],
): SopLink[] {
  const texts = new Set([
    ...(definition.identity?.related ?? []),
    ...definition.steps.flatMap((step) => [step.note ?? "", ...step.requirements]),
  ]);
  return [...texts].flatMap((text): SopLink[] => {
    if (!NAMED.test(text)) return [];
    const words = wordsOf(text);
    const same = others.filter((one) => one.id !== definition.id && wordsOf(one.name) === words);
    const found = same.find((one) => one.office === definition.office) ?? same[0];
    return found === undefined ? [] : [{ text, sop: found.id, name: found.name }];
  });
}

/** Words that carry no name, and spellings that the papers mix. */
const SPELLINGS: Record<string, string> = {
  sop: "",
  dan: "",
  analisa: "analisis",
  desiminasi: "diseminasi",
  sektorial: "sektoral",
};

const wordsOf = (name: string): string =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => SPELLINGS[word] ?? word)
    .filter((word) => word !== "")
    .join(" ");
