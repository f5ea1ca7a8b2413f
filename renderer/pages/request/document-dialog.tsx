import { useState } from "react";
import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import type { DocumentKind } from "#shared/request/model.ts";
import { PaperDialog } from "../../paper/paper-dialog.tsx";
import { documentText } from "../../text/request.ts";
import { DispositionForm } from "./disposition-form.tsx";
import { LetterForm } from "./letter-form.tsx";

/** A paper of a request: one of its documents, or its sheet with the run drawn on it. */
export type RequestPaper = DocumentKind | "sheet";

type DocumentDialogProps = { request: RequestDetail; kind: DocumentKind; onClose: () => void };
type Draft = Pick<ParamsIn<"document.render">, "text" | "disposition">;

/** A document as it will print, beside the form that fills it. */
export function DocumentDialog({ request, kind, onClose }: DocumentDialogProps) {
  const [draft, setDraft] = useState<Draft>({});
  return (
    <PaperDialog
      title={documentText[kind]}
      method="document.render"
      params={{ request: request.id, kind, ...draft }}
      changed={request.changed}
      form={formOf(request, kind, setDraft)}
      onClose={onClose}
    />
  );
}

/** Undefined where nothing is to be filled in. */
function formOf(request: RequestDetail, kind: DocumentKind, onDraft: (draft: Draft) => void) {
  switch (kind) {
    case "receipt":
      return undefined;
    case "disposition":
      return request.status === "running" ? (
        <DispositionForm
          request={request}
          onChange={(disposition) => onDraft(disposition === null ? {} : { disposition })}
        />
      ) : undefined;
    case "refusal":
    case "delivery":
      return (
        <LetterForm request={request} kind={kind} onChange={(text) => onDraft({ text })} />
      );
    default:
      return kind satisfies never;
  }
}
