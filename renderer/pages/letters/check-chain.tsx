import { Icon } from "../../components/icon.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { checkText as text } from "../../text/letters.ts";
import type { LetterDetail } from "./letter-text.ts";

/** The chain of parafs in its order, each with its state. */
export function CheckChain({ letter }: { letter: LetterDetail }) {
  const { zone } = useSession().office;
  const { checks, stage } = letter;
  if (checks.length === 0) return null;
  const next = stage === "checking" ? checks.findIndex(({ at }) => at === null) : -1;
  return (
    <section className="letter-section" aria-label={text.chain}>
      <h3>{text.chain}</h3>
      <ol className="check-chain">
        {checks.map(({ by, at, approved, note }, place) => (
          <li key={by.id}>
            {at !== null && <Icon name={approved ? "check" : "undo"} size={16} />}
            <span>
              <Name>{by.name}</Name>
              <small className="muted">
                {at === null
                  ? place === next
                    ? text.now
                    : text.later
                  : approved
                    ? text.given(at, zone)
                    : text.refused(at, zone)}
              </small>
              {note !== "" && (
                <small>
                  <Name>{note}</Name>
                </small>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
