import "./bundle.css";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { downloadPath } from "#shared/window.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Name } from "../../components/name.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useJob } from "../../store/use-job.ts";
import { bundleText as text } from "../../text/bundle.ts";
import { commonText } from "../../text/common.ts";
import { JobBar } from "../../components/job-bar.tsx";

export type BundleKind = "pdf" | "zip";

type BundleDialogProps = {
  request: string;
  kind: BundleKind;
  /** Makes the other kind instead. */
  onKind: (kind: BundleKind) => void;
  onClose: () => void;
};

/** Makes the bundle as soon as it opens; it stays open only to say what is not in. */
export function BundleDialog({ request, kind, onKind, onClose }: BundleDialogProps) {
  const { client, host, notices } = useServices();
  const make = { pdf: useAction("bundle.pdf"), zip: useAction("bundle.zip") }[kind];
  const { job, progress } = useJob();
  const [stopping, setStopping] = useState(false);
  const [left, setLeft] = useState<readonly { name: string; reason: string }[]>([]);
  const begun = useRef(false);

  const begin = useEffectEvent(async () => {
    const made = await make.run({ request, job });
    if (!made.ok) {
      if (made.error.code === "bundle_cancelled") onClose();
      return;
    }
    const { download, name } = made.value;
    if (download !== null) host.download(downloadPath(download), name);
    notices.tell(text.made(name));
    if (made.value.left.length === 0) onClose();
    else setLeft(made.value.left);
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  }, []);

  function stop(): void {
    setStopping(true);
    void client.call("bundle.cancel", { job });
  }

  const { failure } = make;
  const running = failure === null && left.length === 0;
  return (
    <Dialog
      title={running || failure !== null ? text.making[kind] : text.left}
      onClose={onClose}
      busy={running}
      footer={
        running ? (
          <Button onPress={stop} pending={stopping}>
            {stopping ? text.stopping : text.stop}
          </Button>
        ) : (
          <>
            {failure?.code === "bundle_pdf_too_large" && (
              <Button tone="primary" onPress={() => onKind("zip")}>
                {text.zipInstead}
              </Button>
            )}
            <Button onPress={onClose}>{commonText.close}</Button>
          </>
        )
      }
    >
      {failure !== null && <ErrorNote>{failure.message}</ErrorNote>}
      {running && <JobBar progress={progress} label={text.making[kind]} />}
      {left.length > 0 && (
        <>
          <p>{text.leftHelp[kind]}</p>
          <ul className="bundle-left">
            {left.map(({ name, reason }) => (
              <li key={name}>
                <Name>{text.leftOne(name, reason)}</Name>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
