import type { ShownEvent } from "#shared/request/shown.ts";
import type { Zone } from "#shared/time/zone.ts";
import { moment } from "#shared/time/format.ts";
import { Name } from "../../components/name.tsx";
import { eventLine, type Names } from "../../text/history.ts";

type HistoryListProps = { events: readonly ShownEvent[]; zone: Zone; names: Names };

/** Every event, newest first: what, who, when. */
export function HistoryList({ events, zone, names }: HistoryListProps) {
  return (
    <ol className="history card">
      {events.toReversed().map((event) => {
        const { what, details } = eventLine(event.type, event.body, names);
        return (
          <li key={event.id} className="history-event">
            <span className="history-when number">
              {moment(event.at, zone)}
              <span>
                <Name>{event.by.name}</Name>
              </span>
            </span>
            <span className="history-what">
              <strong>
                <Name>{what}</Name>
              </strong>
              {details.map((detail) => (
                <span key={detail}>
                  <Name>{detail}</Name>
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
