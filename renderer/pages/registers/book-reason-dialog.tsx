import { useState } from "react";
import type { RegisterId } from "#shared/letter/register.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { registersText as text } from "../../text/registers.ts";

/** What is written into the book with a reason. */
export type Asked =
  | { what: "explain"; series: string; year: number; from: number; to: number; reason: string }
  | { what: "void"; register: RegisterId; year: number; number: string; entry: string };

type BookReasonDialogProps = { register: RegisterId; asked: Asked; onClose: () => void };

/** Asks why numbers were passed over, or why one is taken back. */
export function BookReasonDialog({ register, asked, onClose }: BookReasonDialogProps) {
  const { queries } = useServices();
  const notices = useNotices();
  const [reason, setReason] = useState(asked.what === "explain" ? asked.reason : "");
  const explain = useAction("register.explain");
  const take = useAction("register.void");
  const voids = asked.what === "void";
  const { pending, failure } = voids ? take : explain;

  async function submit(): Promise<void> {
    const { year } = asked;
    const done = voids
      ? await take.run({ register, year, number: asked.number, entry: asked.entry, reason })
      : await explain.run({
          register,
          year,
          series: asked.series,
          value: asked.from,
          until: asked.to,
          reason,
        });
    if (!done.ok) return;
    queries.invalidate(null);
    notices.tell(voids ? text.voidedNow(asked.number) : text.explained);
    onClose();
  }

  return (
    <Dialog
      title={voids ? text.voidTitle(asked.number) : text.explainTitle(asked.from, asked.to)}
      onClose={onClose}
      busy={pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone={voids ? "danger" : "primary"}
            pending={pending}
            onPress={() => void submit()}
          >
            {voids ? text.voidTitle(asked.number) : commonText.save}
          </Button>
        </>
      }
    >
      <Form failure={failure} onSubmit={() => void submit()}>
        <TextArea
          label={text.reason}
          path="reason"
          help={voids ? text.voidHelp : text.explainHelp}
          value={reason}
          onChange={setReason}
          max={1000}
          required
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
