import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { Availability } from "#shared/request/model.ts";
import { Button } from "../../components/button.tsx";
import { Form } from "../../components/form.tsx";
import { Name } from "../../components/name.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { availabilityText, deliveryText } from "../../text/request.ts";
import { requestPageText as text } from "../../text/request-page.ts";
import { CatalogueMatches } from "../catalogue/matches.tsx";
import { ItemsTable } from "./items-table.tsx";

type Found = { availability: Availability | ""; note: string };

const OPTIONS = (Object.keys(availabilityText) as Availability[]).map((value) => ({
  value,
  label: availabilityText[value],
}));

/** The data asked for, and what the office found of it: the list ketersediaan data. */
export function ItemsTab({ request }: { request: RequestDetail }) {
  const { queries } = useServices();
  const notices = useNotices();
  const assess = useAction("request.assess");
  const [changed, setChanged] = useState<ReadonlyMap<number, Found>>(new Map());
  useUnsaved(changed.size > 0, text.itemsUnsaved);
  const open = request.status === "running";

  const foundOf = (item: RequestDetail["items"][number]): Found =>
    changed.get(item.no) ?? { availability: item.availability ?? "", note: item.availabilityNote };
  const set = (no: number, found: Found): void => setChanged(new Map(changed).set(no, found));
  const all = (): void =>
    setChanged(
      new Map(
        request.items.map((item) => [item.no, { ...foundOf(item), availability: "available" }]),
      ),
    );

  const chosen = [...changed].flatMap(([no, { availability, note }]) =>
    availability === "" ? [] : [{ no, availability, note }],
  );

  async function submit(): Promise<void> {
    const result = await assess.run({ request: request.id, items: chosen });
    if (!result.ok) return;
    queries.put("request.get", { id: request.id }, result.value);
    setChanged(new Map());
    notices.tell(text.itemsSaved);
  }

  return (
    <div className="tab-stack">
      <Form failure={assess.failure} onSubmit={() => void submit()} className="items-form">
        <dl className="request-facts">
          {request.purpose !== "" && (
            <div>
              <dt>{text.purpose}</dt>
              <dd>
                <Name>{request.purpose}</Name>
              </dd>
            </div>
          )}
          {request.requester !== null && (
            <div>
              <dt>{text.delivery}</dt>
              <dd>{deliveryText[request.delivery as keyof typeof deliveryText]}</dd>
            </div>
          )}
        </dl>
        <ItemsTable
          items={request.items}
          renderFound={
            !open
              ? undefined
              : (item) => (
                  <Select
                    label={`${text.availability} ${item.no}`}
                    hideLabel
                    value={foundOf(item).availability}
                    onChange={(availability) => set(item.no, { ...foundOf(item), availability })}
                    options={OPTIONS}
                  />
                )
          }
          renderNote={
            !open
              ? undefined
              : (item) => (
                  <TextField
                    label={`${text.availabilityNote} ${item.no}`}
                    hideLabel
                    value={foundOf(item).note}
                    onChange={(note) => set(item.no, { ...foundOf(item), note })}
                    max={300}
                  />
                )
          }
        />
        {open && (
          <div className="form-actions">
            <Button
              type="submit"
              tone="primary"
              pending={assess.pending}
              isDisabled={chosen.length === 0}
            >
              {text.saveItems}
            </Button>
            <Button onPress={all}>{text.allAvailable}</Button>
          </div>
        )}
      </Form>
      {open && <CatalogueMatches request={request} />}
    </div>
  );
}
