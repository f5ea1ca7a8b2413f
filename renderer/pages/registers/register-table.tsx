import { Link } from "wouter";
import type { RegisterEntry, RegisterGap } from "#shared/register/contract.ts";
import { BOOK_WORDS } from "#shared/register/words.ts";
import { shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { headsOf, RowTable, useRowsInView } from "../../components/row-table.tsx";
import { registersText as text } from "../../text/registers.ts";
import { type BookFilter, type BookLine, useEntries } from "./use-entries.ts";
import type { Asked } from "./book-reason-dialog.tsx";

/** Height of a line in CSS pixels. */
const ROW = 56;

type RegisterTableProps = {
  filter: BookFilter;
  total: number;
  gaps: readonly RegisterGap[];
  onAsk: (asked: Asked) => void;
};

/** Numbers of letters are long, those of the agenda short. */
const COLUMNS = "232px 92px minmax(0, 1fr) minmax(0, 1.3fr) minmax(0, 1.2fr)";
const NARROW = "104px 92px minmax(0, 1.3fr) minmax(0, 1.3fr) minmax(0, 1.2fr)";

/** The book, however long: only the pages in view are asked for. */
export function RegisterTable({ filter, total, gaps, onAsk }: RegisterTableProps) {
  const rows = useRowsInView(total + gaps.length, ROW);
  const lineAt = useEntries(filter, gaps, rows.first, rows.last);
  const { register } = filter;
  const { number, day, party, subject } = BOOK_WORDS[register];
  return (
    <RowTable
      rows={rows}
      label={text.title}
      heads={headsOf([number, day, party, subject, text.remark])}
      columns={register === "incoming" ? NARROW : COLUMNS}
      rowClass={(index) => classOf(lineAt(index))}
    >
      {(index) => {
        const line = lineAt(index);
        if ("gap" in line) return <GapCells gap={line.gap} onAsk={onAsk} />;
        const { entry } = line;
        return entry && <EntryCells entry={entry} filter={filter} onAsk={onAsk} />;
      }}
    </RowTable>
  );
}

function classOf(line: BookLine): string {
  if ("gap" in line) return "book-gap";
  return line.entry !== undefined && line.entry.voided !== "" ? "book-void" : "";
}

type CellsProps = { onAsk: (asked: Asked) => void };

function EntryCells({
  entry,
  filter,
  onAsk,
}: CellsProps & { entry: RegisterEntry; filter: BookFilter }) {
  const { number, date, party, reference, subject, request } = entry;
  const remark = entry.double
    ? text.double
    : entry.voided !== ""
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
              onAsk({
                what: "void",
                register: filter.register,
                year: entry.year,
                number,
                entry: entry.id,
              })
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
    <span role="cell" className="two-lines" title={party}>
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
  const { series, year, from, to, reason, open } = gap;
  return (
    <>
      <span role="cell" className="book-passed">
        {text.passed(series, from, to, open)}
      </span>
      <span role="cell" className="book-remark">
        {reason !== null && (
          <span className="book-words book-reason" title={reason}>
            <Name>{reason}</Name>
          </span>
        )}
        {!open && (
          <Button
            small
            tone="quiet"
            aria-label={text.explainTitle(from, to)}
            onPress={() => onAsk({ what: "explain", series, year, from, to, reason: reason ?? "" })}
          >
            {reason === null ? text.explain : text.changeReason}
          </Button>
        )}
      </span>
    </>
  );
}
