import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { numberText } from "../../text/common.ts";
import { findingText, sopText as text } from "../../text/sop.ts";

type Sop = ResultOf<"sop.get">;

/** What the office should hold against its paper, and what somebody already has. */
export function SopFindings({ sop }: { sop: Sop }) {
  const { zone } = useSession().office;
  const confirm = useAction("sop.confirm");
  const notices = useNotices();
  const { findings, confirmed } = sop;
  if (findings.length + confirmed.length === 0) return null;

  async function settle(step: number): Promise<void> {
    const settled = await confirm.run({ id: sop.id, version: sop.version, step });
    if (settled.ok) notices.tell(text.confirmDone(step));
    else notices.fail(settled.error);
  }

  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.findings}</h2>
        <span className="muted number">{numberText(findings.length)}</span>
      </header>
      {findings.length > 0 && <p className="sop-note muted">{text.findingsHelp}</p>}
      <ul className="sop-rows">
        {findings.map(({ code, step, detail }) => (
          <li key={`${code} ${step} ${detail}`}>
            <span>{findingText(code, step, detail)}</span>
            {code === "inferred" && step !== null && (
              <Button
                small
                icon="check"
                aria-label={text.confirmFor(step)}
                isDisabled={confirm.pending}
                onPress={() => void settle(step)}
              >
                {text.confirm}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {confirmed.length > 0 && (
        <details className="sop-confirmed">
          <summary>{text.confirmed(confirmed.length)}</summary>
          <ul className="sop-list">
            {confirmed.map(({ step, at, by }) => (
              <li key={step}>{text.confirmedRow(step, by.name, text.moment(at, zone))}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
