import { useState } from "react";
import { type Fate, FATE_WORDS, FATES, type RetentionRule } from "#shared/retention/rules.ts";
import { Button } from "../../components/button.tsx";
import { NumberField } from "../../components/number-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { scheduleText as text } from "../../text/retention.ts";
import { ClassificationField } from "../registers/classification-field.tsx";

type RuleFieldsProps = {
  /** The one to change; null for a new one. */
  rule: RetentionRule | null;
  known: readonly RetentionRule[];
  onSet: (rule: RetentionRule) => void;
};

const FATE_OPTIONS = FATES.map((value) => ({ value, label: FATE_WORDS[value] }));
const NONE = { years: 0, months: 0 };

/** One rule being written: its code, both periods, what becomes of the archive. */
export function RuleFields({ rule, known, onSet }: RuleFieldsProps) {
  const [code, setCode] = useState(rule?.code ?? "");
  const [active, setActive] = useState(rule?.active ?? NONE);
  const [inactive, setInactive] = useState(rule?.inactive ?? NONE);
  const [fate, setFate] = useState<Fate | "">(rule?.fate ?? "");
  const [note, setNote] = useState(rule?.note ?? "");
  const written = code.trim();
  const there = known.some((one) => one.code === written);

  function set(): void {
    if (fate === "") return;
    onSet({ code: written, active, inactive, fate, note });
    setCode("");
    setNote("");
  }

  return (
    <>
      <div className="schedule-line">
        <ClassificationField label={text.code} value={code} onChange={setCode} />
        <NumberField
          label={text.activeYears}
          value={active.years}
          onChange={(years) => setActive({ ...active, years })}
          min={0}
          max={100}
        />
        <NumberField
          label={text.activeMonths}
          value={active.months}
          onChange={(months) => setActive({ ...active, months })}
          min={0}
          max={11}
        />
        <NumberField
          label={text.inactiveYears}
          value={inactive.years}
          onChange={(years) => setInactive({ ...inactive, years })}
          min={0}
          max={100}
        />
        <NumberField
          label={text.inactiveMonths}
          value={inactive.months}
          onChange={(months) => setInactive({ ...inactive, months })}
          min={0}
          max={11}
        />
        <Select label={text.fate} value={fate as Fate} onChange={setFate} options={FATE_OPTIONS} />
      </div>
      <div className="schedule-more">
        <TextField label={text.note} value={note} onChange={setNote} max={200} />
        <Button
          icon="plus"
          isDisabled={written === "" || /\s/.test(written) || fate === ""}
          onPress={set}
        >
          {there ? text.replace : text.add}
        </Button>
      </div>
    </>
  );
}
