import type { RequestDetail } from "#shared/contract.ts";
import { filePath } from "#shared/window.ts";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { progressText as text } from "../../text/letters.ts";
import type { LetterDetail } from "./letter-text.ts";
import { SignatureList } from "./signature-list.tsx";

type LetterFactsProps = { request: RequestDetail; letter: LetterDetail };

/** What happened to a numbered letter, in its order. */
export function LetterFacts({ request, letter }: LetterFactsProps) {
  const { zone } = useSession().office;
  const { issued, signed, sent, voided } = letter;
  if (issued === null) return null;
  return (
    <>
      <section className="letter-section">
        <p>{text.numbered(letter.number)}</p>
        <p className="muted small">{text.numberedBy(issued.at, zone, issued.by.name)}</p>
        {issued.inserted !== "" && (
          <p className="small">
            <Name>{text.inserted(issued.inserted)}</Name>
          </p>
        )}
      </section>
      {signed !== null && (
        <section className="letter-section">
          <p>
            {signed.how === "wet" ? text.signedWet(signed.day) : text.signedElectronic(signed.day)}
          </p>
          <p className="muted small">{text.recordedBy(signed.at, zone, signed.by.name)}</p>
          {signed.file === null ? (
            <p className="muted small">{text.onPaper}</p>
          ) : (
            <>
              <FileLink request={request} file={signed.file} label={text.signedFile} />
              <p className="muted small">{text.fileKept}</p>
              {signed.how === "electronic" && (
                <SignatureList request={request.id} letter={letter.id} />
              )}
            </>
          )}
        </section>
      )}
      {sent !== null && (
        <section className="letter-section">
          <p>
            <Name>{text.sent(sent.day, sent.how, sent.to)}</Name>
          </p>
          {sent.note !== "" && (
            <p className="small">
              <Name>{sent.note}</Name>
            </p>
          )}
          <p className="muted small">{text.recordedBy(sent.at, zone, sent.by.name)}</p>
          {sent.proof !== null && (
            <FileLink request={request} file={sent.proof} label={text.proof} />
          )}
        </section>
      )}
      {voided !== null && (
        <section className="letter-section">
          <p>{text.voided(voided.at, zone, voided.by.name)}</p>
          <p className="small">
            <Name>{text.voidReason(voided.reason)}</Name>
          </p>
        </section>
      )}
    </>
  );
}

type FileLinkProps = { request: RequestDetail; file: string; label: string };

/** The attachment itself, as it was brought in. */
function FileLink({ request, file, label }: FileLinkProps) {
  const name = request.files.find(({ id }) => id === file)?.name;
  if (name === undefined) return null;
  return (
    <p className="small">
      {label}:{" "}
      <a href={filePath(request.id, file)} download={name}>
        <Name>{name}</Name>
      </a>
    </p>
  );
}
