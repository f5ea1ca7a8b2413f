import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { ErrorNote, InfoNote, OkNote } from "../../components/note.tsx";
import { useGo } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { importText as text } from "../../text/sop-import.ts";

type Imported = ResultOf<"sop.import">;

/** Reads a file, says what of it was taken over, and begins a draft once a person agrees. */
export function SopImportDialog({ onClose }: { onClose: () => void }) {
  const { client, upload } = useServices();
  const begin = useAction("draft.begin");
  const go = useGo();
  const [reading, setReading] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [found, setFound] = useState<Imported | null>(null);

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setReading(file.name);
    setFailure(null);
    const sent = await upload(file);
    const answer = sent.ok ? await client.call("sop.import", { upload: sent.value.upload }) : sent;
    setReading(null);
    if (answer.ok) setFound(answer.value);
    else setFailure(answer.error);
  }

  async function keep(): Promise<void> {
    if (found === null) return;
    const answer = await begin.run({ definition: found.definition });
    if (!answer.ok) return;
    onClose();
    go(`/sop/draf/${answer.value.id}`);
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      busy={reading !== null || begin.pending}
      footer={
        found !== null && (
          <>
            <Button onPress={() => setFound(null)}>{text.other}</Button>
            <Button tone="primary" pending={begin.pending} onPress={() => void keep()}>
              {text.keep}
            </Button>
          </>
        )
      }
    >
      {failure !== null && <ErrorNote>{failure.message}</ErrorNote>}
      {begin.failure !== null && <ErrorNote>{begin.failure.message}</ErrorNote>}
      {found === null ? (
        <>
          <p>{text.help}</p>
          {reading === null ? (
            <FileDrop label={text.drop} onFiles={([file]) => void read(file)} />
          ) : (
            <p role="status">{text.reading(reading)}</p>
          )}
        </>
      ) : (
        <Report found={found} />
      )}
    </Dialog>
  );
}

function Report({ found }: { found: Imported }) {
  const { definition, notes, findings } = found;
  const errors = findings.filter((one) => one.level === "error").length;
  const title = text.result(
    definition.name === "" ? found.name : definition.name,
    definition.steps.length,
    definition.lanes.length,
  );
  return (
    <>
      <OkNote title={title}>{text.notes(notes.length)}</OkNote>
      {notes.length > 0 && (
        <ul className="import-notes">
          {notes.map(({ code, place, message }) => (
            <li key={`${code} ${place} ${message}`}>
              {place !== "" && <strong>{place}: </strong>}
              {message}
            </li>
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <InfoNote>{text.findings(errors, findings.length - errors)}</InfoNote>
      )}
      {definition.version > 1 && <InfoNote>{text.existing(definition.version)}</InfoNote>}
    </>
  );
}
