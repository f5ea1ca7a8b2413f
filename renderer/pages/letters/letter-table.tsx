import { Link } from "wouter";
import { shortDay } from "#shared/time/format.ts";
import { dayOf } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { headsOf, RowTable, useRowsInView } from "../../components/row-table.tsx";
import { useSession } from "../../store/session.ts";
import { type PageFilter, usePages } from "../../store/use-pages.ts";
import { checkText, lettersText as text, stageText, stageTone } from "../../text/letters.ts";
import { letterPath, type LetterRow } from "./letter-path.ts";

/** Height of a row in CSS pixels. */
const ROW = 56;

type LetterTableProps = {
  filter: PageFilter<"letter.list">;
  total: number;
  chosen: ReadonlyMap<string, LetterRow>;
  onChoose: (row: LetterRow, chosen: boolean) => void;
  /** Gives one's own paraf. */
  onCheck: (row: LetterRow) => void;
};

const COLUMNS = "24px 208px minmax(0, 1.5fr) minmax(0, 1fr) 82px 214px 96px";
const HEADS = [
  { key: "select", head: <span className="visually-hidden">{text.selectHead}</span> },
  ...headsOf([text.number, text.subject, text.party, text.request, text.stage, text.changed]),
];

/** Letters of all requests; only the pages in view are asked for. */
export function LetterTable({ filter, total, chosen, onChoose, onCheck }: LetterTableProps) {
  const rows = useRowsInView(total, ROW);
  const rowAt = usePages("letter.list", filter, rows.first, rows.last);
  return (
    <RowTable rows={rows} label={text.title} heads={HEADS} columns={COLUMNS}>
      {(index) => {
        const row = rowAt(index);
        return (
          row && (
            <Cells
              row={row}
              chosen={chosen.has(row.id)}
              onChoose={(on) => onChoose(row, on)}
              onCheck={() => onCheck(row)}
            />
          )
        );
      }}
    </RowTable>
  );
}

type CellsProps = {
  row: LetterRow;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onCheck: () => void;
};

function Cells({ row, chosen, onChoose, onCheck }: CellsProps) {
  const { office, user } = useSession();
  const { checker } = row;
  return (
    <>
      <span role="cell" className="rows-above">
        <CheckBox isSelected={chosen} onChange={onChoose} label={text.select(row.subject)} />
      </span>
      <span role="cell" className="two-lines number">
        {row.number ?? text.noNumber}
      </span>
      <span role="cell" className="two-lines">
        <Link className="rows-link" href={letterPath(row)}>
          <Name>{row.subject}</Name>
        </Link>
        <small>{row.name}</small>
      </span>
      <span role="cell" className="two-lines">
        <span>
          <Name>{row.party}</Name>
        </span>
      </span>
      <span role="cell" className="number">
        {row.requestNumber}
      </span>
      <span role="cell" className="letters-stage">
        <Chip tone={stageTone[row.stage]}>{stageText[row.stage]}</Chip>
        {checker?.id === user.id ? (
          <span className="rows-above">
            <Button small aria-label={checkText.giveFor(row.subject)} onPress={onCheck}>
              {checkText.giveShort}
            </Button>
          </span>
        ) : (
          checker !== null && <small>{text.checker(checker.name)}</small>
        )}
      </span>
      <span role="cell" className="number">
        {shortDay(dayOf(row.changed, office.zone))}
      </span>
    </>
  );
}
