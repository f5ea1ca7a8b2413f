import type { ReactNode } from "react";
import { Link } from "wouter";
import type { RetentionFilter, RetentionList, RetentionRow } from "#shared/retention/contract.ts";
import { placeWords } from "#shared/retention/model.ts";
import { FATE_WORDS } from "#shared/retention/rules.ts";
import { LIST_TITLES } from "#shared/retention/words.ts";
import { shortDay } from "#shared/time/format.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { headsOf, RowTable, useRowsInView } from "../../components/row-table.tsx";
import { usePages } from "../../store/use-pages.ts";
import { retentionText as text } from "../../text/retention.ts";

/** Height of a row in CSS pixels. */
const ROW = 56;

/** Lists from which archives are taken together. */
export const CHOOSABLE: readonly RetentionList[] = [
  "move",
  "destroy",
  "review",
  "permanent",
  "unruled",
];

type RetentionTableProps = {
  filter: RetentionFilter;
  total: number;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

type Column = { head: string; width: string; cell: (row: RetentionRow) => ReactNode };

/** The columns that say something in this list; what is the same in all its rows is left out. */
function columnsOf(list: RetentionList): Column[] {
  const over = list === "destroy" || list === "review" || list === "permanent";
  const columns: (Column | false)[] = [
    { head: text.number, width: "92px", cell: numberCell },
    { head: text.subject, width: "minmax(0, 2fr)", cell: subjectCell },
    { head: text.classification, width: "104px", cell: codeCell },
    { head: text.closed, width: "96px", cell: ({ closed }) => dayOr(closed, text.running) },
    !over &&
      list !== "unruled" && {
        head: text.activeEnd,
        width: "96px",
        cell: ({ activeEnd }) => dayOr(activeEnd, ""),
      },
    list !== "unruled" && {
      head: text.inactiveEnd,
      width: "104px",
      cell: ({ inactiveEnd }) => dayOr(inactiveEnd, ""),
    },
    list === "destroyed"
      ? { head: text.destroyed, width: "104px", cell: ({ destroyed }) => dayOr(destroyed, "") }
      : { head: text.fate, width: "116px", cell: fateCell },
    list !== "destroyed" && { head: text.place, width: "minmax(0, 1fr)", cell: placeCell },
  ];
  return columns.filter((one) => one !== false);
}

/** One list, however long; only the pages in view are asked for. */
export function RetentionTable({ filter, total, chosen, onChoose }: RetentionTableProps) {
  const rows = useRowsInView(total, ROW);
  const rowAt = usePages("retention.list", filter, rows.first, rows.last);
  const choosable = CHOOSABLE.includes(filter.list);
  const columns = columnsOf(filter.list);

  function toggle(request: string, on: boolean): void {
    const next = new Set(chosen);
    if (on) next.add(request);
    else next.delete(request);
    onChoose(next);
  }

  return (
    <RowTable
      rows={rows}
      label={LIST_TITLES[filter.list].short}
      heads={headsOf([...(choosable ? [" "] : []), ...columns.map(({ head }) => head)])}
      columns={[...(choosable ? ["28px"] : []), ...columns.map(({ width }) => width)].join(" ")}
    >
      {(index) => {
        const row = rowAt(index);
        return (
          row && (
            <>
              {choosable && (
                <span role="cell" className="rows-above">
                  <CheckBox
                    label={text.choose(row.number)}
                    isSelected={chosen.has(row.request)}
                    isDisabled={row.proposal !== null}
                    onChange={(on) => toggle(row.request, on)}
                  />
                </span>
              )}
              {columns.map(({ head, cell }) => (
                <span key={head} role="cell" className="retention-cell">
                  {cell(row)}
                </span>
              ))}
            </>
          )
        );
      }}
    </RowTable>
  );
}

const numberCell = ({ request, number }: RetentionRow): ReactNode => (
  <Link className="rows-link number" href={`/permohonan/${request}`}>
    {number}
  </Link>
);

const subjectCell = ({ subject, sop }: RetentionRow): ReactNode => (
  <span className="two-lines">
    <span title={subject}>
      <Name>{subject}</Name>
    </span>
    <small>{sop}</small>
  </span>
);

const codeCell = ({ code }: RetentionRow): ReactNode =>
  code === "" ? (
    <span className="muted">{text.noCode}</span>
  ) : (
    <span className="number">
      <Name>{code}</Name>
    </span>
  );

const dayOr = (day: string | null, none: string): ReactNode =>
  day === null || day === "" ? none : shortDay(day);

function fateCell({ fate, closed, proposal }: RetentionRow): ReactNode {
  if (fate === null) return closed !== null && <span className="muted">{text.noRule}</span>;
  return proposal === null ? FATE_WORDS[fate] : <Chip tone="warn">{text.inProposal}</Chip>;
}

const placeCell = ({ place, moved }: RetentionRow): ReactNode => (
  <span className="retention-lies">
    <Name>{placeWords(place)}</Name>
    {moved !== "" && <small className="muted">{text.moved(shortDay(moved))}</small>}
  </span>
);
