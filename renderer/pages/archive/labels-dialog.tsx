import { useState } from "react";
import type { RetentionFilter } from "#shared/retention/contract.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { NumberField } from "../../components/number-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { PaperFrame } from "../../paper/paper-frame.tsx";
import { usePaper } from "../../paper/use-paper.ts";
import { labelsText as text } from "../../text/retention.ts";

const KINDS = (["box", "folder"] as const).map((value) => ({ value, label: text.kinds[value] }));
const LAYOUTS = (["2x7", "3x8"] as const).map((value) => ({ value, label: text.layouts[value] }));
/** Labels of a sheet. */
const SHEET = { "2x7": 14, "3x8": 24 };

type LabelsDialogProps = { filter: RetentionFilter; onClose: () => void };

/** Sheets of labels for boxes or folders, as they will print. */
export function LabelsDialog({ filter, onClose }: LabelsDialogProps) {
  const [kind, setKind] = useState<"box" | "folder">("box");
  const [layout, setLayout] = useState<"2x7" | "3x8">("2x7");
  const [skip, setSkip] = useState(0);
  const [lines, setLines] = useState(true);
  const [rack, setRack] = useState(filter.rack);
  const [box, setBox] = useState(filter.box);
  const most = SHEET[layout] - 1;
  const params = { kind, layout, skip: Math.min(skip, most), lines, rack, box };
  const { result, failure, busy } = usePaper("retention.labels", params, "");
  return (
    <PaperFrame
      title={text.title}
      shown={result}
      failure={failure}
      busy={busy}
      onClose={onClose}
      form={
        <div className="retention-form">
          <p className="muted small">{text.help}</p>
          <Select label={text.kind} value={kind} onChange={setKind} options={KINDS} />
          <Select label={text.layout} value={layout} onChange={setLayout} options={LAYOUTS} />
          <CheckBox isSelected={lines} onChange={setLines}>
            {text.lines}
          </CheckBox>
          <NumberField label={text.skip} value={skip} onChange={setSkip} min={0} max={most} />
          <TextField label={text.rack} value={rack} onChange={setRack} max={40} />
          <TextField label={text.box} value={box} onChange={setBox} max={40} />
        </div>
      }
    />
  );
}
