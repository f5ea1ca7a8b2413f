import { useState } from "react";
import { Link } from "wouter";
import type { IncomingRow } from "#shared/public-request/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { Name } from "../../components/name.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { headsOf, RowTable, useRowsInView } from "../../components/row-table.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { useSession } from "../../store/session.ts";
import { useNow } from "../../store/use-now.ts";
import { useQuery } from "../../store/use-query.ts";
import { dueWords } from "../../text/clocks.ts";
import { incomingStateText, incomingStateTone, incomingText as text } from "../../text/incoming.ts";
import { incomingPath } from "./incoming-path.ts";

type Scope = keyof typeof text.scope;
const SCOPES: Scope[] = ["waiting", "all"];

/** What came in from the portal: forms of the public, and steps of other offices. */
export function IncomingPage() {
  const [scope, setScope] = useState<Scope>("waiting");
  const [words, setWords] = useState("");
  const query = useQuery("incoming.list", { scope, words }, { keep: true });
  return (
    <Page title={text.title}>
      <div className="list-filter">
        <div className="filter-chips" role="group" aria-label={text.scopes}>
          {SCOPES.map((one) => (
            <FilterChip key={one} on={scope === one} onPress={() => setScope(one)}>
              {text.scope[one]}
            </FilterChip>
          ))}
        </div>
        <WordsField
          label={text.words}
          placeholder={text.wordsPlaceholder}
          value={words}
          onChange={setWords}
        />
      </div>
      <QueryView query={query}>
        {({ rows }) => {
          if (rows.length > 0) return <Rows key={`${scope} ${words}`} found={rows} />;
          if (words === "") return <Nothing />;
          return (
            <EmptyState
              title={text.notFound}
              action={<Button onPress={() => setWords("")}>{text.clear}</Button>}
            >
              {text.notFoundHelp}
            </EmptyState>
          );
        }}
      </QueryView>
    </Page>
  );
}

function Nothing() {
  const { data } = useQuery("handover.offices", {});
  if (data?.joined === false) {
    return (
      <EmptyState
        title={text.none}
        action={<LinkButton href="/pengaturan/portal">{text.toSettings}</LinkButton>}
      >
        {text.noneOff}
      </EmptyState>
    );
  }
  return <EmptyState title={text.none}>{text.noneHelp}</EmptyState>;
}

/** Height of a row in CSS pixels. */
const ROW = 60;
const COLUMNS = "168px minmax(0, 1.1fr) minmax(0, 1.7fr) 84px 200px";
const HEADS = headsOf([text.came, text.from, text.subject, text.files, text.state]);

function Rows({ found }: { found: readonly IncomingRow[] }) {
  const rows = useRowsInView(found.length, ROW);
  return (
    <RowTable rows={rows} label={text.title} heads={HEADS} columns={COLUMNS}>
      {(index) => {
        const row = found[index];
        return row !== undefined && <Cells row={row} />;
      }}
    </RowTable>
  );
}

function Cells({ row }: { row: IncomingRow }) {
  const { office } = useSession();
  const now = useNow();
  const due =
    row.state === "waiting" && row.due !== null ? dueWords(row.due, now, office.zone) : null;
  return (
    <>
      <span role="cell" className="number">
        <Link className="rows-link" href={incomingPath(row)}>
          {moment(row.at, office.zone)}
        </Link>
      </span>
      <span role="cell" className="two-lines" title={row.from}>
        <span>{row.from === "" ? text.noForm : <Name>{row.from}</Name>}</span>
        <small>{text.kind[row.kind]}</small>
      </span>
      <span role="cell" className="two-lines" title={row.subject}>
        <span>
          <Name>{row.subject}</Name>
        </span>
        {row.request !== null && <small className="number">{row.request.number}</small>}
      </span>
      <span role="cell" className="number">
        {row.files === 0 ? "" : row.files}
      </span>
      <span role="cell">
        <Chip tone={row.again ? "warn" : incomingStateTone[row.state]}>
          {row.again ? text.again : incomingStateText[row.state]}
        </Chip>
        {due !== null && <span className={`due due-${due.tone}`}> {due.words}</span>}
      </span>
    </>
  );
}
