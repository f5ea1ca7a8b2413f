import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Link } from "wouter";
import type { ParamsIn, RequestRow } from "#shared/contract.ts";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { useNow } from "../../store/use-now.ts";
import { rowDueWords } from "../../text/clocks.ts";
import { stateText, stateTone } from "../../text/request.ts";
import { requestsText as text } from "../../text/requests.ts";
import { waitingSince } from "../../text/waiting.ts";
import { usePages } from "./use-pages.ts";

/** Height of a row in CSS pixels; fixed, so that a hundred thousand rows need no measuring. */
const ROW = 56;

type RequestTableProps = {
  filter: Omit<ParamsIn<"request.list">, "offset" | "limit">;
  total: number;
};

/** A table of any length: only the rows in view are drawn and only their pages are asked for. */
export function RequestTable({ filter, total }: RequestTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // It hands out functions that change with every scroll, so the compiler leaves this one alone.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const rowAt = usePages(filter, first, last);

  return (
    <>
      <div ref={scroller} className="requests-scroller card" tabIndex={-1}>
        <div
          className="requests-table"
          role="table"
          aria-label={text.title}
          aria-rowcount={total + 1}
        >
          <div className="requests-row requests-head" role="row" aria-rowindex={1}>
            {[text.number, text.subject, text.step, text.due, text.waiting, text.state].map(
              (head) => (
                <span key={head} role="columnheader">
                  {head}
                </span>
              ),
            )}
          </div>
          <div role="rowgroup" className="requests-rows" style={{ height: rows.getTotalSize() }}>
            {items.map((item) => (
              <Row key={item.key} index={item.index} top={item.start} row={rowAt(item.index)} />
            ))}
          </div>
        </div>
      </div>
      <p className="muted small" role="status">
        {text.count(total)}
      </p>
    </>
  );
}

type RowProps = { index: number; top: number; row: RequestRow | undefined };

function Row({ index, top, row }: RowProps) {
  const { office, today } = useSession();
  const now = useNow();
  const due = row === undefined ? null : rowDueWords(row, now, office.zone);
  return (
    <div
      className="requests-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)`, height: ROW }}
    >
      <span role="cell" className="number">
        {row && (
          <Link className="requests-link" href={`/permohonan/${row.id}`}>
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
        {row && (
          <Chip tone={stateTone(row.status, row.outcome)}>
            {stateText(row.status, row.outcome)}
          </Chip>
        )}
      </span>
    </div>
  );
}
