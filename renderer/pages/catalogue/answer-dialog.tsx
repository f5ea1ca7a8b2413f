import { useState } from "react";
import type { RequestDetail, ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { dataRequestText as text } from "../../text/ckan.ts";
import { commonText } from "../../text/common.ts";

type AnswerDialogProps = {
  request: RequestDetail;
  state: NonNullable<ResultOf<"datarequest.state">>;
  onClose: () => void;
};

const NONE = "*";

/** What the asker is told on the portal, where everybody can read it. */
export function AnswerDialog({ request, state, onClose }: AnswerDialogProps) {
  const { queries, notices } = useServices();
  const answer = useAction("datarequest.answer");
  const [dataset, setDataset] = useState(state.offers[0]?.name ?? "");
  const [comment, setComment] = useState("");

  async function submit(): Promise<void> {
    const done = await answer.run({ request: request.id, dataset, comment });
    if (!done.ok) return;
    queries.invalidate(request.id);
    notices.tell(text.queued);
    onClose();
  }

  return (
    <Dialog
      title={text.answerTitle}
      onClose={onClose}
      busy={answer.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={answer.pending} onPress={() => void submit()}>
            {text.send}
          </Button>
        </>
      }
    >
      <Form failure={answer.failure} onSubmit={() => void submit()} className="catalogue-form">
        <p className="muted small">{text.answerHelp(request.number)}</p>
        <Select
          label={text.dataset}
          path="dataset"
          value={dataset === "" ? NONE : dataset}
          onChange={(value) => setDataset(value === NONE ? "" : value)}
          options={[
            { value: NONE, label: text.noDataset },
            ...state.offers.map(({ name, title }) => ({ value: name, label: title })),
          ]}
        />
        <TextArea
          label={text.comment}
          path="comment"
          value={comment}
          onChange={setComment}
          max={2000}
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
