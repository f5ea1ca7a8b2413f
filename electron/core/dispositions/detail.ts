import type { DispositionDetail } from "#shared/disposition/contract.ts";
import { type DispositionState, wholeDisposition } from "#shared/disposition/model.ts";
import type { Archive } from "../archive/archive.ts";
import { readOffice } from "../office/methods.ts";
import { peopleOf } from "../office/people.ts";

/** Post of the office's head; empty before there is an office. */
export const headPost = (archive: Archive): string => readOffice(archive)?.head.post ?? "";

/** Dispositions as the contract shows them: older ones filled in, names in place of user ids. */
export function dispositionDetails(
  archive: Archive,
  dispositions: readonly DispositionState[],
): DispositionDetail[] {
  if (dispositions.length === 0) return [];
  const person = peopleOf(archive);
  const head = headPost(archive);
  return dispositions.map((one) => ({
    ...wholeDisposition(one, head),
    by: person(one.by),
    reports: (one.reports ?? []).map((report) => ({ ...report, by: person(report.by) })),
  }));
}
