import { type CSSProperties, Fragment, type ReactNode } from "react";
import type { Clock, TonedAnnotation } from "#shared/sheet/annotations.ts";
import type { RunView } from "#shared/sheet/run.ts";
import { STYLE } from "#shared/sheet/style.ts";
import type { HeadCell, Line, Row, SheetLayout } from "#shared/sheet/types.ts";
import type { Definition, Step } from "#shared/sop/definition.ts";
import { symbolText } from "./step-text.ts";
import { sheetWords } from "./words.ts";

type TableProps = {
  definition: Definition;
  layout: SheetLayout;
  view: RunView | null;
  clock: Clock;
  annotations: ReadonlyMap<number, readonly TonedAnnotation[]>;
  selected: number | null;
  onSelectStep: ((step: number) => void) | undefined;
};

/** Text sizes of the geometry, so that the style sheet does not repeat them. */
const SIZES = {
  "--sheet-text": `${STYLE.text.size}px`,
  "--sheet-line": `${STYLE.text.line}px`,
  "--sheet-head": `${STYLE.head.size}px`,
  "--sheet-head-line": `${STYLE.head.line}px`,
  "--sheet-lane": `${STYLE.laneHead.size}px`,
  "--sheet-lane-line": `${STYLE.laneHead.line}px`,
  "--sheet-note": `${STYLE.annotation.size}px`,
  "--sheet-note-line": `${STYLE.annotation.line}px`,
  "--sheet-pad": `${STYLE.cell.padX}px`,
  "--sheet-pad-time": `${STYLE.cell.padTime}px`,
} as CSSProperties;

/** The sheet's cells as a table; the symbols are drawn over it and said in their lane's cell. */
export function SheetTable(props: TableProps) {
  const { definition, layout } = props;
  const heads = (level: 1 | 2) =>
    layout.heads.filter((head) => head.level === level).sort((a, b) => a.x - b.x);
  return (
    <table className="sheet-table" style={{ ...SIZES, width: layout.width }}>
      <caption className="visually-hidden">{sheetWords.caption(definition.name)}</caption>
      <colgroup>
        {layout.columns.map((column) => (
          <col key={`${column.key}${column.lane ?? ""}`} style={{ width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ height: layout.headSplit }}>
          {heads(1).map((head) => (
            <Heading key={head.key} head={head} layout={layout} />
          ))}
        </tr>
        <tr style={{ height: layout.headHeight - layout.headSplit }}>
          {heads(2).map((head) => (
            <Heading key={`${head.key}${head.lane ?? ""}`} head={head} layout={layout} />
          ))}
        </tr>
      </thead>
      <tbody>
        {layout.rows.map((row, at) => {
          const step = definition.steps[at];
          return step && <SheetRow key={row.step} {...props} row={row} step={step} />;
        })}
      </tbody>
    </table>
  );
}

function Heading({ head, layout }: { head: HeadCell; layout: SheetLayout }) {
  const under = layout.columns.filter(
    (column) => column.x >= head.x && column.x < head.x + head.width,
  );
  const spans = head.key === "lanes" || head.key === "quality";
  const tall = head.level === 1 && !spans;
  return (
    <th
      scope={spans ? "colgroup" : "col"}
      colSpan={spans ? under.length : undefined}
      rowSpan={tall ? 2 : undefined}
      className={head.key === "lane" ? "is-lane" : undefined}
      style={{ height: head.height }}
    >
      <Lines lines={head.lines} />
    </th>
  );
}

type RowProps = TableProps & { row: Row; step: Step };

function SheetRow(props: RowProps) {
  const { layout, row, step, view, selected, onSelectStep } = props;
  const state = view?.step(row.step).state ?? null;
  const chosen = selected === row.step;
  const classes = [state !== null && `is-${state}`, chosen && "is-selected"].filter(Boolean);
  const select = () => {
    // A drag over the text selects the text, not the row.
    if (window.getSelection()?.isCollapsed !== false) onSelectStep?.(row.step);
  };
  return (
    <tr
      className={classes.join(" ") || undefined}
      aria-current={state === "current" ? "step" : undefined}
      data-step={row.step}
      style={{ height: row.height }}
      onClick={onSelectStep && select}
    >
      {layout.columns.map((column) => {
        if (column.key === "lane") {
          return <LaneCell key={`lane${column.lane}`} {...props} lane={column.lane ?? 0} />;
        }
        const lines = <Lines lines={row.cells[column.key]} />;
        if (column.key === "no") {
          return (
            <td key="no" className="sheet-no">
              {onSelectStep === undefined ? (
                lines
              ) : (
                <button
                  type="button"
                  aria-label={sheetWords.select(step.no)}
                  aria-pressed={chosen}
                  onClick={(event) => {
                    event.stopPropagation();
                    onSelectStep(row.step);
                  }}
                >
                  {lines}
                </button>
              )}
            </td>
          );
        }
        if (column.key === "activity") {
          return (
            <th key="activity" scope="row" className="sheet-activity">
              {lines}
            </th>
          );
        }
        if (column.key === "time") {
          return (
            <td key="time" className="sheet-time">
              {lines}
              <Annotations row={row} given={props.annotations.get(row.step) ?? []} />
            </td>
          );
        }
        return <td key={column.key}>{lines}</td>;
      })}
    </tr>
  );
}

function LaneCell({ definition, step, view, clock, lane }: RowProps & { lane: number }) {
  const name = definition.lanes[lane] ?? "";
  const own = name === step.lane;
  const text = own
    ? symbolText(step, view, clock)
    : step.also.includes(name)
      ? sheetWords.alsoIn(name)
      : null;
  return (
    <td className="sheet-lane">
      {text !== null && <span className="visually-hidden">{text}</span>}
    </td>
  );
}

function Annotations({ row, given }: { row: Row; given: readonly TonedAnnotation[] }) {
  return row.annotations.map((lines, at) => {
    const one = given[at];
    return (
      <span
        key={one?.text ?? at}
        className={`sheet-note tone-${one?.tone ?? "plain"}${one?.bold ? " is-bold" : ""}`}
      >
        <Lines lines={lines} />
      </span>
    );
  });
}

/**
 * Lines broken where the geometry broke them. The hyphen is drawn by the style sheet, so that text
 * that is copied or read out has none.
 */
function Lines({ lines }: { lines: readonly Line[] }): ReactNode {
  return lines.map((line, at) => (
    // Lines have no identity but their place.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      <span
        className={line.hyphen ? "is-broken" : undefined}
        style={line.indent === undefined ? undefined : { paddingLeft: line.indent }}
      >
        {line.text}
        {!line.hyphen && at < lines.length - 1 && " "}
      </span>
      {at < lines.length - 1 && <br />}
    </Fragment>
  ));
}
