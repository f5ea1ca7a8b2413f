import { LinkButton } from "../../components/button.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { useQuery } from "../../store/use-query.ts";
import { backupText as text } from "../../text/backup.ts";

/** On Beranda: the last good backup is too old, or there is none. */
export function BackupWarning() {
  const { data } = useQuery("backup.warning", {});
  if (data === undefined || data.kind === "fine") return null;
  const words = text.warning;
  return (
    <ErrorNote
      title={data.kind === "old" ? words.old(data.days) : words[data.kind]}
      actions={<LinkButton href="/pengaturan/cadangan">{text.warningGo}</LinkButton>}
    >
      {text.warningHelp}
    </ErrorNote>
  );
}
