import { useState } from "react";
import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import type { DocumentKind } from "#shared/request/model.ts";
import { PaperDialog } from "../../paper/paper-dialog.tsx";
import { documentText } from "../../text/request.ts";
import { requestPageText as text } from "../../text/request-page.ts";
import { DispositionForm } from "./disposition-form.tsx";
import { LetterForm } from "./letter-form.tsx";
import type { RequestPaper } from "./papers.ts";

type PaperProps = { request: RequestDetail; paper: RequestPaper; onClose: () => void };
type Draft = Pick<ParamsIn<"document.render">, "text" | "disposition">;

/** A paper of a request as it will print. */
export function RequestPaperDialog({ request, paper, onClose }: PaperProps) {
  return paper === "sheet" ? (
    <PaperDialog
      title={text.sheetTitle(request.number)}
      method="sheet.render"
      params={{ request: request.id }}
      changed={request.changed}
      onClose={onClose}
    />
  ) : (
    <DocumentDialog request={request} kind={paper} onClose={onClose} />
  );
}

type DocumentDialogProps = { request: RequestDetail; kind: DocumentKind; onClose: () => void };

/** A document beside the form that fills it. */
function DocumentDialog({ request, kind, onClose }: DocumentDialogProps) {
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
    case "extension":
      return (
        <LetterForm
          request={request}
          kind={kind}
          onChange={(written) => onDraft({ text: written })}
        />
      );
    default:
      return kind satisfies never;
  }
}
