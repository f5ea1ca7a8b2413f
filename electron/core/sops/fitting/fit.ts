import type { z } from "zod";
import type { ImportNoteCode } from "#shared/sop/import.ts";
import { type Draft, draftSchema } from "#shared/sop/draft.ts";
import { complete, isRecord, type Loose } from "./complete.ts";
import type { FitOptions } from "./notes.ts";
import { cleanBlock, cleanLine, cut } from "./text.ts";

/** Each round mends every issue it finds, and a mended value shows at most a few more. */
const ROUNDS = 12;

/**
 * Makes a draft of what was read, by mending whatever the schema refuses: unknown keys are dropped,
 * texts cut and cleaned, values of a wrong kind left out, each with a note. The schema alone says
 * what is right, so a new field needs nothing here. `data` is changed. Null when it cannot be mended.
 */
export function fitDraft(data: Loose, options: FitOptions): Draft | null {
  for (let round = 0; round < ROUNDS; round += 1) {
    complete(data, options);
    const parsed = draftSchema.safeParse(data);
    if (parsed.success) return parsed.data;
    mend(data, parsed.error.issues, options);
  }
  return null;
}

function mend(data: Loose, issues: z.core.$ZodIssue[], { notes, placeOf, unknown }: FitOptions) {
  /** Elements go after all issues are read, since their indices would move. */
  const leaving = new Map<unknown[], Set<number>>();

  const remove = (path: PropertyKey[], code: ImportNoteCode = "not_taken") => {
    const holder = valueAt(data, path.slice(0, -1));
    const key = path.at(-1);
    if (Array.isArray(holder)) {
      const indices = leaving.get(holder) ?? new Set();
      if (indices.has(Number(key))) return;
      leaving.set(holder, indices.add(Number(key)));
    } else if (isRecord(holder) && key !== undefined) {
      if (!Object.hasOwn(holder, key)) return;
      Reflect.deleteProperty(holder, key);
    }
    notes.add(code, placeOf(path), path.join("."));
  };

  for (const issue of issues) {
    const { path } = issue;
    const value = valueAt(data, path);
    const put = (next: unknown, code: ImportNoteCode, detail: string) => {
      const holder = valueAt(data, path.slice(0, -1));
      const key = path.at(-1);
      if (key === undefined || typeof holder !== "object" || holder === null) return;
      Reflect.set(holder, key, next);
      notes.add(code, placeOf(path), detail);
    };
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) remove([...path, key], unknown);
    } else if (typeof value === "string" && issue.message === "text_control") {
      const block = cleanBlock(value);
      put(block === value ? cleanLine(value) : block, "text_cleaned", path.join("."));
    } else if (typeof value === "string" && issue.code === "too_big") {
      put(cut(value, Number(issue.maximum)), "text_cut", value);
    } else if (Array.isArray(value) && issue.code === "too_big") {
      put(value.slice(0, Number(issue.maximum)), "not_taken", `${path.join(".")} (terlalu banyak)`);
    } else if (issue.code === "invalid_type" && issue.expected === "string" && isFigure(value)) {
      put(String(value), "guessed", String(value));
    } else if (value === undefined) remove(path.slice(0, -1));
    else remove(path, codeOf(path));
  }
  for (const [list, indices] of leaving) {
    const kept = list.filter((_, index) => !indices.has(index));
    list.splice(0, list.length, ...kept);
  }
}

const isFigure = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);

function codeOf(path: PropertyKey[]): ImportNoteCode {
  if (path[0] !== "steps") return "not_taken";
  if (path.length === 3 && path[2] === "kind") return "kind_unknown";
  return path.length === 5 && path[4] === "to" ? "target_unknown" : "not_taken";
}

const valueAt = (data: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? (at as Loose)[key as string]
        : undefined,
    data,
  );
