import { useState } from "react";
import type { Result } from "#shared/errors.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import type { Action } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";

type Methods =
  | "incoming.return"
  | "incoming.refuse"
  | "handover.decline"
  | "handover.recall"
  | "request.cancel";

type ReasonFormProps<M extends Methods> = {
  words: { title: string; help: string; label: string; confirm: string };
  /** Where the core's error on the text belongs. */
  path: "text" | "reason";
  max: number;
  danger?: boolean;
  action: Action<M>;
  run: (words: string) => Promise<Result<unknown>>;
  onDone: () => void;
  onClose: () => void;
};

/** Asks for the words that go with a decision on what came in. */
export function ReasonForm<M extends Methods>(props: ReasonFormProps<M>) {
  const { words, path, max, danger = false, action, run, onDone, onClose } = props;
  const [said, setSaid] = useState("");

  async function submit(): Promise<void> {
    const done = await run(said);
    if (done.ok) onDone();
  }

  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      busy={action.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone={danger ? "danger" : "primary"}
            pending={action.pending}
            onPress={() => void submit()}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <Form failure={action.failure} onSubmit={() => void submit()}>
        <TextArea
          label={words.label}
          path={path}
          help={words.help}
          value={said}
          onChange={setSaid}
          rows={4}
          max={max}
          autoFocus
          required
        />
      </Form>
    </Dialog>
  );
}
