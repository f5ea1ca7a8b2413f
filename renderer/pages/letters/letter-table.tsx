import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Link } from "wouter";
import { shortDay } from "#shared/time/format.ts";
import { dayOf } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { checkText, lettersText as text, stageText, stageTone } from "../../text/letters.ts";
import { type LetterFilter, letterPath, type LetterRow, useLetters } from "./use-letters.ts";

/** Height of a row in CSS pixels; fixed, so that a long list needs no measuring. */
const ROW = 56;

type LetterTableProps = {
  filter: LetterFilter;
  total: number;
  chosen: ReadonlyMap<string, LetterRow>;
  onChoose: (row: LetterRow, chosen: boolean) => void;
  /** Gives one's own paraf. */
  onCheck: (row: LetterRow) => void;
};

/** Letters of all requests; only the rows in view are drawn and asked for. */
export function LetterTable({ filter, total, chosen, onChoose, onCheck }: LetterTableProps) {
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
  const rowAt = useLetters(filter, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const heads = [text.number, text.subject, text.party, text.request, text.stage, text.changed];

  return (
    <div ref={scroller} className="letters-scroller card" tabIndex={-1}>
      <div role="table" aria-label={text.title} aria-rowcount={total + 1}>
        <div className="letters-row letters-head" role="row" aria-rowindex={1}>
          <span role="columnheader">
            <span className="visually-hidden">{text.selectHead}</span>
          </span>
          {heads.map((head) => (
            <span key={head} role="columnheader">
              {head}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="letters-rows" style={{ height: rows.getTotalSize() }}>
          {items.map(({ key, index, start }) => {
            const row = rowAt(index);
            return (
              <div
                key={key}
                className="letters-row"
                role="row"
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start}px)`, height: ROW }}
              >
                {row && (
                  <Cells
                    row={row}
                    chosen={chosen.has(row.id)}
                    onChoose={(on) => onChoose(row, on)}
                    onCheck={() => onCheck(row)}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
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
      <span role="cell" className="letters-above">
        <CheckBox isSelected={chosen} onChange={onChoose} label={text.select(row.subject)} />
      </span>
      <span role="cell" className="letters-cell number">
        {row.number ?? text.noNumber}
      </span>
      <span role="cell" className="letters-cell">
        <Link className="letters-link" href={letterPath(row)}>
          <Name>{row.subject}</Name>
        </Link>
        <small>{row.name}</small>
      </span>
      <span role="cell" className="letters-cell">
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
          <span className="letters-above">
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
