import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { longMoment } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { Name } from "../../components/name.tsx";
import { InfoNote } from "../../components/note.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { backupText as text } from "../../text/backup.ts";
import { commonText } from "../../text/common.ts";
import { BackupProgress } from "./backup-progress.tsx";

type Inspected = ResultOf<"backup.inspect">;

type RestoreProps = {
  chosen: { path: string; point: string };
  zone: Zone;
  onClose: () => void;
};

/** What a point holds, what it would replace, and the one press that puts it in place. */
export function RestoreDialog({ chosen, zone, onClose }: RestoreProps) {
  const { notices } = useServices();
  const query = useQuery("backup.inspect", chosen);
  const [passphrase, setPassphrase] = useState("");
  const [replaces, setReplaces] = useState("");
  const restore = useAction("backup.restore");
  const inspected = query.data;

  async function submit(): Promise<void> {
    const done = await restore.run({ ...chosen, replaces, ...(passphrase && { passphrase }) });
    if (!done.ok) return;
    notices.tell(text.restored(done.value.files, done.value.missing));
    onClose();
  }

  return (
    <Dialog
      title={text.restore}
      onClose={onClose}
      busy={restore.pending}
      footer={
        <>
          <Button onPress={onClose} isDisabled={restore.pending}>
            {commonText.cancel}
          </Button>
          <Button
            tone={inspected?.here === "empty" ? "primary" : "danger"}
            pending={restore.pending}
            isDisabled={inspected === undefined}
            onPress={() => void submit()}
          >
            {text.restoreNow}
          </Button>
        </>
      }
    >
      <QueryView query={query}>
        {(found) => (
          <Form failure={restore.failure} onSubmit={() => void submit()} className="backup-form">
            <Facts found={found} zone={zone} />
            <InfoNote>
              {hereWords(found)} {found.here !== "empty" && text.aside}
            </InfoNote>
            {found.manifest.encrypted && (
              <TextField
                label={text.passphrase}
                path="passphrase"
                type="password"
                required
                value={passphrase}
                onChange={setPassphrase}
              />
            )}
            {found.here === "other" && found.office !== null && (
              <TextField
                label={text.replaces(found.office.name)}
                path="replaces"
                required
                value={replaces}
                onChange={setReplaces}
              />
            )}
            {restore.pending && <BackupProgress />}
          </Form>
        )}
      </QueryView>
    </Dialog>
  );
}

function Facts({ found: { manifest }, zone }: { found: Inspected; zone: Zone }) {
  return (
    <dl className="backup-facts">
      <dt>{text.office}</dt>
      <dd>
        <Name>{manifest.office}</Name>
      </dd>
      <dt>{text.made}</dt>
      <dd>{longMoment(manifest.made, zone)}</dd>
      <dt>{text.by}</dt>
      <dd>{text.byWords(manifest)}</dd>
      <dt>{text.holds}</dt>
      <dd>{text.holdsWords(manifest)}</dd>
      <dt>{text.size}</dt>
      <dd>{text.sizeWords(manifest)}</dd>
    </dl>
  );
}

function hereWords({ here, lost, office }: Inspected): string {
  if (here === "empty") return text.hereEmpty;
  if (here === "broken") return text.hereBroken;
  return here === "own" ? text.hereOwn(lost) : text.hereOther(office);
}
