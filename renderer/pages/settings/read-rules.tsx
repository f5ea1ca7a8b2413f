import type { ResultOf } from "#shared/contract.ts";
import { FATE_WORDS, periodWords } from "#shared/retention/rules.ts";
import { Button } from "../../components/button.tsx";
import { InfoNote } from "../../components/note.tsx";
import { numberingText } from "../../text/registers.ts";
import { scheduleText as text } from "../../text/retention.ts";

/** Rows of an import that are shown before it is taken over. */
const PREVIEW = 6;

type ReadRulesProps = {
  read: ResultOf<"retention.read">;
  onReplace: () => void;
  onAdd: () => void;
  onIgnore: () => void;
};

/** What an import understood and what it did not, before anything of it is taken over. */
export function ReadRules({ read: { rules, findings }, ...does }: ReadRulesProps) {
  return (
    <InfoNote title={text.read(rules.length)}>
      {rules.length > 0 && (
        <>
          <p>{text.readHelp}</p>
          <ul className="numbering-read">
            {rules.slice(0, PREVIEW).map(({ code, active, inactive, fate }) => (
              <li key={code}>
                {text.line(code, periodWords(active), periodWords(inactive), FATE_WORDS[fate])}
              </li>
            ))}
            {rules.length > PREVIEW && <li>{numberingText.more(rules.length - PREVIEW)}</li>}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <p>{numberingText.problems(findings.length)}</p>
          <ul className="numbering-read numbering-findings">
            {findings.map(({ row, detail, code, message }) => (
              <li key={`${row} ${code} ${detail}`}>
                {numberingText.problem(row, detail, message)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="form-actions">
        {rules.length > 0 && (
          <>
            <Button small onPress={does.onReplace}>
              {text.replaceAll}
            </Button>
            <Button small onPress={does.onAdd}>
              {text.addAll}
            </Button>
          </>
        )}
        <Button small tone="quiet" onPress={does.onIgnore}>
          {numberingText.ignoreCodes}
        </Button>
      </div>
    </InfoNote>
  );
}
