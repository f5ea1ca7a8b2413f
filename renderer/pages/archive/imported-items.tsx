import type { ImportedDetail } from "#shared/bundle/contract.ts";
import { Name } from "../../components/name.tsx";
import { availabilityText } from "../../text/request.ts";
import { requestPageText as text } from "../../text/request-page.ts";

/** The data that was asked for, and what the other office found. */
export function ImportedItems({ bundle }: { bundle: ImportedDetail }) {
  return (
    <div className="tab-stack">
      {bundle.purpose !== "" && (
        <dl className="request-facts">
          <div>
            <dt>{text.purpose}</dt>
            <dd>
              <Name>{bundle.purpose}</Name>
            </dd>
          </div>
        </dl>
      )}
      <table className="plain-table card">
        <thead>
          <tr>
            <th>No</th>
            <th>{text.item}</th>
            <th>{text.period}</th>
            <th>{text.unit}</th>
            <th>{text.format}</th>
            <th>{text.availability}</th>
            <th>{text.availabilityNote}</th>
          </tr>
        </thead>
        <tbody>
          {bundle.items.map((item) => (
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
              <td>
                {item.availability === null
                  ? text.notAssessed
                  : availabilityText[item.availability]}
              </td>
              <td>
                <Name>{item.availabilityNote}</Name>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
