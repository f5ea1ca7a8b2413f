import { z } from "zod";
import { line, optionalLine } from "#shared/text.ts";

/**
 * The office's schedule of retention (JRA, norms part 4): for each classification code how long an
 * archive is active, how long it is inactive after that, and what becomes of it then. Each office
 * sets its own; the program ships no figures.
 */

/** What becomes of an archive: musnah, dinilai kembali, permanen. From the least to the most kept. */
export const FATES = ["destroy", "review", "permanent"] as const;
export type Fate = (typeof FATES)[number];

export const FATE_WORDS: Record<Fate, string> = {
  destroy: "Musnah",
  review: "Dinilai kembali",
  permanent: "Permanen",
};

/** Whole months are counted by the calendar; see terms.ts. */
export const periodSchema = z.strictObject({
  years: z.int().min(0).max(100),
  months: z.int().min(0).max(11).default(0),
});
export type Period = z.infer<typeof periodSchema>;

export const MAX_RULES = 5000;

export const retentionRule = z.strictObject({
  /** A code of the classification; holds for all below it that have no rule of their own. */
  code: line(40).refine((code) => !/\s/.test(code), { error: "code_invalid" }),
  active: periodSchema,
  inactive: periodSchema,
  fate: z.enum(FATES),
  /** What the schedule says beside the figures, such as when the period begins. */
  note: optionalLine(200),
});
export type RetentionRule = z.infer<typeof retentionRule>;

/** The rule of a code: its own, or that of the nearest group above it (500.14 for 500.14.4). */
export function createRuleFinder(
  rules: readonly RetentionRule[],
): (code: string) => RetentionRule | null {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  return (code) => {
    for (let group = code; group !== ""; group = group.slice(0, group.lastIndexOf("."))) {
      const rule = byCode.get(group);
      if (rule !== undefined) return rule;
      if (!group.includes(".")) return null;
    }
    return null;
  };
}
export type FindRule = ReturnType<typeof createRuleFinder>;

/** The first code that stands twice, and where its second one is; null for none. */
export function ruleTwice(rules: readonly RetentionRule[]): { code: string; at: number } | null {
  const seen = new Set<string>();
  for (const [at, { code }] of rules.entries()) {
    if (seen.has(code)) return { code, at };
    seen.add(code);
  }
  return null;
}

/** "2 tahun", "1 tahun 6 bulan", "0 tahun". */
export function periodWords({ years, months }: Period): string {
  const parts = [years > 0 ? `${years} tahun` : "", months > 0 ? `${months} bulan` : ""];
  return parts.filter((part) => part !== "").join(" ") || "0 tahun";
}
