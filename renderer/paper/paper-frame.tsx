import "./paper.css";
import type { ReactNode } from "react";
import type { Failure } from "#shared/errors.ts";
import type { Paper } from "#shared/request/model.ts";
import { bytesOfBase64 } from "../api/host.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { ErrorNote } from "../components/note.tsx";
import { Select } from "../components/select.tsx";
import { useServices } from "../store/services.ts";
import { paperText as text } from "../text/paper.ts";
import { PdfView } from "./pdf-view.tsx";

/** A file that can be shown: PDF as base64, and the name it is saved under. */
export type ShownPaper = { pdf: string | null; name: string; pages: number | null };

type PaperFrameProps = {
  title: string;
  /** Null while it is being drawn. */
  shown: ShownPaper | null;
  failure: Failure | null;
  busy: boolean;
  /** The paper it is drawn on; absent where that is no longer a choice. */
  paper?: { value: Paper; onChange: (paper: Paper) => void };
  /** What fills the paper, beside it. */
  form?: ReactNode;
  /** Stands in place of the paper where there is no PDF to show. */
  instead?: ReactNode;
  /** Further ways to save it, before printing. */
  more?: ReactNode;
  onClose: () => void;
};

const PAPERS = [
  { value: "A4", label: "A4 (210 × 297 mm)" },
  { value: "F4", label: "F4 (215 × 330 mm)" },
] as const;

/** A dialog with a paper in it as it will print; printed and saved from here. */
export function PaperFrame(props: PaperFrameProps) {
  const { title, shown, failure, busy, paper, form, instead, more, onClose } = props;
  const { host, notices } = useServices();
  const pdf = shown?.pdf ?? null;

  async function print(): Promise<void> {
    if (pdf === null) return;
    const printed = await host.printPdf(bytesOfBase64(pdf));
    if (!printed.ok) notices.fail(printed.error);
  }
  async function save(): Promise<void> {
    if (shown === null || pdf === null) return;
    const saved = await host.saveFile(bytesOfBase64(pdf), shown.name);
    if (!saved.ok) notices.fail(saved.error);
    else if (saved.value) notices.tell(text.saved(shown.name));
  }

  return (
    <Dialog
      title={title}
      wide
      onClose={onClose}
      footer={
        <>
          {more}
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
          {paper !== undefined && (
            <Select
              label={text.paper}
              value={paper.value}
              onChange={paper.onChange}
              options={PAPERS}
            />
          )}
          {form ??
            (typeof shown?.pages === "number" && (
              <p className="muted small">{text.pages(shown.pages)}</p>
            ))}
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
          {pdf === null && instead}
          {shown === null && failure === null && <p role="status">{text.drawing}</p>}
        </div>
      </div>
    </Dialog>
  );
}
