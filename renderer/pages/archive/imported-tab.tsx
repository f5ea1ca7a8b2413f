import "./imported.css";
import { useState } from "react";
import { Link } from "wouter";
import type { ImportedRow } from "#shared/bundle/contract.ts";
import { shortDay } from "#shared/time/format.ts";
import { dayOf } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Name } from "../../components/name.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { headsOf, RowTable, useRowsInView } from "../../components/row-table.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { useSession } from "../../store/session.ts";
import { usePages } from "../../store/use-pages.ts";
import { useQuery } from "../../store/use-query.ts";
import { importedText as text } from "../../text/bundle.ts";
import { stateText, stateTone } from "../../text/request.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { importedPath } from "./imported-path.ts";

/** Height of a row in CSS pixels. */
const ROW = 56;
const COLUMNS = "100px minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1.2fr) 130px 96px";
const HEADS = headsOf([
  text.number,
  text.subject,
  text.requester,
  text.office,
  text.state,
  text.taken,
]);

/** Requests that other offices have handed over. */
export function ImportedTab() {
  const [words, setWords] = useState("");
  const [takes, setTakes] = useState(false);
  const first = useQuery("bundle.list", { words, offset: 0, limit: 1 }, { keep: true });
  const take = (
    <Button tone="primary" icon="plus" onPress={() => setTakes(true)}>
      {text.take}
    </Button>
  );
  return (
    <>
      <QueryView query={first}>
        {({ total }) =>
          total === 0 && words === "" ? (
            <EmptyState title={text.none} action={take}>
              {text.noneHelp}
            </EmptyState>
          ) : (
            <>
              <div className="list-filter">
                {take}
                <WordsField
                  label={text.words}
                  placeholder={text.wordsPlaceholder}
                  value={words}
                  onChange={setWords}
                />
              </div>
              {total === 0 ? (
                <EmptyState
                  title={text.notFound}
                  action={<Button onPress={() => setWords("")}>{text.clear}</Button>}
                >
                  {text.notFoundHelp}
                </EmptyState>
              ) : (
                <>
                  <ImportedTable key={words} words={words} total={total} />
                  <p className="muted small" role="status">
                    {text.count(total)}
                  </p>
                </>
              )}
            </>
          )
        }
      </QueryView>
      {takes && <ImportDialog onClose={() => setTakes(false)} />}
    </>
  );
}

function ImportedTable({ words, total }: { words: string; total: number }) {
  const rows = useRowsInView(total, ROW);
  const rowAt = usePages("bundle.list", { words }, rows.first, rows.last);
  return (
    <RowTable rows={rows} label={text.tab} heads={HEADS} columns={COLUMNS}>
      {(index) => {
        const row = rowAt(index);
        return row && <Cells row={row} />;
      }}
    </RowTable>
  );
}

function Cells({ row }: { row: ImportedRow }) {
  const { zone } = useSession().office;
  return (
    <>
      <span role="cell" className="number">
        {row.number}
      </span>
      <span role="cell" className="two-lines">
        <Link className="rows-link" href={importedPath(row.id)}>
          <Name>{row.subject}</Name>
        </Link>
        <small>{row.sop}</small>
      </span>
      <span role="cell" className="two-lines">
        <span>
          <Name>{row.requester}</Name>
        </span>
      </span>
      <span role="cell" className="two-lines">
        <span>
          <Name>{row.office}</Name>
        </span>
        <small>
          <Name>{row.government}</Name>
        </small>
      </span>
      <span role="cell">
        <Chip tone={stateTone(row.status, row.outcome)}>{stateText(row.status, row.outcome)}</Chip>
      </span>
      <span role="cell" className="number">
        {shortDay(dayOf(row.at, zone))}
      </span>
    </>
  );
}
