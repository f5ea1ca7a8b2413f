import type { ImportedDetail } from "#shared/bundle/contract.ts";
import { moment, plainDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { importedText as text } from "../../text/bundle.ts";
import { stageText, stageTone } from "../../text/letters.ts";
import { useImportedFile } from "./use-imported-file.ts";

/** The letters as PDF, and who instructed whom. */
export function ImportedLetters({ bundle }: { bundle: ImportedDetail }) {
  const file = useImportedFile(bundle.id);
  const { letters, dispositions, office } = bundle;
  return (
    <div className="tab-stack">
      <section className="card">
        <header className="card-head">
          <h2>{text.letters}</h2>
        </header>
        {letters.length === 0 && <p className="letter-row muted">{text.noLetters}</p>}
        {letters.map(({ id, name, number, about, date, stage, files }) => (
          <div key={id} className="letter-row">
            <span className="imported-words">
              <span>
                {name}
                {number !== "" && <> · {number}</>}
              </span>
              <small className="muted">
                <Name>{about}</Name>
                {date !== "" && ` · ${plainDay(date)}`}
              </small>
            </span>
            <Chip tone={stageTone[stage]}>{stageText[stage]}</Chip>
            {files.map((path) => {
              const signed = files.length > 1 && path === files[0];
              const words = signed ? text.openSigned : text.openLetter;
              return (
                <Button
                  key={path}
                  small
                  icon="download"
                  aria-label={`${words} ${name} ${number}`}
                  onPress={() => void file.fetch(path)}
                >
                  {words}
                </Button>
              );
            })}
          </div>
        ))}
      </section>
      <section className="card">
        <header className="card-head">
          <h2>{text.dispositions}</h2>
        </header>
        {dispositions.length === 0 && <p className="letter-row muted">{text.noDispositions}</p>}
        {dispositions.map(({ id, from, to, instructions, note, at, reports }) => (
          <div key={id} className="letter-row">
            <span className="imported-words">
              <span>
                <Name>{text.dispositionTo(from, to.join(", "))}</Name>
              </span>
              <small className="muted">
                <Name>
                  {[instructions.join("; "), note].filter((one) => one !== "").join(". ")}
                </Name>
              </small>
              {reports.map((report) => (
                <small key={report.recipient}>
                  <Name>{text.report(report.recipient, report.text)}</Name>
                </small>
              ))}
            </span>
            <span className="muted small">{moment(at, office.zone)}</span>
          </div>
        ))}
      </section>
    </div>
  );
}
