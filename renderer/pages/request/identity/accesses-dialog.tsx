import type { RequestDetail } from "#shared/contract.ts";
import { ACCESS_WORDS } from "#shared/privacy/words.ts";
import { moment } from "#shared/time/format.ts";
import { Dialog } from "../../../components/dialog.tsx";
import { Name } from "../../../components/name.tsx";
import { QueryView } from "../../../components/query-view.tsx";
import { useSession } from "../../../store/session.ts";
import { useQuery } from "../../../store/use-query.ts";
import { identityText as text, privacyText } from "../../../text/privacy.ts";

/** Rows shown here; Pengaturan has them all. */
const SHOWN = 100;

/** Who opened the identity of this request, latest first. */
export function AccessesDialog({
  request,
  onClose,
}: {
  request: RequestDetail;
  onClose: () => void;
}) {
  const { zone } = useSession().office;
  const accesses = useQuery("identity.accesses", { request: request.id, limit: SHOWN });
  return (
    <Dialog title={text.accessesTitle} onClose={onClose}>
      <QueryView query={accesses}>
        {({ total, rows }) => (
          <div className="identity">
            <p className="muted">{total === 0 ? text.noAccesses : text.accessesHelp}</p>
            {total > 0 && (
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{privacyText.time}</th>
                    <th scope="col">{privacyText.by}</th>
                    <th scope="col">{privacyText.what}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ at, by, what }) => (
                    <tr key={`${at} ${by.id} ${what}`}>
                      <td className="number">{moment(at, zone)}</td>
                      <td>
                        <Name>{by.name}</Name>
                      </td>
                      <td>{ACCESS_WORDS[what]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {total > rows.length && <p className="muted">{text.more(rows.length, total)}</p>}
          </div>
        )}
      </QueryView>
    </Dialog>
  );
}
