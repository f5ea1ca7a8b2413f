import type { Step } from "#shared/sop/definition.ts";
import { DISPOSITION } from "./model.ts";
import type { Template } from "./template.ts";

/** A template as far as it says which steps offer it. */
export type Offered = Pick<Template, "id" | "offeredBy" | "needsRequester">;

/** The lembar disposisi, which is a form without a template. */
const SHEET: Offered = {
  id: DISPOSITION,
  offeredBy: ["disposisi", "disposisikan", "mendisposisikan"],
  needsRequester: false,
};

/**
 * Ids of the papers that a step offers: those whose words stand in its outputs, then those of its
 * activity, each in the order in which the step names them. `hasRequester`: whether somebody asked.
 */
export function offersOf(
  templates: readonly Offered[],
  { outputs, gist }: Pick<Step, "outputs" | "gist">,
  hasRequester: boolean,
): string[] {
  const texts = [...outputs, gist].map(wordsOf);
  return [SHEET, ...templates]
    .filter(({ needsRequester }) => hasRequester || !needsRequester)
    .flatMap(({ id, offeredBy }) => {
      const places = offeredBy.flatMap((phrase) => placeOf(texts, wordsOf(phrase)) ?? []);
      return places.length === 0 ? [] : [{ id, place: Math.min(...places) }];
    })
    .toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The words of a text, whatever stands between them. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many words stand before a phrase in the first text that holds it; null where none does. */
function placeOf(texts: readonly string[][], phrase: readonly string[]): number | null {
  if (phrase.length === 0) return null;
  let before = 0;
  for (const words of texts) {
    const at = words.findIndex((_, start) =>
      phrase.every((word, index) => words[start + index] === word),
    );
    if (at >= 0) return before + at;
    before += words.length;
  }
  return null;
}
