import { downloadPath } from "#shared/window.ts";
import type { IncomingFile } from "#shared/public-request/contract.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { sizeText } from "../../text/common.ts";
import { incomingText as text } from "../../text/incoming.ts";

type FileListProps = { message: string; files: readonly IncomingFile[]; none?: string };

/** Files that came with a message; those that have not arrived say so. */
export function FileList({ message, files, none }: FileListProps) {
  const { host, notices } = useServices();
  const action = useAction("incoming.file");

  async function fetchFile({ sha256 }: IncomingFile): Promise<void> {
    const made = await action.run({ message, sha256 });
    if (!made.ok) {
      notices.fail(made.error);
      return;
    }
    const { download, name } = made.value;
    if (download !== null) host.download(downloadPath(download), name);
  }

  if (files.length === 0) return none === undefined ? null : <p className="muted">{none}</p>;
  return (
    <ul className="incoming-files">
      {files.map((file) => (
        <li key={`${file.name} ${file.sha256}`}>
          <span className="incoming-file">
            {file.here ? (
              <Button
                tone="quiet"
                small
                className="incoming-fetch"
                aria-label={text.fetch(file.name)}
                pending={action.pending}
                onPress={() => void fetchFile(file)}
              >
                <Name>{file.name}</Name>
              </Button>
            ) : (
              <Name>{file.name}</Name>
            )}
          </span>
          <span className="muted small">{file.here ? sizeText(file.size) : text.notHere}</span>
        </li>
      ))}
    </ul>
  );
}
