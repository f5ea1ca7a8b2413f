import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import type { Holiday, HolidayKind, HolidayYear } from "#shared/time/calendar.ts";
import { HOLIDAY_KINDS } from "#shared/time/calendar.ts";
import { longDay, monthName, plainDay } from "#shared/time/format.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { Form } from "../../components/form.tsx";
import { InfoNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { calendarText as text } from "../../text/calendar.ts";
import type { Moved } from "./moved-note.tsx";

type HolidaySectionProps = {
  calendar: ResultOf<"calendar.get">;
  onMoved: (moved: Moved) => void;
};

const KINDS = HOLIDAY_KINDS.map((value) => ({ value, label: text.kinds[value] }));

/** The holidays of a year by month, to look at, change or import. */
export function HolidaySection({ calendar, onMoved }: HolidaySectionProps) {
  const { today } = useSession();
  const thisYear = Number(today.slice(0, 4));
  const years = [...new Set([...calendar.years.map((one) => one.year), thisYear, thisYear + 1])];
  const [year, setYear] = useState(thisYear);
  const known = calendar.years.find((one) => one.year === year);
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.holidays(year)}</h2>
        <Select
          label={text.year}
          hideLabel
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
          options={years.sort().map((one) => ({ value: String(one), label: String(one) }))}
        />
      </header>
      <YearForm
        key={`${year} ${known?.holidays.length ?? 0}`}
        saved={known ?? { year, decree: "", holidays: [] }}
        onMoved={onMoved}
      />
    </section>
  );
}

type YearFormProps = { saved: HolidayYear; onMoved: (moved: Moved) => void };

function YearForm({ saved, onMoved }: YearFormProps) {
  const { client, upload } = useServices();
  const notices = useNotices();
  const save = useAction("holiday.save");
  const [list, setList] = useState<HolidayYear>(saved);
  const [touched, setTouched] = useState(false);
  const [read, setRead] = useState<ResultOf<"holiday.read"> | null>(null);
  useUnsaved(touched, text.holidaysUnsaved);

  function change(holidays: Holiday[], decree = list.decree): void {
    const sorted = holidays.toSorted((a, b) => a.day.localeCompare(b.day));
    setList({ ...list, decree, holidays: sorted });
    setTouched(true);
  }

  async function submit(): Promise<void> {
    const answer = await save.run(list);
    if (!answer.ok) return;
    setTouched(false);
    onMoved(answer.value.moved);
    notices.tell(text.holidaysSaved(list.year));
  }

  async function importFile(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const sent = await upload(file);
    const answer = sent.ok
      ? await client.call("holiday.read", { upload: sent.value.upload })
      : sent;
    if (!answer.ok) {
      notices.fail(answer.error);
      return;
    }
    setRead(answer.value);
    const own = answer.value.holidays.filter(({ day }) => day.startsWith(String(list.year)));
    if (own.length > 0) change(own, answer.value.decree || list.decree);
  }

  return (
    <Form failure={save.failure} onSubmit={() => void submit()} className="card-body">
      {list.holidays.length === 0 && <p className="muted">{text.none(list.year)}</p>}
      {list.decree !== "" && (
        <p className="muted small">
          {text.decree}: {list.decree}
        </p>
      )}
      <Months list={list} onChange={change} />
      <NewHoliday
        year={list.year}
        onAdd={(holiday) =>
          change([...list.holidays.filter(({ day }) => day !== holiday.day), holiday])
        }
      />
      <FileDrop label={text.importFile} onFiles={([file]) => void importFile(file)} />
      {read !== null && <ReadNote read={read} year={list.year} />}
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={save.pending} isDisabled={!touched}>
          {text.saveHolidays}
        </Button>
      </div>
    </Form>
  );
}

/** What an import understood and what it did not. */
function ReadNote({ read, year }: { read: ResultOf<"holiday.read">; year: number }) {
  const years = Map.groupBy(read.holidays, ({ day }) => day.slice(0, 4));
  const own = years.get(String(year))?.length ?? 0;
  years.delete(String(year));
  const others = [...years.keys()];
  const title =
    own === 0 && others.length > 0 ? text.onlyOtherYears(others, year) : text.imported(own);
  return (
    <InfoNote title={title}>
      {own > 0 && others.length > 0 && <p>{text.otherYears(others, year)}</p>}
      {read.findings.length > 0 && (
        <>
          {text.problems(read.findings.length)}
          <ul className="calendar-moved">
            {read.findings.map(({ row, detail, code, message }) => (
              <li key={`${row} ${code} ${detail}`}>{text.problem(row, detail, message)}</li>
            ))}
          </ul>
        </>
      )}
    </InfoNote>
  );
}

function Months({
  list,
  onChange,
}: {
  list: HolidayYear;
  onChange: (holidays: Holiday[]) => void;
}) {
  const months = Map.groupBy(list.holidays, ({ day }) => day.slice(0, 7));
  return (
    <div className="calendar-months">
      {[...months].map(([month, holidays]) => (
        <section key={month}>
          <h3>{monthName(month)}</h3>
          <ul>
            {holidays.map((one) => (
              <li key={one.day}>
                <span>
                  {longDay(one.day).replace(/ \d{4}$/, "")}
                  <small className="muted">
                    {[text.kinds[one.kind], one.name].filter((part) => part !== "").join(" · ")}
                  </small>
                </span>
                <IconButton
                  label={text.drop(plainDay(one.day))}
                  icon="close"
                  onPress={() => onChange(list.holidays.filter(({ day }) => day !== one.day))}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function NewHoliday({ year, onAdd }: { year: number; onAdd: (holiday: Holiday) => void }) {
  const [day, setDay] = useState("");
  const [kind, setKind] = useState<HolidayKind>("national");
  const [name, setName] = useState("");
  const fits = day.startsWith(`${year}-`);
  return (
    <div className="calendar-line">
      <DateField label={text.day} value={day} onChange={setDay} />
      <Select label={text.kind} value={kind} onChange={setKind} options={KINDS} />
      <TextField label={text.name} value={name} onChange={setName} max={160} />
      <Button
        icon="plus"
        isDisabled={!fits}
        onPress={() => {
          onAdd({ day, kind, name });
          setDay("");
          setName("");
        }}
      >
        {text.addHoliday}
      </Button>
    </div>
  );
}
