import { useState } from "react";
import type { DataRequestShown } from "#shared/ckan/contract.ts";
import type { ParamsIn } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { RequesterFields } from "../../components/requester-fields.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { dataRequestText as text } from "../../text/ckan.ts";
import { commonText } from "../../text/common.ts";

/** Makes a request of what somebody asked for on the portal. */
export function TakeDialog({ asked, onClose }: { asked: DataRequestShown; onClose: () => void }) {
  const { location, notices, queries } = useServices();
  const take = useAction("datarequest.take");
  const sops = (useQuery("sop.list", {}).data?.sops ?? []).filter(
    ({ requesterLane, state }) => requesterLane !== null && state === "published",
  );
  const [sop, setSop] = useState("");
  const [subject, setSubject] = useState(asked.title);
  const [item, setItem] = useState(asked.title);
  const [requester, setRequester] = useState<ParamsIn<"datarequest.take">["requester"]>({
    name: asked.asker,
  });
  const chosen = sop === "" ? (sops.length === 1 ? (sops[0]?.id ?? "") : "") : sop;

  async function submit(): Promise<void> {
    const done = await take.run({ id: asked.id, sop: chosen, requester, subject, item });
    if (!done.ok) return;
    queries.invalidate(null);
    notices.tell(text.taken(done.value.number));
    onClose();
    location.go(`/permohonan/${done.value.request}`);
  }

  return (
    <Dialog
      title={text.takeTitle}
      onClose={onClose}
      busy={take.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={take.pending} onPress={() => void submit()}>
            {text.register}
          </Button>
        </>
      }
    >
      <Form failure={take.failure} onSubmit={() => void submit()} className="catalogue-form">
        <p className="muted small">{text.takeHelp}</p>
        <Select
          label={text.sop}
          path="sop"
          required
          value={chosen}
          onChange={setSop}
          options={sops.map(({ id, name, office }) => ({
            value: id,
            label: `${name} (${office})`,
          }))}
        />
        <TextField
          label={text.subject}
          path="subject"
          required
          value={subject}
          onChange={setSubject}
          max={300}
        />
        <TextField
          label={text.item}
          path="item"
          required
          value={item}
          onChange={setItem}
          max={300}
        />
        <div className="publish-grid">
          <RequesterFields requester={requester} onChange={setRequester} />
        </div>
      </Form>
    </Dialog>
  );
}
