import { useState } from "react";
import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import type { DocumentKind, Paper } from "#shared/request/model.ts";
import { bytesOfBase64 } from "../../api/host.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { useServices } from "../../store/services.ts";
import { documentText } from "../../text/request.ts";
import { paperText as text } from "../../text/request-page.ts";
import { DispositionForm } from "./disposition-form.tsx";
import { LetterForm } from "./letter-form.tsx";
import { PdfView } from "./pdf-view.tsx";
import { usePaper } from "./use-paper.ts";

type DocumentDialogProps = { request: RequestDetail; kind: DocumentKind; onClose: () => void };
type Draft = Pick<ParamsIn<"document.render">, "text" | "disposition">;

const PAPERS = [
  { value: "A4", label: "A4 (210 × 297 mm)" },
  { value: "F4", label: "F4 (215 × 330 mm)" },
] as const;

/** A paper as it will print, beside the form that fills it; printed and saved from here. */
export function DocumentDialog({ request, kind, onClose }: DocumentDialogProps) {
  const { host, notices } = useServices();
  const [paper, setPaper] = useState<Paper>("A4");
  const [draft, setDraft] = useState<Draft>({});
  const shown = usePaper({ request: request.id, kind, paper, ...draft }, request.changed);
  const { result } = shown;
  const pdf = result?.pdf ?? null;

  async function print(): Promise<void> {
    if (pdf === null) return;
    const printed = await host.printPdf(bytesOfBase64(pdf));
    if (!printed.ok) notices.fail(printed.error);
  }
  async function save(): Promise<void> {
    if (result === null || pdf === null) return;
    const saved = await host.savePdf(bytesOfBase64(pdf), result.name);
    if (!saved.ok) notices.fail(saved.error);
    else if (saved.value) notices.tell(text.saved(result.name));
  }

  return (
    <Dialog
      title={documentText[kind]}
      wide
      onClose={onClose}
      footer={
        <>
          <Button icon="download" isDisabled={!result} onPress={() => void save()}>
            {text.save}
          </Button>
          <Button tone="primary" icon="print" isDisabled={!result} onPress={() => void print()}>
            {text.print}
          </Button>
        </>
      }
    >
      <div className="paper-split">
        <div className="paper-form">
          <Select label={text.paper} value={paper} onChange={setPaper} options={PAPERS} />
          <PaperForm request={request} kind={kind} onDraft={setDraft} />
        </div>
        <div className="paper-view" aria-busy={shown.busy}>
          {shown.failure !== null && <ErrorNote>{shown.failure.message}</ErrorNote>}
          {pdf !== null && <PdfView pdf={pdf} />}
          {result === null && shown.failure === null && <p role="status">{text.drawing}</p>}
        </div>
      </div>
    </Dialog>
  );
}

type PaperFormProps = {
  request: RequestDetail;
  kind: DocumentKind;
  onDraft: (draft: Draft) => void;
};

function PaperForm({ request, kind, onDraft }: PaperFormProps) {
  switch (kind) {
    case "receipt":
      return null;
    case "disposition":
      return request.status === "running" ? (
        <DispositionForm
          request={request}
          onChange={(disposition) => onDraft(disposition === null ? {} : { disposition })}
        />
      ) : null;
    case "refusal":
    case "delivery":
      return (
        <LetterForm
          request={request}
          kind={kind}
          onChange={(letter) => onDraft({ text: letter })}
        />
      );
    default:
      return kind satisfies never;
  }
}
