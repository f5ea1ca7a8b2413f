import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Link } from "wouter";
import type { RegisterEntry, RegisterGap } from "#shared/register/contract.ts";
import { BOOK_WORDS } from "#shared/register/words.ts";
import { shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { registersText as text } from "../../text/registers.ts";
import { type BookFilter, useEntries } from "./use-entries.ts";
import type { Asked } from "./book-reason-dialog.tsx";

/** Height of a line in CSS pixels; fixed, so that a long book needs no measuring. */
const ROW = 56;

type RegisterTableProps = {
  filter: BookFilter;
  total: number;
  gaps: readonly RegisterGap[];
  onAsk: (asked: Asked) => void;
};

/** The book, however long: only the lines in view are drawn and only their pages are asked for. */
export function RegisterTable({ filter, total, gaps, onAsk }: RegisterTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = total + gaps.length;
  // It hands out functions that change with every scroll, so the compiler leaves this one alone.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const lineAt = useEntries(filter, gaps, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const { register } = filter;
  const { number, day, party, subject } = BOOK_WORDS[register];
  const heads = [number, day, party, subject, text.remark];
  const className = register === "incoming" ? "book-table book-narrow" : "book-table";
  return (
    <div ref={scroller} className="book-scroller card" tabIndex={-1}>
      <div className={className} role="table" aria-label={text.title} aria-rowcount={lines + 1}>
        <div className="book-row book-head" role="row" aria-rowindex={1}>
          {heads.map((head) => (
            <span key={head} role="columnheader">
              {head}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="book-rows" style={{ height: rows.getTotalSize() }}>
          {items.map(({ key, index, start }) => {
            const line = lineAt(index);
            const place = {
              role: "row",
              "aria-rowindex": index + 2,
              style: { transform: `translateY(${start}px)`, height: ROW },
            };
            if ("gap" in line) {
              return (
                <div key={key} className="book-row book-gap" {...place}>
                  <GapCells gap={line.gap} onAsk={onAsk} />
                </div>
              );
            }
            const struck = line.entry !== undefined && line.entry.voided !== "";
            return (
              <div key={key} className={struck ? "book-row book-void" : "book-row"} {...place}>
                {line.entry !== undefined && (
                  <EntryCells entry={line.entry} filter={filter} onAsk={onAsk} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

type CellsProps = { onAsk: (asked: Asked) => void };

function EntryCells({
  entry,
  filter,
  onAsk,
}: CellsProps & { entry: RegisterEntry; filter: BookFilter }) {
  const { number, date, party, reference, subject, request } = entry;
  const remark =
    entry.voided !== ""
      ? text.voided(entry.voided)
      : entry.inserted === ""
        ? ""
        : text.inserted(entry.inserted);
  return (
    <>
      <span role="cell" className="number book-number" title={number}>
        <Name>{number}</Name>
      </span>
      <span role="cell" className="number">
        {shortDay(date)}
      </span>
      <Party party={party} reference={reference} />
      <span role="cell" className="book-words" title={subject}>
        <Name>{subject}</Name>
      </span>
      <span role="cell" className="book-remark">
        {remark !== "" && (
          <span className="book-words book-reason" title={remark}>
            <Name>{remark}</Name>
          </span>
        )}
        {request !== null && (
          <Link href={`/permohonan/${request.id}`}>{text.request(request.number)}</Link>
        )}
        {request === null && entry.voided === "" && (
          <Button
            small
            tone="quiet"
            aria-label={text.voidTitle(number)}
            onPress={() =>
              onAsk({ what: "void", register: filter.register, year: entry.year, number })
            }
          >
            {text.voidNumber}
          </Button>
        )}
      </span>
    </>
  );
}

/** Below the sender stands the number that the sender gave. */
function Party({ party, reference }: Pick<RegisterEntry, "party" | "reference">) {
  if (reference === "") {
    return (
      <span role="cell" className="book-words" title={party}>
        <Name>{party}</Name>
      </span>
    );
  }
  return (
    <span role="cell" className="book-two" title={party}>
      <span>
        <Name>{party}</Name>
      </span>
      <small>
        <Name>{reference}</Name>
      </small>
    </span>
  );
}

function GapCells({ gap, onAsk }: CellsProps & { gap: RegisterGap }) {
  const { year, from, to, reason } = gap;
  return (
    <>
      <span role="cell" className="book-passed">
        {text.passed(from, to)}
      </span>
      <span role="cell" className="book-remark">
        {reason !== null && (
          <span className="book-words book-reason" title={reason}>
            <Name>{reason}</Name>
          </span>
        )}
        <Button
          small
          tone="quiet"
          aria-label={text.explainTitle(from, to)}
          onPress={() => onAsk({ what: "explain", year, from, to, reason: reason ?? "" })}
        >
          {reason === null ? text.explain : text.changeReason}
        </Button>
      </span>
    </>
  );
}
