import { Link } from "wouter";
import { moment } from "#shared/time/format.ts";
import { Name } from "../../components/name.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { privacyText as text } from "../../text/privacy.ts";

/** Rows drawn; more of them are of retention, which lists its own. */
const SHOWN = 200;

/** Identities that were erased, latest first. */
export function ErasureList() {
  const { zone } = useSession().office;
  const erasures = useQuery("identity.erasures", { limit: SHOWN });
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.erasures}</h2>
      </header>
      <div className="card-body privacy-log">
        <p className="muted">{text.erasuresHelp}</p>
        <QueryView query={erasures}>
          {({ total, rows }) =>
            total === 0 ? (
              <p>{text.noErasures}</p>
            ) : (
              <>
                <table className="plain-table">
                  <thead>
                    <tr>
                      <th scope="col">{text.request}</th>
                      <th scope="col">{text.erasedAt}</th>
                      <th scope="col">{text.by}</th>
                      <th scope="col">{text.reason}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ request, number, own, at, by, reason }) => (
                      <tr key={request}>
                        <td className="number">
                          {own ? (
                            <Link href={`/permohonan/${request}`}>{number}</Link>
                          ) : (
                            <Name>{number}</Name>
                          )}
                        </td>
                        <td className="number">{moment(at, zone)}</td>
                        <td>
                          <Name>{by.name}</Name>
                        </td>
                        <td>
                          <Name>{reason}</Name>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                {total > rows.length && (
                  <p className="muted small">{text.shownErasures(rows.length, total)}</p>
                )}
              </>
            )
          }
        </QueryView>
      </div>
    </section>
  );
}
