import type { Finding } from "#shared/sop/check.ts";
import { Icon } from "../../components/icon.tsx";
import { findingText } from "../../text/sop.ts";
import { editorText as text } from "../../text/sop-editor.ts";
import { useEditorState } from "./editor-context.ts";

/** What keeps the SOP from being published, then advice; a press goes to the row. */
export function FindingList({ onGo }: { onGo: (step: number | null) => void }) {
  const findings = useEditorState((state) => state.findings);
  const errors = findings.filter((one) => one.level === "error");
  const advice = findings.filter((one) => one.level === "advice");
  return (
    <section className="finding-list" aria-label={text.findings}>
      <h2 aria-live="polite">{text.findingCount(errors.length, advice.length)}</h2>
      <ul>
        {[...errors, ...advice].map((one, at) => (
          <li key={`${one.code} ${one.step} ${one.detail} ${String(at)}`}>
            <Row finding={one} onGo={onGo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ finding, onGo }: { finding: Finding; onGo: (step: number | null) => void }) {
  const isError = finding.level === "error";
  return (
    <button
      type="button"
      className={isError ? "finding finding-error" : "finding"}
      onClick={() => onGo(finding.step)}
    >
      <Icon name={isError ? "warning" : "info"} size={16} />
      <span>
        <span className="visually-hidden">{isError ? text.error : text.advice} </span>
        {findingText(finding.code, finding.step, finding.detail)}
      </span>
    </button>
  );
}
