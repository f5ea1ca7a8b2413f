import { useState } from "react";
import { InfoNote } from "../../components/note.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { calendarText as text } from "../../text/calendar.ts";
import { HolidaySection } from "./holiday-section.tsx";
import { HoursForm } from "./hours-form.tsx";
import { type Moved, MovedNote } from "./moved-note.tsx";

/** When the office serves, and when it does not; deadlines are counted by it. */
export function CalendarSection() {
  const query = useQuery("calendar.get", {});
  const [moved, setMoved] = useState<Moved | null>(null);
  return (
    <QueryView query={query}>
      {(calendar) => (
        <div className="settings-form">
          {calendar.missing.map((year) => (
            <InfoNote key={year}>{text.none(year)}</InfoNote>
          ))}
          {moved !== null && <MovedNote moved={moved} />}
          <HoursForm calendar={calendar} onMoved={setMoved} />
          <HolidaySection calendar={calendar} onMoved={setMoved} />
        </div>
      )}
    </QueryView>
  );
}
