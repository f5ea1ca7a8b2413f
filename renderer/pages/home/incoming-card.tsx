import { Link } from "wouter";
import type { IncomingRow } from "#shared/public-request/contract.ts";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { useNow } from "../../store/use-now.ts";
import { useQuery } from "../../store/use-query.ts";
import { dueWords } from "../../text/clocks.ts";
import { incomingText as text } from "../../text/incoming.ts";
import { waitingSince } from "../../text/waiting.ts";
import { incomingPath } from "../incoming/incoming-path.ts";

const SHOWN = 5;

/** What came in from the portal and waits; nothing where nothing does. */
export function IncomingCard() {
  const { data } = useQuery("incoming.list", {});
  if (data === undefined || data.waiting === 0) return null;
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.card}</h2>
        <span className="muted number">{data.waiting}</span>
      </header>
      {data.rows.slice(0, SHOWN).map((row) => (
        <Row key={row.message} row={row} />
      ))}
      {data.waiting > SHOWN && (
        <Link className="home-more" href="/masuk">
          {text.more(data.waiting - SHOWN)}
        </Link>
      )}
    </section>
  );
}

function Row({ row }: { row: IncomingRow }) {
  const { office, today } = useSession();
  const now = useNow();
  const due = row.due === null ? null : dueWords(row.due, now, office.zone);
  return (
    <Link className="home-incoming" href={incomingPath(row)}>
      <span className="home-row-text">
        <span>
          <Name>{row.subject}</Name>
        </span>
        <small>
          {row.again ? `${text.again} · ` : `${text.kind[row.kind]} · `}
          <Name>{row.from}</Name>
        </small>
      </span>
      <span className={`home-row-wait due-${due?.tone ?? "mute"}`}>
        {due?.words ?? waitingSince(row.at, today, office.zone)}
      </span>
    </Link>
  );
}
