import type { ReactNode } from "react";
import type { ShownItem } from "#shared/request/shown.ts";
import { Name } from "../../components/name.tsx";
import { availabilityText } from "../../text/request.ts";
import { requestPageText as text } from "../../text/request-page.ts";

type ItemsTableProps = {
  items: readonly ShownItem[];
  /** What is to be filled in, in place of what was found; both show the words without it. */
  renderFound?: ((item: ShownItem) => ReactNode) | undefined;
  renderNote?: ((item: ShownItem) => ReactNode) | undefined;
};

/** The data that was asked for, with what was found of it. */
export function ItemsTable({
  items,
  renderFound = foundWords,
  renderNote = noteWords,
}: ItemsTableProps) {
  return (
    <table className="plain-table card">
      <thead>
        <tr>
          <th>No</th>
          <th>{text.item}</th>
          <th>{text.period}</th>
          <th>{text.unit}</th>
          <th>{text.format}</th>
          <th className="items-found">{text.availability}</th>
          <th className="items-note">{text.availabilityNote}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.no}>
            <td className="number">{item.no}</td>
            <td>
              <Name>{item.name}</Name>
            </td>
            <td>
              <Name>{item.period}</Name>
            </td>
            <td>
              <Name>{item.unit}</Name>
            </td>
            <td>
              <Name>{item.format}</Name>
            </td>
            <td>{renderFound(item)}</td>
            <td>{renderNote(item)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const foundWords = ({ availability }: ShownItem): string =>
  availability === null ? text.notAssessed : availabilityText[availability];

const noteWords = ({ availabilityNote }: ShownItem): ReactNode => <Name>{availabilityNote}</Name>;
