import "../../incoming/incoming.css";
import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../../components/button.tsx";
import { CheckboxGroup } from "../../../components/checkbox-group.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Form } from "../../../components/form.tsx";
import { Select } from "../../../components/select.tsx";
import { TextArea } from "../../../components/text-field.tsx";
import { useNotices } from "../../../store/hooks.ts";
import { useAction } from "../../../store/use-action.ts";
import { useQuery } from "../../../store/use-query.ts";
import { commonText } from "../../../text/common.ts";
import { incomingText as text } from "../../../text/incoming.ts";

type HandDialogProps = { request: RequestDetail; step: number; onClose: () => void };

/** Which office gets the step, and what goes with it; nothing goes that is not ticked. */
export function HandDialog({ request, step, onClose }: HandDialogProps) {
  const known = useQuery("handover.offices", {});
  const notices = useNotices();
  const ask = useAction("handover.ask");
  const [office, setOffice] = useState("");
  const [note, setNote] = useState("");
  const [items, setItems] = useState<readonly string[]>(() =>
    request.items.map(({ no }) => String(no)),
  );
  const [files, setFiles] = useState<readonly string[]>([]);
  const offices = known.data?.offices ?? [];
  const attached = request.files.filter(({ withdrawn }) => withdrawn === null);

  async function submit(): Promise<void> {
    const done = await ask.run({
      request: request.id,
      office,
      note,
      items: items.map(Number).sort((a, b) => a - b),
      files: [...files],
    });
    if (!done.ok) return;
    notices.tell(text.handed(offices.find(({ id }) => id === office)?.name ?? ""));
    onClose();
  }

  return (
    <Dialog
      title={text.handTitle(step)}
      onClose={onClose}
      busy={ask.pending}
      footer={
        offices.length > 0 && (
          <>
            <Button onPress={onClose}>{commonText.cancel}</Button>
            <Button
              tone="primary"
              pending={ask.pending}
              isDisabled={office === ""}
              onPress={() => void submit()}
            >
              {text.handDo}
            </Button>
          </>
        )
      }
    >
      {known.data !== undefined && offices.length === 0 ? (
        <EmptyState title={text.noOffices}>{text.noOfficesHelp}</EmptyState>
      ) : (
        <Form failure={ask.failure} onSubmit={() => void submit()} className="portal-form">
          <p className="muted">{text.handHelp}</p>
          <Select
            label={text.office}
            path="office"
            value={office}
            onChange={setOffice}
            options={offices.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <TextArea
            label={text.handNote}
            path="note"
            value={note}
            onChange={setNote}
            rows={3}
            max={2000}
          />
          {request.items.length > 0 && (
            <CheckboxGroup
              label={text.handItems}
              path="items"
              value={items}
              onChange={setItems}
              options={request.items.map(({ no, name, period }) => ({
                value: String(no),
                label: period === "" ? `${no}. ${name}` : `${no}. ${name} (${period})`,
              }))}
            />
          )}
          {attached.length > 0 && (
            <CheckboxGroup
              label={text.handFiles}
              path="files"
              value={files}
              onChange={setFiles}
              options={attached.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Form>
      )}
    </Dialog>
  );
}
