import type { FitOptions } from "./notes.ts";
import { slugOf } from "#shared/sop/slug.ts";

export type Loose = Record<string, unknown>;

export const isRecord = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** No list of a draft is longer; what a hostile file adds must not even be looked at. */
const LONGEST = 200;
const STEPS = 400;
/** Lists lie no deeper than this in a definition. */
const DEEPEST = 5;

/** Puts in what a draft may leave open but must have, and bounds every list. */
export function complete(data: Loose, options: FitOptions): void {
  bound(data, [], options);
  for (const key of ["name", "number", "office", "unit"]) data[key] ??= "";
  data.id ??= slugOf(String(data.name), "sop-impor");
  data.lanes ??= [];
  records(data, "steps", [], options).forEach((step, index) => {
    step.no ??= index + 1;
    step.gist ??= "";
    step.lane ??= "";
    step.kind ??= "process";
    const ways = records(step, "next", ["steps", index], options);
    for (const way of ways) way.to ??= null;
  });
}

/** The objects of a list; anything else in it is dropped. */
function records(holder: Loose, key: string, path: PropertyKey[], options: FitOptions): Loose[] {
  const value = holder[key];
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const kept = Array.isArray(value) ? list.filter(isRecord) : [];
  const lost = list.length - kept.length;
  if (lost > 0) {
    const where = [...path, key];
    options.notes.add("not_taken", options.placeOf(where), `${where.join(".")} (${lost})`);
  }
  holder[key] = kept;
  return kept;
}

function bound(value: unknown, path: PropertyKey[], options: FitOptions): void {
  if (typeof value !== "object" || value === null || path.length > DEEPEST) return;
  if (Array.isArray(value)) {
    const most = path.length === 1 && path[0] === "steps" ? STEPS : LONGEST;
    if (value.length > most) {
      const rest = value.splice(most).length;
      options.notes.add("not_taken", options.placeOf(path), `${path.join(".")} (${rest} terakhir)`);
    }
    value.forEach((one, index) => bound(one, [...path, index], options));
    return;
  }
  for (const [key, one] of Object.entries(value)) bound(one, [...path, key], options);
}
