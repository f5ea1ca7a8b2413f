import { useRef, useState } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { Name } from "../../components/name.tsx";
import { useServices } from "../../store/services.ts";
import { formText } from "../../text/form.ts";
import { requestPageText as text } from "../../text/request-page.ts";

type Entry = {
  id: number;
  file: File;
  state: "waiting" | "sending" | "done" | "failed";
  /** Percent received. */
  percent: number;
  /** Why it failed, or what to know about it. */
  message: string;
  stop: AbortController;
};

/** Takes files and attaches them one after the other, each with its progress. */
export function AttachFiles({ request, label }: { request: string; label: string }) {
  const { client, upload } = useServices();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const last = useRef(0);
  const queue = useRef(Promise.resolve());

  const change = (id: number, next: Partial<Entry>): void =>
    setEntries((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
  const drop = (id: number): void => setEntries((all) => all.filter((one) => one.id !== id));

  async function send({ id, file, stop }: Entry): Promise<void> {
    change(id, { state: "sending", percent: 0, message: "" });
    const sent = await upload(file, {
      signal: stop.signal,
      onProgress: (received, size) => change(id, { percent: Math.floor((received / size) * 100) }),
    });
    if (stop.signal.aborted) {
      drop(id);
      return;
    }
    const attached = sent.ok
      ? await client.call("file.attach", { request, upload: sent.value.upload })
      : sent;
    if (!attached.ok) {
      change(id, { state: "failed", message: attached.error.message });
      return;
    }
    const { sameAs } = attached.value;
    change(id, {
      state: "done",
      percent: 100,
      message: sameAs === null ? "" : text.sameAs(sameAs),
    });
  }

  function enqueue(entry: Entry): void {
    queue.current = queue.current.then(() => send(entry));
  }

  function add(files: File[]): void {
    const added = files.map((file): Entry => {
      last.current += 1;
      const stop = new AbortController();
      return { id: last.current, file, state: "waiting", percent: 0, message: "", stop };
    });
    setEntries((all) => [...all, ...added]);
    for (const entry of added) enqueue(entry);
  }

  return (
    <>
      <FileDrop label={label} onFiles={add} />
      {entries.length > 0 && (
        <ul className="uploads" aria-label={formText.files}>
          {entries.map((entry) => (
            <li key={entry.id} className={`upload upload-${entry.state}`}>
              <span className="upload-name">
                <Name>{entry.file.name}</Name>
              </span>
              <IconButton
                icon="close"
                label={
                  entry.state === "sending"
                    ? formText.stopUpload(entry.file.name)
                    : formText.dismissFile(entry.file.name)
                }
                onPress={() => {
                  entry.stop.abort();
                  if (entry.state !== "sending") drop(entry.id);
                }}
              />
              <Progress entry={entry} />
              {entry.state === "failed" && (
                <Button
                  small
                  onPress={() => {
                    drop(entry.id);
                    add([entry.file]);
                  }}
                >
                  {formText.retryFile}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Progress({ entry }: { entry: Entry }) {
  switch (entry.state) {
    case "waiting":
      return <span className="upload-state">{formText.waiting}</span>;
    case "sending":
      return (
        <span className="upload-state">
          <progress max={100} value={entry.percent} aria-label={entry.file.name} />
          {formText.uploading(entry.percent)}
        </span>
      );
    case "done":
      return (
        <span className="upload-state" role="status">
          {formText.uploaded}
          {entry.message !== "" && `. ${entry.message}`}
        </span>
      );
    case "failed":
      return (
        <span className="upload-state" role="alert">
          {entry.message}
        </span>
      );
    default:
      return entry.state satisfies never;
  }
}
