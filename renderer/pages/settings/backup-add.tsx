import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { backupText as text } from "../../text/backup.ts";
import { commonText } from "../../text/common.ts";
import { differs, NO_PASSPHRASE, PassphraseFields } from "./backup-passphrase.tsx";
import { FolderField } from "./backup-folder.tsx";

/** A new place for backups; the first one is made at once. */
export function AddDestination({ onClose }: { onClose: () => void }) {
  const { queries, client, notices } = useServices();
  const [folder, setFolder] = useState("");
  const [locked, setLocked] = useState(false);
  const [phrase, setPhrase] = useState(NO_PASSPHRASE);
  const add = useAction("backup.add");

  async function submit(): Promise<void> {
    if (locked && differs(phrase)) return;
    const done = await add.run({ folder, ...(locked && { passphrase: phrase.one }) });
    if (!done.ok) return;
    queries.invalidate(null);
    onClose();
    const made = await client.call("backup.run", { destination: done.value.id });
    if (!made.ok) notices.fail(made.error);
    else for (const run of made.value.runs) notices.tell(text.done(run));
    queries.invalidate(null);
  }

  return (
    <Dialog
      title={text.add}
      onClose={onClose}
      busy={add.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={add.pending} onPress={() => void submit()}>
            {commonText.add}
          </Button>
        </>
      }
    >
      <Form failure={add.failure} onSubmit={() => void submit()} className="backup-form">
        <FolderField label={text.folder} path="folder" value={folder} onChange={setFolder} />
        <CheckBox isSelected={locked} onChange={setLocked}>
          {text.locked}
        </CheckBox>
        {locked && (
          <>
            <p className="muted">{text.lockedHelp}</p>
            <PassphraseFields value={phrase} onChange={setPhrase} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
