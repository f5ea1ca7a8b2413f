import "./home.css";
import { useState } from "react";
import { Link } from "wouter";
import type { RequestRow, ResultOf } from "#shared/contract.ts";
import { longDay } from "#shared/time/format.ts";
import { LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Name } from "../../components/name.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useNow } from "../../store/use-now.ts";
import { useQuery } from "../../store/use-query.ts";
import { rowDueWords } from "../../text/clocks.ts";
import { numberText } from "../../text/common.ts";
import { homeText } from "../../text/home.ts";
import { hourOf, waitingSince } from "../../text/waiting.ts";
import { BackupWarning } from "../settings/backup-warning.tsx";
import { conflictsText } from "../../text/conflicts.ts";
import { DispositionCard } from "./disposition-card.tsx";
import { IncomingCard } from "./incoming-card.tsx";
import { LostCard } from "./lost-card.tsx";
import { MonthChart } from "./month-chart.tsx";
import { RecurringWork } from "./recurring-work.tsx";

type Home = ResultOf<"home.get">;

/** What I must do now; below, the office's work in numbers. */
export function HomePage() {
  const { user, office, today } = useSession();
  const query = useQuery("home.get", {});
  const [opened] = useState(() => new Date().toISOString());
  const hour = hourOf(opened, office.zone);
  return (
    <Page
      title={homeText.greeting(hour, user.name, longDay(today))}
      actions={
        <>
          <LinkButton href="/kegiatan/baru">{homeText.work}</LinkButton>
          <LinkButton href="/permohonan/baru" tone="primary" icon="plus">
            {homeText.intake}
          </LinkButton>
        </>
      }
    >
      <BackupWarning />
      <QueryView query={query}>{(home) => <HomeView home={home} />}</QueryView>
    </Page>
  );
}

function HomeView({ home }: { home: Home }) {
  return (
    <>
      <ul className="home-numbers">
        <Figure value={home.running} words={homeText.running} />
        <Figure value={home.receivedThisMonth} words={homeText.received} />
        <Figure value={home.endedThisMonth} words={homeText.ended} />
        <Figure value={home.rejectedThisMonth} words={homeText.rejected} />
      </ul>
      <DueBar home={home} />
      <div className="home-columns">
        <div className="home-side">
          <LostCard lost={home.lost} />
          <IncomingCard />
          <DispositionCard tasks={home.dispositions} />
          <Todo home={home} />
        </div>
        <div className="home-side">
          <RecurringWork runs={home.recurring} />
          <section className="card">
            <header className="card-head">
              <h2>{homeText.elsewhere}</h2>
              <span className="muted number">{home.elsewhere.length}</span>
            </header>
            {home.elsewhere.length === 0 ? (
              <p className="home-none muted">{homeText.elsewhereNone}</p>
            ) : (
              home.elsewhere.slice(0, 4).map((row) => <Row key={row.id} row={row} />)
            )}
          </section>
          <section className="card">
            <header className="card-head">
              <h2>{homeText.chart}</h2>
            </header>
            <MonthChart months={home.months} />
          </section>
        </div>
      </div>
    </>
  );
}

/** What is late and what falls due, each a way into the list; nothing where nothing presses. */
function DueBar({ home }: { home: Home }) {
  const counts = [
    {
      due: "conflict",
      count: home.conflicts,
      words: conflictsText.homeDue,
      href: "/perlu-keputusan",
    },
    { due: "late", count: home.late, words: homeText.late, href: "/permohonan?tenggat=late" },
    {
      due: "today",
      count: home.dueToday,
      words: homeText.dueToday,
      href: "/permohonan?tenggat=today",
    },
    { due: "soon", count: home.dueSoon, words: homeText.dueSoon, href: "/permohonan?tenggat=soon" },
    { due: "check", count: home.toCheck, words: homeText.toCheck, href: "/surat?paraf=saya" },
  ].filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <nav className="home-due" aria-label={homeText.dues}>
      {counts.map(({ due, count, words, href }) => (
        <Link key={due} href={href} className={`home-due-${due}`}>
          <strong className="number">{numberText(count)}</strong> {words}
        </Link>
      ))}
    </nav>
  );
}

function Figure({ value, words }: { value: number; words: string }) {
  return (
    <li className="home-number card">
      <strong className="number">{numberText(value)}</strong>
      <span>{words}</span>
    </li>
  );
}

function Todo({ home }: { home: Home }) {
  const { user } = useSession();
  const hidden = home.todoTotal - home.todo.length;
  return (
    <section className="card home-todo">
      <header className="card-head">
        <h2>{homeText.todo}</h2>
        <span className="muted number">{home.todoTotal}</span>
      </header>
      {home.todo.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {hidden > 0 && (
        <Link className="home-more" href="/permohonan">
          {homeText.more(hidden)}
        </Link>
      )}
      {home.todoTotal === 0 &&
        (user.lanes.length === 0 ? (
          <EmptyState
            title={homeText.noLanes}
            action={<LinkButton href="/pengaturan/pengguna">{homeText.toUsers}</LinkButton>}
          >
            {homeText.noLanesHelp}
          </EmptyState>
        ) : (
          <EmptyState title={homeText.todoNone}>{homeText.todoNoneHelp}</EmptyState>
        ))}
    </section>
  );
}

function Row({ row }: { row: RequestRow }) {
  const { office, today } = useSession();
  const now = useNow();
  const due = rowDueWords(row, now, office.zone);
  if (row.current === null) return null;
  return (
    <Link className="home-row" href={`/permohonan/${row.id}`}>
      <span className="number muted">{row.number}</span>
      <span className="home-row-text">
        <span>{row.current.gist}</span>
        <small>
          <Name>{homeText.requesterAnd(row.subject, row.requester)}</Name>
        </small>
      </span>
      <span className={`home-row-wait due-${due?.tone ?? "mute"}`}>
        {due?.words ?? waitingSince(row.current.entered, today, office.zone)}
      </span>
    </Link>
  );
}
