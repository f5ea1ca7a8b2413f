import type { Checked } from "#shared/maintenance/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { commonText } from "../../text/common.ts";
import { maintenanceText as text } from "../../text/maintenance.ts";

type RepairDialogProps = { checked: Checked; onClose: () => void; onRepair: () => void };

/** Says what a repair will do before it does it. */
export function RepairDialog({ checked, onClose, onRepair }: RepairDialogProps) {
  const { problems } = checked;
  const files = problems.filter(({ repair }) => repair === "restore-file").length;
  const events = problems.some(({ repair }) => repair === "restore-event" || repair === "restore");
  const database = events || problems.some(({ repair }) => repair === "rebuild");
  const left = problems.filter(({ repair }) => repair === "none");
  return (
    <Dialog
      title={text.repairTitle}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" onPress={onRepair}>
            {text.repairNow}
          </Button>
        </>
      }
    >
      <p>{text.willDo}</p>
      <ul className="archive-done">
        <li>{text.will.check}</li>
        {(events || files > 0) && <li>{text.will.backups}</li>}
        {files > 0 && <li>{text.will.files(files)}</li>}
        {events && <li>{text.will.events}</li>}
        {database && <li>{text.will.rebuild}</li>}
        <li>{text.will.kept}</li>
      </ul>
      {left.length > 0 && (
        <>
          <p>{text.willNot}</p>
          <ul className="archive-done">
            {left.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
