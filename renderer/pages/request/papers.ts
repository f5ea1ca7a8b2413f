import type { RequestDetail } from "#shared/contract.ts";
import type { DocumentKind } from "#shared/request/model.ts";

/** A paper of a request: one of its documents, or its sheet with the run drawn on it. */
export type RequestPaper = DocumentKind | "sheet";

/** Letters go to a requester, whom in-house work does not have. */
export const documentsOf = ({ requester, extension }: RequestDetail): DocumentKind[] =>
  requester === null
    ? ["disposition"]
    : [
        "receipt",
        "disposition",
        "refusal",
        "delivery",
        ...(extension === null ? [] : ["extension" as const]),
      ];
