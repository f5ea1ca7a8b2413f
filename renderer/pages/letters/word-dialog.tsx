import { useState } from "react";
import type { ParamsIn } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { commonText } from "../../text/common.ts";
import { wordText as text } from "../../text/letters.ts";
import { useSaveDrawn } from "./use-save-drawn.ts";

type WordDialogProps = { asked: ParamsIn<"document.render">; onClose: () => void };

/** Saves a letter as Word, with SRIKANDI's variables when it is to be finished there. */
export function WordDialog({ asked, onClose }: WordDialogProps) {
  const [variables, setVariables] = useState(false);
  const drawn = useSaveDrawn();

  async function save(): Promise<void> {
    if (await drawn.save({ ...asked, format: "docx", variables })) onClose();
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      busy={drawn.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="primary"
            icon="download"
            pending={drawn.pending}
            onPress={() => void save()}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <CheckBox isSelected={variables} onChange={setVariables}>
        {text.variables}
      </CheckBox>
      <p className="muted small">{text.variablesHelp}</p>
    </Dialog>
  );
}
