import type { RequestDetail } from "#shared/contract.ts";
import { moment, plainDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { listed } from "../../text/common.ts";
import { documentText, natureText } from "../../text/request.ts";
import { requestPageText as text } from "../../text/request-page.ts";
import { documentsOf, type RequestPaper } from "./papers.ts";

type LettersTabProps = { request: RequestDetail; onOpen: (paper: RequestPaper) => void };

/** The papers of the request: numbered ones, those that can be written, and its dispositions. */
export function LettersTab({ request, onOpen }: LettersTabProps) {
  const { zone } = useSession().office;
  const issued = new Set(request.documents.map((document) => document.kind));
  const others = documentsOf(request).filter((kind) => !issued.has(kind));
  return (
    <div className="tab-stack">
      {request.documents.length > 0 && (
        <section className="card">
          <header className="card-head">
            <h2>{text.issued}</h2>
          </header>
          {request.documents.map((document) => (
            <div key={document.id} className="letter-row">
              <span>
                {text.letterOf(documentText[document.kind], document.number)}
                <small className="muted">
                  {plainDay(document.date)} · {document.by.name}
                </small>
              </span>
              <Button small onPress={() => onOpen(document.kind)}>
                {text.openPaper}
              </Button>
            </div>
          ))}
        </section>
      )}
      <section className="card">
        <header className="card-head">
          <h2>{text.toWrite}</h2>
        </header>
        {others.map((kind) => (
          <div key={kind} className="letter-row">
            <span>{documentText[kind]}</span>
            <Button small onPress={() => onOpen(kind)}>
              {kind === "receipt" ? text.openPaper : text.write}
            </Button>
          </div>
        ))}
        <div className="letter-row">
          <span>{text.sheetPaper}</span>
          <Button small onPress={() => onOpen("sheet")}>
            {text.openPaper}
          </Button>
        </div>
      </section>
      <section className="card">
        <header className="card-head">
          <h2>{text.dispositions}</h2>
        </header>
        {request.dispositions.length === 0 && (
          <p className="letter-row muted">{text.noDispositions}</p>
        )}
        {request.dispositions.map((one) => (
          <div key={one.id} className="letter-row">
            <span>
              <Name>{text.dispositionTo(listed(one.to))}</Name>
              <small className="muted">
                {[
                  natureText[one.nature],
                  ...one.instructions,
                  ...(one.due === "" ? [] : [text.due(one.due)]),
                ].join(" · ")}
              </small>
              {one.note !== "" && <Name>{one.note}</Name>}
              <small className="muted">{text.endedBy(moment(one.at, zone), one.by.name)}</small>
            </span>
          </div>
        ))}
      </section>
    </div>
  );
}
