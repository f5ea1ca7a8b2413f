import "./date-field.css";
import { type CalendarDate, parseDate } from "@internationalized/date";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from "react-aria-components";
import { formText } from "../text/form.ts";
import { FieldFoot, FieldLabel, type FieldProps } from "./field.tsx";
import { useField } from "./form.tsx";
import { Icon } from "./icon.tsx";

type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (day: string) => void;
};

/** A day typed as day, month, year, or picked from the calendar. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, path, help, required = false, disabled = false } = props;
  const { error, edited } = useField(path, props.error);
  return (
    <DatePicker<CalendarDate>
      className="field"
      data-path={path}
      value={value === "" ? null : parseDate(value)}
      onChange={(date) => {
        edited();
        onChange(date === null ? "" : date.toString());
      }}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <FieldLabel {...props} />
      <Group className="input date-group">
        <DateInput className="date-input">
          {(segment) => <DateSegment className="date-segment" segment={segment} />}
        </DateInput>
        {value !== "" && !required && (
          <Button
            slot={null}
            className="date-button"
            aria-label={formText.clearDate}
            onPress={() => onChange("")}
          >
            <Icon name="close" size={16} />
          </Button>
        )}
        <Button className="date-button" aria-label={formText.openCalendar}>
          <Icon name="calendar" size={17} />
        </Button>
      </Group>
      <FieldFoot help={help} error={error} />
      <Popover className="popover date-popover">
        <Dialog className="date-dialog" aria-label={props.label}>
          <Calendar>
            <header className="date-head">
              <Button slot="previous" className="date-button">
                <Icon name="chevronLeft" />
              </Button>
              <Heading className="date-month" />
              <Button slot="next" className="date-button">
                <Icon name="chevronRight" />
              </Button>
            </header>
            <CalendarGrid className="date-grid">
              {(date) => <CalendarCell className="date-cell" date={date} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
