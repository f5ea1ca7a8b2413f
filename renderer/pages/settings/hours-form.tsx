import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import {
  type CalendarSettings,
  type DayHours,
  WEEKDAYS,
  type Weekday,
} from "#shared/time/calendar.ts";
import { WEEKDAY_WORDS } from "#shared/time/calendar-words.ts";
import { ramadan } from "#shared/time/usual-hours.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Form } from "../../components/form.tsx";
import { TextField } from "../../components/text-field.tsx";
import { TimeField } from "../../components/time-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { calendarText as text } from "../../text/calendar.ts";
import type { Moved } from "./moved-note.tsx";

type HoursFormProps = {
  calendar: ResultOf<"calendar.get">;
  onMoved: (moved: Moved) => void;
};

const USUAL: DayHours = { open: "08:00", close: "15:00", breaks: [{ from: "12:00", to: "13:00" }] };

/** Hours by weekday with their break, periods and single days with hours of their own. */
export function HoursForm({ calendar, onMoved }: HoursFormProps) {
  const notices = useNotices();
  const save = useAction("calendar.save");
  const { hoursAre, week, periods, days } = calendar;
  const [settings, setSettings] = useState<CalendarSettings>({ hoursAre, week, periods, days });
  const [touched, setTouched] = useState(false);
  useUnsaved(touched, text.unsaved);

  function change(next: Partial<CalendarSettings>): void {
    setSettings((before) => ({ ...before, ...next }));
    setTouched(true);
  }

  async function submit(): Promise<void> {
    const answer = await save.run(settings);
    if (!answer.ok) return;
    setTouched(false);
    onMoved(answer.value.moved);
    notices.tell(text.saved);
  }

  return (
    <Form failure={save.failure} onSubmit={() => void submit()} className="card">
      <header className="card-head">
        <h2>{text.hours}</h2>
      </header>
      <div className="card-body">
        <table className="hours-table">
          <thead>
            <tr>
              {[text.weekday, text.open, text.close, text.breakFrom, text.breakTo].map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WEEKDAYS.map((weekday) => (
              <WeekdayRow
                key={weekday}
                weekday={weekday}
                hours={settings.week[weekday]}
                onChange={(hours) => change({ week: { ...settings.week, [weekday]: hours } })}
              />
            ))}
          </tbody>
        </table>
        <CheckBox
          isSelected={settings.hoursAre === "clock"}
          onChange={(clock) => change({ hoursAre: clock ? "clock" : "service" })}
        >
          {text.clockHours}
        </CheckBox>
        <p className="muted small">{text.clockHelp}</p>
        <Periods settings={settings} onChange={change} />
        <Days settings={settings} onChange={change} />
        <div className="form-actions">
          <Button type="submit" tone="primary" pending={save.pending} isDisabled={!touched}>
            {text.save}
          </Button>
        </div>
      </div>
    </Form>
  );
}

type WeekdayRowProps = {
  weekday: Weekday;
  hours: DayHours | null;
  onChange: (hours: DayHours | null) => void;
};

function WeekdayRow({ weekday, hours, onChange }: WeekdayRowProps) {
  const day = WEEKDAY_WORDS[weekday];
  const rest = hours?.breaks[0];
  const time = (label: string, value: string, set: (value: string) => void) => (
    <td>
      <TimeField label={label} hideLabel value={value} onChange={set} />
    </td>
  );
  const setBreak = (from: string, to: string) => {
    if (hours === null) return;
    onChange({ ...hours, breaks: from === "" || to === "" ? [] : [{ from, to }] });
  };
  return (
    <tr>
      <th scope="row">
        <CheckBox isSelected={hours !== null} onChange={(open) => onChange(open ? USUAL : null)}>
          {day}
        </CheckBox>
      </th>
      {hours !== null && (
        <>
          {time(text.openAt(day), hours.open, (open) => onChange({ ...hours, open }))}
          {time(text.closeAt(day), hours.close, (close) => onChange({ ...hours, close }))}
          {time(text.breakFromAt(day), rest?.from ?? "", (from) =>
            setBreak(from, rest?.to ?? (from === "" ? "" : "13:00")),
          )}
          {time(text.breakToAt(day), rest?.to ?? "", (to) =>
            setBreak(rest?.from ?? (to === "" ? "" : "12:00"), to),
          )}
        </>
      )}
    </tr>
  );
}

type PartProps = {
  settings: CalendarSettings;
  onChange: (next: Partial<CalendarSettings>) => void;
};

function Periods({ settings, onChange }: PartProps) {
  const { today } = useSession();
  const { periods } = settings;
  const put = (at: number, next: Partial<CalendarSettings["periods"][number]>) =>
    onChange({ periods: periods.map((one, each) => (each === at ? { ...one, ...next } : one)) });
  return (
    <fieldset className="calendar-part">
      <legend className="field-label">{text.periods}</legend>
      <p className="muted small">{text.ramadanHelp}</p>
      {periods.map((period, at) => (
        // A period has no identity but its place while it is being written.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="calendar-line">
          <TextField
            label={text.periodName}
            value={period.name}
            onChange={(name) => put(at, { name })}
            max={120}
          />
          <DateField
            label={text.from}
            value={period.from}
            onChange={(from) => put(at, { from })}
            required
          />
          <DateField
            label={text.to}
            value={period.to}
            onChange={(to) => put(at, { to })}
            required
          />
          <IconButton
            label={text.dropPeriod(period.name)}
            icon="close"
            onPress={() => onChange({ periods: periods.filter((_, each) => each !== at) })}
          />
        </div>
      ))}
      <Button
        small
        icon="plus"
        onPress={() => onChange({ periods: [...periods, ramadan(today, today)] })}
      >
        {text.addRamadan}
      </Button>
    </fieldset>
  );
}

function Days({ settings, onChange }: PartProps) {
  const { today } = useSession();
  const { days } = settings;
  const put = (at: number, next: Partial<CalendarSettings["days"][number]>) =>
    onChange({ days: days.map((one, each) => (each === at ? { ...one, ...next } : one)) });
  return (
    <fieldset className="calendar-part">
      <legend className="field-label">{text.days}</legend>
      {days.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="calendar-line">
          <DateField
            label={text.day}
            value={one.day}
            onChange={(day) => put(at, { day })}
            required
          />
          <TextField
            label={text.dayName}
            value={one.name}
            onChange={(name) => put(at, { name })}
            max={120}
          />
          <TimeField
            label={text.dayOpen}
            value={one.hours?.open ?? ""}
            onChange={(open) =>
              put(at, {
                hours: open === "" ? null : { ...(one.hours ?? { ...USUAL, breaks: [] }), open },
              })
            }
          />
          {one.hours !== null && (
            <TimeField
              label={text.dayClose}
              value={one.hours.close}
              onChange={(close) => put(at, { hours: { ...(one.hours ?? USUAL), close } })}
            />
          )}
          <IconButton
            label={text.dropDay(one.day)}
            icon="close"
            onPress={() => onChange({ days: days.filter((_, each) => each !== at) })}
          />
        </div>
      ))}
      <Button
        small
        icon="plus"
        onPress={() => onChange({ days: [...days, { day: today, name: "", hours: null }] })}
      >
        {text.addDay}
      </Button>
    </fieldset>
  );
}
