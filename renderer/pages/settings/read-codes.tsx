import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { InfoNote } from "../../components/note.tsx";
import { numberingText as text } from "../../text/registers.ts";

/** Rows of an import that are shown before it is taken over. */
const PREVIEW = 6;

type ReadCodesProps = {
  read: ResultOf<"classification.read">;
  onReplace: () => void;
  onAdd: () => void;
  onIgnore: () => void;
};

/** What an import understood and what it did not, before anything of it is taken over. */
export function ReadCodes({ read: { codes, findings }, ...does }: ReadCodesProps) {
  return (
    <InfoNote title={text.readCodes(codes.length)}>
      {codes.length > 0 && (
        <>
          <p>{text.readHelp}</p>
          <ul className="numbering-read">
            {codes.slice(0, PREVIEW).map(({ code, name }) => (
              <li key={code}>
                <span className="number">{code}</span> <Name>{name}</Name>
              </li>
            ))}
            {codes.length > PREVIEW && <li>{text.more(codes.length - PREVIEW)}</li>}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <p>{text.problems(findings.length)}</p>
          <ul className="numbering-read numbering-findings">
            {findings.map(({ row, detail, code, message }) => (
              <li key={`${row} ${code} ${detail}`}>{text.problem(row, detail, message)}</li>
            ))}
          </ul>
        </>
      )}
      <div className="form-actions">
        {codes.length > 0 && (
          <>
            <Button small onPress={does.onReplace}>
              {text.replaceCodes}
            </Button>
            <Button small onPress={does.onAdd}>
              {text.addCodes}
            </Button>
          </>
        )}
        <Button small tone="quiet" onPress={does.onIgnore}>
          {text.ignoreCodes}
        </Button>
      </div>
    </InfoNote>
  );
}
