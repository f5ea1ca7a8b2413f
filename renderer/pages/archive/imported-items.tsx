import type { ImportedDetail } from "#shared/bundle/contract.ts";
import { Name } from "../../components/name.tsx";
import { requestPageText as text } from "../../text/request-page.ts";
import { ItemsTable } from "../request/items-table.tsx";

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
      <ItemsTable items={bundle.items} />
    </div>
  );
}
