import "./backup.css";
import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { moment } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Form } from "../../components/form.tsx";
import { Name } from "../../components/name.tsx";
import { useAction } from "../../store/use-action.ts";
import { backupText as text } from "../../text/backup.ts";
import { commonText } from "../../text/common.ts";
import { FolderField } from "./backup-folder.tsx";
import { RestoreDialog } from "./backup-restore-dialog.tsx";

type Backup = ResultOf<"backup.find">["backups"][number];
type Chosen = { path: string; point: string };

/** From a folder to the points in it, and into one of them. `first` is a folder to begin with. */
export function RestorePanel({ zone, first }: { zone: Zone; first: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [backups, setBackups] = useState<Backup[] | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const find = useAction("backup.find");
  const path = typed ?? first;

  async function submit(): Promise<void> {
    setBackups(null);
    const found = await find.run({ path });
    if (found.ok) setBackups(found.value.backups);
  }

  return (
    <>
      <Form failure={find.failure} onSubmit={() => void submit()} className="backup-form">
        <FolderField label={text.path} path="path" value={path} onChange={setTyped} />
        <div>
          <Button type="submit" pending={find.pending}>
            {text.find}
          </Button>
        </div>
      </Form>
      {backups?.map((backup) => (
        <Points key={backup.folder} backup={backup} zone={zone} onChoose={setChosen} />
      ))}
      {chosen !== null && (
        <RestoreDialog chosen={chosen} zone={zone} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

function Points({
  backup,
  zone,
  onChoose,
}: {
  backup: Backup;
  zone: Zone;
  onChoose: (chosen: Chosen) => void;
}) {
  return (
    <table className="plain-table card">
      <caption className="visually-hidden">{text.found(backup.points.length)}</caption>
      <thead>
        <tr>
          <th>{text.made}</th>
          <th>{text.office}</th>
          <th>{text.holds}</th>
          <th>
            <span className="visually-hidden">{commonText.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backup.points.map(({ point, manifest, problem }) => {
          const when = manifest === null ? point : moment(manifest.made, zone);
          return (
            <tr key={point}>
              <td className="backup-when">{when}</td>
              {manifest === null || problem !== null ? (
                <td colSpan={2}>
                  <Chip tone="late">{text.broken}</Chip> {problem}
                </td>
              ) : (
                <>
                  <td>
                    <Name>{manifest.office}</Name>
                  </td>
                  <td>
                    {text.holdsWords(manifest)}{" "}
                    {manifest.encrypted && <Chip tone="mute">{text.lock.on}</Chip>}
                  </td>
                </>
              )}
              <td className="settings-actions">
                {problem === null && (
                  <Button
                    small
                    aria-label={text.lookOf(when)}
                    onPress={() => onChoose({ path: backup.folder, point })}
                  >
                    {text.look} …
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
