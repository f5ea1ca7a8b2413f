import type { RequestDetail, ResultOf } from "#shared/contract.ts";
import { offersOf } from "#shared/letter/offers.ts";
import type { Step } from "#shared/sop/definition.ts";

type TemplateRow = ResultOf<"template.list">[number];

/**
 * A paper of a request: its sheet with the run drawn on it, the lembar disposisi, or a letter of a
 * template; one that is there already, or a new one.
 */
export type RequestPaper = "sheet" | "disposition" | { kind: string; letter: string | null };

const EXTENSION = "extension";

/** The templates of which the request may have one more letter. */
export const writableOf = (
  templates: readonly TemplateRow[],
  { requester, extension, letters }: RequestDetail,
): TemplateRow[] =>
  templates.filter(
    ({ id, needsRequester, once }) =>
      (requester !== null || !needsRequester) &&
      (id !== EXTENSION || extension !== null) &&
      !(once && letters.some((one) => one.kind === id && one.stage !== "void")),
  );

/** What a step offers: the lembar disposisi, or a template with the letter that is there already. */
export type Offer =
  | { id: "disposition" }
  | { id: string; template: TemplateRow; letter: RequestDetail["letters"][number] | null };

/** The papers that a step names, each with the draft, or the only letter, that it goes on with. */
export function stepOffers(
  templates: readonly TemplateRow[],
  step: Step,
  request: RequestDetail,
): Offer[] {
  const writable = new Set(writableOf(templates, request).map(({ id }) => id));
  const named = offersOf(templates, step, request.requester !== null);
  // An extension that was recorded has its letter to be written, whatever the step.
  const due = writable.has(EXTENSION) && !named.includes(EXTENSION) ? [EXTENSION] : [];
  return [...due, ...named].flatMap((id): Offer[] => {
    if (id === "disposition") return [{ id }];
    const template = templates.find((one) => one.id === id);
    if (template === undefined) return [];
    const open = request.letters.findLast(
      ({ kind, stage }) =>
        kind === id && (writable.has(id) ? isUnfinished(stage) : stage !== "void"),
    );
    return open !== undefined || writable.has(id) ? [{ id, template, letter: open ?? null }] : [];
  });
}

const isUnfinished = (stage: RequestDetail["letters"][number]["stage"]): boolean =>
  stage === "draft" || stage === "checking" || stage === "approved";

/** Template of the tanda terima, which every request has and nobody writes. */
export const RECEIPT = "receipt";
