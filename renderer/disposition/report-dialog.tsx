import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Form } from "../components/form.tsx";
import { TextArea } from "../components/text-field.tsx";
import { useNotices } from "../store/hooks.ts";
import { useServices } from "../store/services.ts";
import { useAction } from "../store/use-action.ts";
import { commonText } from "../text/common.ts";
import { dispositionText as text } from "../text/disposition.ts";

/** One recipient of one disposition. */
export type Reported = { request: string; disposition: string; recipient: string };

/** Says that a recipient is done, and what came of it. */
export function ReportDialog({ task, onClose }: { task: Reported; onClose: () => void }) {
  const { queries } = useServices();
  const notices = useNotices();
  const report = useAction("disposition.report");
  const [words, setWords] = useState("");

  async function submit(): Promise<void> {
    const { request, disposition, recipient } = task;
    const result = await report.run({ request, disposition, recipient, text: words });
    if (!result.ok) return;
    queries.invalidate(request);
    notices.tell(text.reportDone);
    onClose();
  }

  return (
    <Dialog
      title={text.reportTitle}
      onClose={onClose}
      busy={report.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={report.pending} onPress={() => void submit()}>
            {text.reportConfirm}
          </Button>
        </>
      }
    >
      <Form failure={report.failure} onSubmit={() => void submit()}>
        <TextArea
          label={text.reportText}
          path="text"
          help={text.reportHelp(task.recipient)}
          value={words}
          onChange={setWords}
          max={2000}
          rows={4}
          required
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
