import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useQuery } from "../../store/use-query.ts";
import { backupText as text } from "../../text/backup.ts";

/** A folder on this PC or in the network, typed or taken from the drives that are plugged in. */
export function FolderField(props: {
  label: string;
  path: "folder" | "path";
  value: string;
  onChange: (folder: string) => void;
}) {
  const places = useQuery("backup.places", {});
  const found = places.data ?? [];
  return (
    <>
      <TextField
        {...props}
        required
        placeholder={text.folderExample}
        {...(props.path === "folder" && { help: text.folderHelp })}
      />
      {found.length > 0 && (
        <p className="backup-places">
          {text.places}:
          {found.slice(0, 8).map(({ folder, free }) => (
            <Button key={folder} small onPress={() => props.onChange(folder)}>
              {folder} <span className="muted">({text.placeOf(free)})</span>
            </Button>
          ))}
        </p>
      )}
    </>
  );
}
