import type { RequestDetail } from "#shared/contract.ts";
import { PaperDialog } from "../../paper/paper-dialog.tsx";
import { requestPageText as text } from "../../text/request-page.ts";
import { LetterDialog } from "../letters/letter-dialog.tsx";
import { DispositionDialog } from "./disposition-dialog.tsx";
import type { RequestPaper } from "./papers.ts";

type PaperProps = { request: RequestDetail; paper: RequestPaper; onClose: () => void };

/** A paper of a request as it will print, with what fills it. */
export function RequestPaperDialog({ request, paper, onClose }: PaperProps) {
  if (paper === "sheet") {
    return (
      <PaperDialog
        title={text.sheetTitle(request.number)}
        method="sheet.render"
        params={{ request: request.id }}
        changed={request.changed}
        onClose={onClose}
      />
    );
  }
  if (paper === "disposition") {
    return <DispositionDialog request={request} open={{ what: "give" }} onClose={onClose} />;
  }
  return <LetterDialog request={request} {...paper} onClose={onClose} />;
}
