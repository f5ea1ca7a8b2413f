import { Link } from "wouter";
import type { AccessRow } from "#shared/privacy/contract.ts";
import { ACCESS_WORDS } from "#shared/privacy/words.ts";
import { moment } from "#shared/time/format.ts";
import { Name } from "../../components/name.tsx";
import { headsOf, RowTable, useRowsInView } from "../../components/row-table.tsx";
import { useSession } from "../../store/session.ts";
import { type PageFilter, usePages } from "../../store/use-pages.ts";
import { privacyText as text } from "../../text/privacy.ts";

/** Height of a row in CSS pixels. */
const ROW = 52;
const COLUMNS = "180px minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.2fr)";
const HEADS = headsOf([text.time, text.by, text.what, text.request]);

type AccessTableProps = { filter: PageFilter<"identity.accesses">; total: number };

/** The access log, however long: only the pages in view are asked for. */
export function AccessTable({ filter, total }: AccessTableProps) {
  const rows = useRowsInView(total, ROW);
  const rowAt = usePages("identity.accesses", filter, rows.first, rows.last);
  return (
    <div className="privacy-rows">
      <RowTable rows={rows} label={text.log} heads={HEADS} columns={COLUMNS}>
        {(index) => {
          const row = rowAt(index);
          return row && <Cells row={row} />;
        }}
      </RowTable>
    </div>
  );
}

function Cells({ row: { at, by, what, request, count } }: { row: AccessRow }) {
  const { zone } = useSession().office;
  return (
    <>
      <span role="cell" className="number">
        {moment(at, zone)}
      </span>
      <span role="cell">
        <Name>{by.name}</Name>
      </span>
      <span role="cell">{ACCESS_WORDS[what]}</span>
      {request === null ? (
        <span role="cell" className="muted">
          {count === null ? "" : text.many(count)}
        </span>
      ) : (
        <span role="cell" className="two-lines">
          {request.own ? (
            <Link href={`/permohonan/${request.id}`}>{request.number}</Link>
          ) : (
            <Name>{request.number}</Name>
          )}
          <small>
            <Name>{request.requester}</Name>
          </small>
        </span>
      )}
    </>
  );
}
