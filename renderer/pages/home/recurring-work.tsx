import { Link } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { shortDay } from "#shared/time/format.ts";
import { periodWords } from "#shared/time/period.ts";
import { LinkButton } from "../../components/button.tsx";
import { homeText as text } from "../../text/home.ts";

type Run = ResultOf<"home.get">["recurring"][number];

/** The next run of work that comes back: what is due first, the rest only said. */
export function RecurringWork({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  const due = runs.filter((run) => run.due);
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.recurring}</h2>
        <span className="muted number">{due.length}</span>
      </header>
      <ul className="home-runs">
        {due.map((run) => (
          <li key={run.sop}>
            <Link href={`/sop/${run.sop}`}>{run.name}</Link>
            <LinkButton
              small
              href={`/kegiatan/baru?sop=${encodeURIComponent(run.sop)}&periode=${run.period}`}
              aria-label={text.beginFor(periodWords(run.period), run.name)}
            >
              {text.begin(periodWords(run.period))}
            </LinkButton>
          </li>
        ))}
        {runs
          .filter((run) => !run.due)
          .map((run) => (
            <li key={run.sop} className="muted">
              <Link href={`/sop/${run.sop}`}>{run.name}</Link>
              <span>
                {run.day === null
                  ? text.following(periodWords(run.period))
                  : text.following(shortDay(run.day))}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
