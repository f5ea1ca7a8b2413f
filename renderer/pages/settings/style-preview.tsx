import "../../paper/paper.css";
import type { LetterStyle } from "#shared/office.ts";
import { ErrorNote } from "../../components/note.tsx";
import { PdfView } from "../../paper/pdf-view.tsx";
import { usePaper } from "../../paper/use-paper.ts";
import { useQuery } from "../../store/use-query.ts";
import { letterStyleText as text } from "../../text/letter-style.ts";
import { paperText } from "../../text/paper.ts";

/** A letter of the office in this style, with the newest request's data. */
export function StylePreview({ style }: { style: LetterStyle }) {
  const list = useQuery("template.list", {});
  const newest = useQuery("request.list", { limit: 1 });
  const letters = (list.data ?? []).filter(({ register }) => register === "outgoing");
  const first = letters.find(({ id }) => id === "refusal") ?? letters[0];
  const letter = useQuery("template.get", first === undefined ? null : { id: first.id });
  const template = letter.data?.template;
  const { result, failure, busy } = usePaper(
    "template.render",
    template === undefined || newest.data === undefined
      ? null
      : { template, request: newest.data.rows[0]?.id ?? null, style },
    "",
  );
  const pdf = result?.pdf ?? null;
  return (
    // A region that scrolls must be within reach of the keyboard (WCAG 2.1.1).
    <div
      className="paper-view style-preview"
      role="region"
      aria-label={text.preview}
      aria-busy={busy}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {failure !== null && <ErrorNote>{failure.message}</ErrorNote>}
      {pdf !== null && <PdfView pdf={pdf} />}
      {result === null && failure === null && <p role="status">{paperText.drawing}</p>}
    </div>
  );
}
