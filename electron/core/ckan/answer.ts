import { ok } from "#shared/errors.ts";
import type { Answer, OpenDataPortal } from "./open-data-portal.ts";

/** What is said to the asker of a data request, and the dataset that is the answer. */
export type ToAnswer = {
  datarequest: string;
  /** Null where no dataset is. */
  dataset: { name: string; url: string } | null;
  comment: string;
};

/**
 * Answers a data request and closes it. Looks first, so that a second try says nothing twice: a
 * comment that stands there already is not written again, and what is closed stays as it is.
 */
export async function answerRequest(
  portal: OpenDataPortal,
  { datarequest, dataset, comment }: ToAnswer,
  signal: AbortSignal,
): Promise<Answer<null>> {
  const found = await portal.requests.find(datarequest, signal);
  if (!found.ok) return found;
  // Somebody has deleted it: there is nobody left to answer.
  if (found.value === null) return ok(null);
  if (comment !== "") {
    const said = await portal.requests.comments(datarequest, signal);
    if (!said.ok) return said;
    if (!said.value.some((one) => same(one, comment))) {
      const written = await portal.requests.comment(datarequest, comment, signal);
      if (!written.ok) return written;
    }
  }
  if (found.value.closed) return ok(null);
  let accepted = "";
  if (dataset !== null) {
    // CKAN takes the id of a dataset here, and no name.
    const there = await portal.find(dataset.name, signal);
    if (!there.ok) return there;
    accepted = there.value?.id ?? "";
  }
  return portal.requests.close(datarequest, accepted, signal);
}

/** A portal may write line breaks and blanks in its own way. */
const same = (one: string, other: string): boolean =>
  one.replace(/\s+/g, " ").trim() === other.replace(/\s+/g, " ").trim();
