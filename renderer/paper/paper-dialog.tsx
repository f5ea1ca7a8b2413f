import "./paper.css";
import { type ReactNode, useState } from "react";
import type { ParamsIn } from "#shared/contract.ts";
import type { Paper } from "#shared/request/model.ts";
import { bytesOfBase64 } from "../api/host.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { ErrorNote } from "../components/note.tsx";
import { Select } from "../components/select.tsx";
import { useServices } from "../store/services.ts";
import { paperText as text } from "../text/paper.ts";
import { PdfView } from "./pdf-view.tsx";
import { type PaperMethod, usePaper } from "./use-paper.ts";

/** What is asked for, without what this dialog asks itself. */
type Asked<P> = P extends unknown ? Omit<P, "paper" | "path"> : never;

type PaperDialogProps<M extends PaperMethod> = {
  title: string;
  method: M;
  params: Asked<ParamsIn<M>>;
  /** Says that what the paper is about changed; anything that differs then. */
  changed?: string;
  /** What fills the paper, beside it. */
  form?: ReactNode;
  onClose: () => void;
};

const PAPERS = [
  { value: "A4", label: "A4 (210 × 297 mm)" },
  { value: "F4", label: "F4 (215 × 330 mm)" },
] as const;

/** A paper as it will print; printed and saved from here. */
export function PaperDialog<M extends PaperMethod>(props: PaperDialogProps<M>) {
  const { title, method, params, changed = "", form, onClose } = props;
  const { host, notices } = useServices();
  const [paper, setPaper] = useState<Paper>("A4");
  const asked = { ...params, paper } as unknown as ParamsIn<M>;
  const { result, failure, busy } = usePaper(method, asked, changed);
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
      title={title}
      wide
      onClose={onClose}
      footer={
        <>
          <Button icon="download" isDisabled={pdf === null} onPress={() => void save()}>
            {text.save}
          </Button>
          <Button
            tone="primary"
            icon="print"
            isDisabled={pdf === null}
            onPress={() => void print()}
          >
            {text.print}
          </Button>
        </>
      }
    >
      <div className={form === undefined ? "paper-alone" : "paper-split"}>
        <div className="paper-form">
          <Select label={text.paper} value={paper} onChange={setPaper} options={PAPERS} />
          {form ?? <p className="muted small">{result !== null && text.pages(result.pages)}</p>}
        </div>
        {/* A region that scrolls must be within reach of the keyboard (WCAG 2.1.1). */}
        <div
          className="paper-view"
          role="region"
          aria-label={text.preview}
          aria-busy={busy}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {failure !== null && <ErrorNote>{failure.message}</ErrorNote>}
          {pdf !== null && <PdfView pdf={pdf} />}
          {result === null && failure === null && <p role="status">{text.drawing}</p>}
        </div>
      </div>
    </Dialog>
  );
}
