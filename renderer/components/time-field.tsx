import "./date-field.css";
import { parseTime, type Time } from "@internationalized/date";
import { DateInput, DateSegment, Label, TimeField as AriaTimeField } from "react-aria-components";

type TimeFieldProps = {
  label: string;
  /** The label is read but not drawn, as in a table whose head says it. */
  hideLabel?: boolean;
  /** `HH:MM`, or empty. */
  value: string;
  onChange: (time: string) => void;
};

/** A time of day on 24 hours, whatever the browser's own language is. */
export function TimeField({ label, hideLabel, value, onChange }: TimeFieldProps) {
  return (
    <AriaTimeField<Time>
      className="field time-field"
      hourCycle={24}
      shouldForceLeadingZeros
      value={value === "" ? null : parseTime(value)}
      onChange={(time) => onChange(time === null ? "" : time.toString().slice(0, 5))}
    >
      <Label className={hideLabel ? "visually-hidden" : "field-label"}>{label}</Label>
      <DateInput className="input date-input">
        {(segment) => <DateSegment className="date-segment" segment={segment} />}
      </DateInput>
    </AriaTimeField>
  );
}
