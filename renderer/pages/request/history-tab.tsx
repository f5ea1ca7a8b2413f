import type { ResultOf } from "#shared/contract.ts";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { type Query, useQuery } from "../../store/use-query.ts";
import type { Names } from "../../text/history.ts";
import { lettersTabText } from "../../text/letters.ts";
import { HistoryList } from "./history-list.tsx";

/** Every event, newest first: what, who, when. */
export function HistoryTab({ query }: { query: Query<ResultOf<"history.list">> }) {
  const { zone } = useSession().office;
  const names = useNames(query.data ?? []);
  return (
    <QueryView query={query}>
      {(events) => <HistoryList events={events} zone={zone} names={names} />}
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
