import { Link } from "wouter";
import type { Checked, Problem } from "#shared/maintenance/contract.ts";
import { REPAIRS } from "#shared/maintenance/contract.ts";
import { maintenanceText as text } from "../../text/maintenance.ts";

/** What was found, the gravest first, each group with what to do about it. */
export function Problems({ checked }: { checked: Checked }) {
  const groups = ORDER.map((repair) => ({
    repair,
    problems: checked.problems.filter((problem) => problem.repair === repair),
  })).filter(({ problems }) => problems.length > 0);
  return (
    <section className="archive-problems" aria-label={text.problems}>
      {groups.map(({ repair, problems }) => (
        <section key={repair}>
          <h3>
            {text.groups[repair]} <span className="muted">({problems.length})</span>
          </h3>
          <ul>
            {[...alike(problems)].map(([key, [problem, times]]) => (
              <Found key={key} problem={problem} times={times} />
            ))}
          </ul>
          {[...new Set(problems.map(({ advice }) => advice))].map((advice) => (
            <p key={advice} className="archive-advice">
              {advice}
            </p>
          ))}
        </section>
      ))}
      {checked.found > checked.problems.length && (
        <p className="muted">{text.more(checked.found - checked.problems.length)}</p>
      )}
    </section>
  );
}

const ORDER = [...REPAIRS].sort((one, other) => rank(one) - rank(other));

function rank(repair: (typeof REPAIRS)[number]): number {
  return ["restore", "restore-event", "restore-file", "none", "rebuild"].indexOf(repair);
}

/** Problems that read the same, such as several broken pages, are one line. */
function alike(problems: readonly Problem[]): Map<string, [problem: Problem, times: number]> {
  const lines = new Map<string, [Problem, number]>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.request} ${problem.message}`;
    lines.set(key, [problem, (lines.get(key)?.[1] ?? 0) + 1]);
  }
  return lines;
}

type FoundProps = { problem: Problem; times: number };

function Found({ problem: { message, request, number }, times }: FoundProps) {
  return (
    <li>
      {request !== null && (
        <Link href={`/permohonan/${request}`}>
          {number === null ? text.aRequest : text.openRequest(number)}
        </Link>
      )}
      {request !== null && ": "}
      {message}
      {times > 1 && <span className="muted"> ({text.times(times)})</span>}
    </li>
  );
}
