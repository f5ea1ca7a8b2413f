import type { ResultOf } from "#shared/contract.ts";
import type { Deadline } from "#shared/time/deadline.ts";
import { TIME_PROBLEMS } from "#shared/time/finding-words.ts";
import { derivationWords } from "#shared/time/derivation-words.ts";
import type { Zone } from "#shared/time/zone.ts";

/** A deadline as the contract answers it, its derivation also in words. */
export function deadlineResultOf(deadline: Deadline, zone: Zone): ResultOf<"deadline.compute"> {
  const words = derivationWords(deadline.derivation, zone);
  return {
    kind: deadline.kind,
    problem: deadline.kind === "unknown" ? TIME_PROBLEMS[deadline.problem] : null,
    due: deadline.kind === "due" ? deadline.due : null,
    fair: deadline.kind === "due" ? deadline.fair : null,
    derivation: deadline.derivation.map((entry, at) => ({
      ...entry,
      words: `${words[at]?.when ?? entry.day}: ${words[at]?.what ?? ""}`,
    })),
  };
}
