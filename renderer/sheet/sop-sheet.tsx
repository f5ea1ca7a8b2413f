import "./sheet.css";
import { useEffect, useMemo, useRef } from "react";
import { annotationsOf, type Clock } from "#shared/sheet/annotations.ts";
import { layoutSheet } from "#shared/sheet/layout.ts";
import { type Run, viewRun } from "#shared/sheet/run.ts";
import type { Measure, SheetLayout } from "#shared/sheet/types.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { SheetDrawing } from "./sheet-drawing.tsx";
import { SheetTable } from "./sheet-table.tsx";
import { useMeasure, useWidth } from "./use-sheet-size.ts";
import { sheetWords } from "./words.ts";

export type SopSheetProps = {
  definition: Definition;
  /** The run to draw on the sheet; without it the sheet is as on paper. */
  run?: Run;
  clock?: Clock;
  /** Number of the selected step. */
  selected?: number | null;
  onSelectStep?: (step: number) => void;
};

const PLAIN_CLOCK: Clock = { instant: (iso) => iso };

/**
 * An SOP as its sheet, with a run drawn on it. It scrolls inside itself (the headings stay), so its
 * parent gives it a height; the current row comes into view when it changes.
 */
export function SopSheet(props: SopSheetProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const measure = useMeasure();
  return (
    <section
      ref={scroller}
      className="sop-sheet"
      aria-label={sheetWords.region}
      // A region that scrolls must be within reach of the keyboard (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {width !== null && (
        <SheetPaper {...props} width={width} measure={measure} scroller={scroller} />
      )}
    </section>
  );
}

type PaperProps = SopSheetProps & {
  width: number;
  measure: Measure;
  scroller?: { current: HTMLElement | null };
};

/** The sheet at a given width, without a scroller of its own. */
export function SheetPaper(props: PaperProps) {
  const { definition, run, clock = PLAIN_CLOCK, width, measure, scroller } = props;
  const view = useMemo(
    () => (run === undefined ? null : viewRun(definition, run)),
    [definition, run],
  );
  const annotations = useMemo(
    () => annotationsOf(definition, view, clock),
    [definition, view, clock],
  );
  const layout = useMemo(
    () => layoutSheet(definition, { width: width - BORDER, measure, annotations }),
    [definition, width, measure, annotations],
  );
  useCurrentInView(layout, view?.current ?? null, scroller);
  return (
    <div
      className={view === null ? "sheet-paper" : "sheet-paper has-run"}
      style={{ width: layout.width + BORDER }}
    >
      <SheetTable
        definition={definition}
        layout={layout}
        view={view}
        clock={clock}
        annotations={annotations}
        selected={props.selected ?? null}
        onSelectStep={props.onSelectStep}
      />
      <SheetDrawing layout={layout} view={view} />
    </div>
  );
}

/** The paper's border at the left, outside the geometry. */
const BORDER = 1;

function useCurrentInView(
  layout: SheetLayout,
  current: number | null,
  scroller: { current: HTMLElement | null } | undefined,
): void {
  const shown = useRef<number | null>(null);
  const row = layout.rows.find((one) => one.step === current);
  useEffect(() => {
    const element = scroller?.current;
    if (!element || row === undefined || shown.current === current) return;
    const room = element.clientHeight - layout.headHeight;
    const top = row.y - layout.headHeight - Math.max(0, (room - row.height) / 2);
    element.scrollTo({ top, behavior: shown.current === null ? "instant" : "smooth" });
    shown.current = current;
  }, [current, layout, row, scroller]);
}
