import type { ImportedDetail } from "#shared/bundle/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Name } from "../../components/name.tsx";
import { importedText } from "../../text/bundle.ts";
import { commonText, sizeText } from "../../text/common.ts";
import { requestPageText as text } from "../../text/request-page.ts";
import { useImportedFile } from "./use-imported-file.ts";

/** The attachments, each to be opened as it was. */
export function ImportedFiles({ bundle }: { bundle: ImportedDetail }) {
  const file = useImportedFile(bundle.id);
  if (bundle.files.length === 0) {
    return <EmptyState title={text.noFiles}>{text.noFilesHelp}</EmptyState>;
  }
  return (
    <table className="plain-table card">
      <thead>
        <tr>
          <th>{text.fileName}</th>
          <th>{text.fileSize}</th>
          <th>{text.fileBy}</th>
          <th>
            <span className="visually-hidden">{commonText.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bundle.files.map(({ id, path, name, size, at, by, withdrawn }) => (
          <tr key={id} className={withdrawn === null ? undefined : "file-withdrawn"}>
            <td>
              <Name>{name}</Name>
              {withdrawn !== null && (
                <p className="small">
                  <Name>{text.withdrawn(withdrawn)}</Name>
                </p>
              )}
            </td>
            <td className="number">{sizeText(size)}</td>
            <td>{text.endedBy(moment(at, bundle.office.zone), by.name)}</td>
            <td>
              {path === null ? (
                withdrawn === null && <span className="muted small">{importedText.noFile}</span>
              ) : (
                <Button
                  small
                  tone="quiet"
                  icon="download"
                  aria-label={importedText.download(name)}
                  onPress={() => void file.fetch(path)}
                >
                  {importedText.downloadShort}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
