import { useDeferredValue, useMemo, useRef } from "react";
import { layoutSheet } from "#shared/sheet/layout.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { drawable } from "#shared/sop/draft.ts";
import { SheetPaper } from "../../sheet/sop-sheet.tsx";
import { useMeasure, useWidth } from "../../sheet/use-sheet-size.ts";
import { editorText as text } from "../../text/sop-editor.ts";
import { useDraft } from "./editor-context.ts";

type DraftSheetProps = {
  /** `drawing`: only rows and lanes, fitted into the pane; `sheet`: all columns. */
  mode: "drawing" | "sheet";
  onSelect: (step: number) => void;
};

/** Width at which the drawing alone is laid out before it is fitted, in CSS px. */
const PER_LANE = 96;
const TEXTS = 190;
/** A little less, so that no scroll bar takes its place. */
const ROOM = 26;

/** The draft as it will look, drawn anew while typing goes on. */
export function DraftSheet({ mode, onSelect }: DraftSheetProps) {
  const draft = useDeferredValue(useDraft());
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const measure = useMeasure();
  const definition = useMemo(() => {
    const whole = drawable(draft);
    return mode === "sheet" ? whole : bare(whole);
  }, [draft, mode]);
  const asked =
    mode === "sheet"
      ? (width ?? 0)
      : Math.max(width ?? 0, TEXTS + PER_LANE * definition.lanes.length);
  // A sheet that cannot be as narrow as asked gets wider.
  const drawn = useMemo(
    () => (mode === "sheet" ? asked : layoutSheet(definition, { width: asked, measure }).width),
    [definition, asked, measure, mode],
  );
  const zoom =
    mode === "sheet" || width === null || drawn === 0 ? 1 : Math.min(1, (width - ROOM) / drawn);
  return (
    <div ref={place} className={`draft-sheet draft-sheet-${mode}`}>
      {definition.steps.length === 0 && <p className="muted">{text.noRows}</p>}
      {width !== null && definition.steps.length > 0 && (
        <div style={{ zoom }}>
          <SheetPaper
            definition={definition}
            width={asked}
            measure={measure}
            onSelectStep={onSelect}
          />
        </div>
      )}
    </div>
  );
}

/** Rows and lanes without mutu baku, so that the drawing is large. */
const bare = (definition: Definition): Definition => ({
  ...definition,
  headings: { ...definition.headings, quality: null },
  steps: definition.steps.map((step) => ({
    ...step,
    requirements: [],
    time: null,
    outputs: [],
    note: null,
  })),
});
