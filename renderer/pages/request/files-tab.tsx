import { useState } from "react";
import type { Attachment, RequestDetail } from "#shared/contract.ts";
import { moment } from "#shared/time/format.ts";
import { filePath } from "#shared/window.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { commonText, sizeText } from "../../text/common.ts";
import { requestPageText as text } from "../../text/request-page.ts";
import { PublicationList } from "../catalogue/publication-list.tsx";
import { AttachFiles } from "./attach-files.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";

export function FilesTab({ request }: { request: RequestDetail }) {
  const [withdrawn, setWithdrawn] = useState<Attachment | null>(null);
  const mayChange = request.status !== "cancelled";
  // While a step is open, its panel takes the files; pasting into both would attach them twice.
  const takesFiles = mayChange && request.current === null;
  return (
    <div className="tab-stack">
      {takesFiles && <AttachFiles request={request.id} label={text.files} />}
      {request.files.length === 0 ? (
        <EmptyState title={text.noFiles}>{text.noFilesHelp}</EmptyState>
      ) : (
        <table className="plain-table card">
          <thead>
            <tr>
              <th>{text.fileName}</th>
              <th>{text.fileSize}</th>
              <th>{text.fileStep}</th>
              <th>{text.fileBy}</th>
              <th>
                <span className="visually-hidden">{commonText.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {request.files.map((file) => (
              <FileRow
                key={file.id}
                request={request.id}
                file={file}
                onWithdraw={mayChange ? () => setWithdrawn(file) : null}
              />
            ))}
          </tbody>
        </table>
      )}
      <PublicationList request={request} />
      {withdrawn !== null && (
        <ReasonDialog
          request={request}
          asked={{ what: "withdraw", file: withdrawn.id, name: withdrawn.name }}
          onClose={() => setWithdrawn(null)}
        />
      )}
    </div>
  );
}

type FileRowProps = { request: string; file: Attachment; onWithdraw: (() => void) | null };

function FileRow({ request, file, onWithdraw }: FileRowProps) {
  const { zone } = useSession().office;
  return (
    <tr className={file.withdrawn === null ? undefined : "file-withdrawn"}>
      <td>
        <a href={filePath(request, file.id)} download={file.name}>
          <Name>{file.name}</Name>
        </a>
        {file.withdrawn !== null && (
          <p className="small">
            <Name>{text.withdrawn(file.withdrawn)}</Name>
          </p>
        )}
      </td>
      <td className="number">{sizeText(file.size)}</td>
      <td className="number">{file.step ?? "–"}</td>
      <td>{text.endedBy(moment(file.at, zone), file.by.name)}</td>
      <td>
        {file.withdrawn === null && onWithdraw !== null && (
          <Button small tone="quiet" onPress={onWithdraw}>
            {text.withdraw}
          </Button>
        )}
      </td>
    </tr>
  );
}
