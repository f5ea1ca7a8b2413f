import { Link } from "wouter";
import type { RequestRow } from "#shared/contract.ts";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { headsOf, RowTable, useRowsInView } from "../../components/row-table.tsx";
import { useSession } from "../../store/session.ts";
import { useNow } from "../../store/use-now.ts";
import { type PageFilter, usePages } from "../../store/use-pages.ts";
import { conflictsText } from "../../text/conflicts.ts";
import { rowDueWords } from "../../text/clocks.ts";
import { stateText, stateTone } from "../../text/request.ts";
import { requestsText as text } from "../../text/requests.ts";
import { waitingSince } from "../../text/waiting.ts";

/** Height of a row in CSS pixels. */
const ROW = 56;

type RequestTableProps = { filter: PageFilter<"request.list">; total: number };

const COLUMNS = "96px minmax(0, 1.3fr) minmax(0, 1fr) 136px 118px 128px";
const HEADS = headsOf([text.number, text.subject, text.step, text.due, text.waiting, text.state]);

/** The requests of a filter; only the pages in view are asked for. */
export function RequestTable({ filter, total }: RequestTableProps) {
  const rows = useRowsInView(total, ROW);
  const rowAt = usePages("request.list", filter, rows.first, rows.last);
  return (
    <>
      <RowTable rows={rows} label={text.title} heads={HEADS} columns={COLUMNS}>
        {(index) => <Cells row={rowAt(index)} />}
      </RowTable>
      <p className="muted small" role="status">
        {text.count(total)}
      </p>
    </>
  );
}

function Cells({ row }: { row: RequestRow | undefined }) {
  const { office, today } = useSession();
  const now = useNow();
  const due = row === undefined ? null : rowDueWords(row, now, office.zone);
  return (
    <>
      <span role="cell" className="number">
        {row && (
          <Link className="rows-link" href={`/permohonan/${row.id}`}>
            {row.number}
          </Link>
        )}
      </span>
      <span role="cell" className="two-lines">
        <span>
          <Name>{row?.subject ?? ""}</Name>
        </span>
        <small>{row?.requester === "" ? text.inHouse : <Name>{row?.requester ?? ""}</Name>}</small>
      </span>
      <span role="cell" className="two-lines">
        {row?.current && (
          <>
            <span>{text.stepOf(row.current.step, row.current.gist)}</span>
            <small>{row.current.lane}</small>
          </>
        )}
      </span>
      <span role="cell">
        {due !== null && <span className={`due due-${due.tone}`}>{due.words}</span>}
      </span>
      <span role="cell">
        {row?.current && waitingSince(row.current.entered, today, office.zone)}
      </span>
      <span role="cell">
        {row?.conflict === true && <Chip tone="warn">{conflictsText.title}</Chip>}
        {row?.conflict === false && (
          <Chip tone={stateTone(row.status, row.outcome)}>
            {stateText(row.status, row.outcome)}
          </Chip>
        )}
      </span>
    </>
  );
}
