import "../request/request.css";
import "../letters/letters.css";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Failure } from "#shared/errors.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useJob } from "../../store/use-job.ts";
import { bundleText, importedText as text } from "../../text/bundle.ts";
import { commonText } from "../../text/common.ts";
import { OneFile } from "../letters/one-file.tsx";
import { useOneUpload } from "../letters/use-one-upload.ts";
import { JobBar } from "../../components/job-bar.tsx";
import { importedPath } from "./imported-path.ts";

/** Takes a ZIP of another office over, and opens what was in it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { client, notices, queries } = useServices();
  const [, go] = useLocation();
  const { file, setFile, percent, failure, send } = useOneUpload();
  const take = useAction("bundle.import");
  const { job, progress } = useJob();
  const [missing, setMissing] = useState<Failure | null>(null);

  async function submit(): Promise<void> {
    if (file === null) {
      const message = text.importFirst;
      setMissing({ code: "params_invalid", message, field: "file" });
      return;
    }
    setMissing(null);
    const sent = await send();
    if (sent?.upload === undefined) return;
    const taken = await take.run({ upload: sent.upload, job });
    if (!taken.ok) return;
    const { id, number, office, known } = taken.value;
    queries.invalidate(null);
    notices.tell(known ? text.importKnown(number, office) : text.importDone(number, office));
    onClose();
    go(importedPath(id));
  }

  const busy = take.pending || percent !== null;
  return (
    <Dialog
      title={text.importTitle}
      onClose={onClose}
      busy={busy}
      footer={
        take.pending ? (
          <Button onPress={() => void client.call("bundle.cancel", { job })}>
            {bundleText.stop}
          </Button>
        ) : (
          <>
            <Button onPress={onClose} isDisabled={busy}>
              {commonText.cancel}
            </Button>
            <Button tone="primary" pending={busy} onPress={() => void submit()}>
              {text.importGo}
            </Button>
          </>
        )
      }
    >
      <Form failure={missing ?? failure} onSubmit={() => void submit()} className="tab-stack">
        <p>{text.importHelp}</p>
        {take.failure !== null && !take.pending && <ErrorNote>{take.failure.message}</ErrorNote>}
        {take.pending ? (
          <JobBar progress={progress} label={text.importReading} />
        ) : (
          <OneFile
            label={text.importFile}
            path="file"
            file={file}
            percent={percent}
            onChange={(next) => {
              take.reset();
              setFile(next);
            }}
          />
        )}
      </Form>
    </Dialog>
  );
}
