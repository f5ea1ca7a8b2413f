import type { ResultOf } from "#shared/contract.ts";
import { InfoNote } from "../../components/note.tsx";
import { useSession } from "../../store/session.ts";
import { calendarText as text } from "../../text/calendar.ts";

export type Moved = ResultOf<"calendar.save">["moved"];

/** Which deadlines moved with the last change, from when to when. */
export function MovedNote({ moved }: { moved: Moved }) {
  const { zone } = useSession().office;
  return (
    <InfoNote title={text.moved(moved.length)}>
      {moved.length > 0 && (
        <ul className="calendar-moved">
          {moved.map((one) => (
            <li key={`${one.request} ${one.clock}`}>
              {text.movedOne(one.number, one.clock, one.from, one.to, zone)}
            </li>
          ))}
        </ul>
      )}
    </InfoNote>
  );
}
