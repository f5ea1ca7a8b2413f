import { Link } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { Name } from "../../components/name.tsx";
import { chainHref } from "../../disposition/chain-href.ts";
import { useSession } from "../../store/session.ts";
import { dueDayWords } from "../../text/disposition.ts";
import { homeText as text } from "../../text/home.ts";

/** Dispositions to the one at work, the most pressing first; nothing where there are none. */
export function DispositionCard({ tasks }: { tasks: ResultOf<"home.get">["dispositions"] }) {
  const { today } = useSession();
  if (tasks.total === 0) return null;
  const hidden = tasks.total - tasks.rows.length;
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.dispositions}</h2>
        <span className="muted number">{tasks.total}</span>
      </header>
      {tasks.rows.map((task) => {
        const due = dueDayWords(task.due, today);
        const asked = task.instructions.length > 0 ? task.instructions.join(" · ") : task.note;
        return (
          <Link
            key={`${task.disposition} ${task.recipient}`}
            className="home-task"
            href={chainHref(task)}
          >
            <span className="number muted">{task.number}</span>
            <span className="home-row-text">
              <span>
                <Name>{asked === "" ? task.subject : `${asked}: ${task.subject}`}</Name>
              </span>
              <small>
                <Name>{text.dispositionFrom(task.from)}</Name>
              </small>
            </span>
            {due !== null && <span className={`home-row-wait due-${due.tone}`}>{due.words}</span>}
          </Link>
        );
      })}
      {hidden > 0 && (
        <Link className="home-more" href="/disposisi">
          {text.moreDispositions(hidden)}
        </Link>
      )}
    </section>
  );
}
