import type { ResultOf } from "#shared/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Name } from "../../components/name.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import type { Query } from "../../store/use-query.ts";
import { eventLine } from "../../text/history.ts";

/** Every event, newest first: what, who, when. */
export function HistoryTab({ query }: { query: Query<ResultOf<"history.list">> }) {
  const { zone } = useSession().office;
  return (
    <QueryView query={query}>
      {(events) => (
        <ol className="history card">
          {events.toReversed().map((event) => {
            const { what, details } = eventLine(event.type, event.body);
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
      )}
    </QueryView>
  );
}
