import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import type { Template } from "#shared/letter/template.ts";
import type { Paper } from "#shared/request/model.ts";
import { ErrorNote, InfoNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { PdfView } from "../../paper/pdf-view.tsx";
import { usePaper } from "../../paper/use-paper.ts";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { paperText } from "../../text/paper.ts";
import { templatesText as text } from "../../text/templates.ts";
import { RequestPicker } from "./request-picker.tsx";

type Row = ResultOf<"request.list">["rows"][number];

const PAPERS = [
  { value: "A4", label: "A4" },
  { value: "F4", label: "F4" },
] as const;

/** The template as it prints, with a request's data: the newest one until another is chosen. */
export function PreviewPane({ template }: { template: Template }) {
  const { office } = useSession();
  const newest = useQuery("request.list", { limit: 1 });
  const [chosen, setChosen] = useState<Row | null | undefined>(undefined);
  const [paper, setPaper] = useState<Paper>(office.letterStyle.paper);
  const request = chosen === undefined ? (newest.data?.rows[0] ?? null) : chosen;
  const known = chosen !== undefined || newest.data !== undefined || newest.error !== null;
  const { result, failure, busy } = usePaper(
    "template.render",
    known ? { template, request: request?.id ?? null, paper } : null,
    "",
  );
  const pdf = result?.pdf ?? null;
  return (
    <aside className="preview" aria-label={text.preview}>
      <div className="preview-head">
        <RequestPicker chosen={request} onPick={setChosen} />
        <Select label={paperText.paper} value={paper} onChange={setPaper} options={PAPERS} />
      </div>
      {/* A region that scrolls must be within reach of the keyboard (WCAG 2.1.1). */}
      <div
        className="paper-view preview-paper"
        role="region"
        aria-label={paperText.preview}
        aria-busy={busy}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {failure !== null &&
          (failure.code === "params_invalid" || failure.field?.startsWith("template") === true ? (
            <InfoNote>{text.previewOld}</InfoNote>
          ) : (
            <ErrorNote>{failure.message}</ErrorNote>
          ))}
        {pdf !== null && <PdfView pdf={pdf} />}
        {result === null && failure === null && <p role="status">{paperText.drawing}</p>}
      </div>
    </aside>
  );
}
