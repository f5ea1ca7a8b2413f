import { useProgress } from "../../store/use-progress.ts";
import { backupText as text } from "../../text/backup.ts";

/** How far the backup or the restore is that is under way. */
export function BackupProgress() {
  const progress = useProgress("backup");
  const { done, total, stage } = progress ?? { done: 0, total: 0, stage: undefined };
  const words = text.stage(stage);
  return (
    <div className="backup-progress">
      <span role="status">{words} …</span>
      {/* Without a value it shows that something runs, not how far it is. */}
      <progress aria-label={words} {...(done > 0 && { value: done, max: total })} />
    </div>
  );
}
