import type { ImportedDetail } from "#shared/bundle/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Name } from "../../components/name.tsx";
import { eventLine, type Names } from "../../text/history.ts";
import { lettersTabText } from "../../text/letters.ts";

/** Every event of the other office, newest first: what, who, when. */
export function ImportedHistory({ bundle }: { bundle: ImportedDetail }) {
  const names = namesOf(bundle);
  return (
    <ol className="history card">
      {bundle.history.toReversed().map((event) => {
        const { what, details } = eventLine(event.type, event.body, names);
        return (
          <li key={event.id} className="history-event">
            <span className="history-when number">
              {moment(event.at, bundle.office.zone)}
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
