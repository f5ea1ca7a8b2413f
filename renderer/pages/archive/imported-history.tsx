import type { ImportedDetail } from "#shared/bundle/contract.ts";
import type { Names } from "../../text/history.ts";
import { lettersTabText } from "../../text/letters.ts";
import { HistoryList } from "../request/history-list.tsx";

/** Every event of the other office, newest first: what, who, when. */
export function ImportedHistory({ bundle }: { bundle: ImportedDetail }) {
  const { history, office } = bundle;
  return <HistoryList events={history} zone={office.zone} names={namesOf(bundle)} />;
}

/** What ids in the events stand for, as their own office knew it. */
function namesOf({ people, papers, letters }: ImportedDetail): Names {
  const paper = (kind: string): string => papers[kind] ?? lettersTabText.unknown;
  return {
    user: (id) => people[id] ?? id,
    paper,
    letter(id) {
      const found = letters.find((one) => one.id === id);
      if (found === undefined) return lettersTabText.unknown;
      return `${found.name}: ${found.number === "" ? found.about : found.number}`;
    },
  };
}
