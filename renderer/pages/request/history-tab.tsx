import type { ResultOf } from "#shared/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Name } from "../../components/name.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { type Query, useQuery } from "../../store/use-query.ts";
import { eventLine, type Names } from "../../text/history.ts";
import { lettersTabText } from "../../text/letters.ts";

/** Every event, newest first: what, who, when. */
export function HistoryTab({ query }: { query: Query<ResultOf<"history.list">> }) {
  const { zone } = useSession().office;
  const names = useNames(query.data ?? []);
  return (
    <QueryView query={query}>
      {(events) => (
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
      )}
    </QueryView>
  );
}

/** What the ids in these events stand for; letters are named by the events that wrote them. */
function useNames(events: ResultOf<"history.list">): Names {
  const { app } = useSession();
  const templates = useQuery("template.list", {}).data ?? [];
  const paper = (kind: string): string =>
    templates.find(({ id }) => id === kind)?.name ?? lettersTabText.unknown;
  const letters = new Map<unknown, string>();
  for (const { type, body } of events) {
    if (type !== "letter.drafted" && type !== "document.issued") continue;
    const { id, kind, about, number } = body;
    const what = typeof kind === "string" ? paper(kind) : lettersTabText.unknown;
    const which = typeof number === "string" && number !== "" ? number : about;
    letters.set(id, typeof which === "string" ? `${what}: ${which}` : what);
  }
  return {
    user: (id) => app.users.find((one) => one.id === id)?.name ?? id,
    paper,
    letter: (id) => letters.get(id) ?? lettersTabText.unknown,
  };
}
