import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useGo } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { sopText as text } from "../../text/sop.ts";

/** Begins an empty draft under a name. */
export function NewSopDialog({ onClose }: { onClose: () => void }) {
  const begin = useAction("draft.begin");
  const go = useGo();
  const [name, setName] = useState("");

  async function submit(): Promise<void> {
    const begun = await begin.run({ name });
    if (!begun.ok) return;
    onClose();
    go(`/sop/draf/${begun.value.id}`);
  }

  return (
    <Dialog
      title={text.newTitle}
      onClose={onClose}
      busy={begin.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={begin.pending} onPress={() => void submit()}>
            {text.begin}
          </Button>
        </>
      }
    >
      <Form failure={begin.failure} onSubmit={() => void submit()}>
        <TextField
          label={text.newName}
          help={text.newHelp}
          path="name"
          value={name}
          onChange={setName}
          max={200}
          required
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
