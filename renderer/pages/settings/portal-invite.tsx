import { useEffect } from "react";
import { longMoment } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { syncText as text } from "../../text/sync.ts";

/** A one-time code in large type, and what to do with it on the other PC. */
export function InviteDialog({
  url,
  zone,
  onClose,
}: {
  url: string;
  zone: Zone;
  onClose: () => void;
}) {
  const { queries } = useServices();
  const { run, failure, pending } = useAction("sync.invite");
  const [made, setMade] = useState<ResultOf<"sync.invite"> | null>(null);
  useEffect(() => {
    void run({}).then((invited) => {
      if (invited.ok) setMade(invited.value);
    });
  }, [run]);
  const close = (): void => {
    queries.invalidate(null); // the other PC may be there by now
    onClose();
  };

  return (
    <Dialog
      title={text.invite}
      onClose={close}
      footer={<Button onPress={close}>{commonText.close}</Button>}
    >
      {failure !== null && <ErrorNote>{failure.message}</ErrorNote>}
      {pending && (
        <p className="muted" role="status">
          {text.inviteMaking}
        </p>
      )}
      {made !== null && (
        <div className="portal-form">
          <div className="portal-code">
            <p className="muted">{text.inviteCode}</p>
            <p className="portal-code-text number">{made.code}</p>
            <p className="muted small">{text.inviteExpires(longMoment(made.expires, zone))}</p>
          </div>
          <ol className="portal-steps">
            {text.inviteSteps(made.url === "" ? url : made.url).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
    </Dialog>
  );
}
