import { Link } from "wouter";
import { shortMoment } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { eventKind } from "../../text/refused.ts";
import { syncText as text } from "../../text/sync.ts";

/** What the portal refused, or could not be taken over from it, each with its reason. */
export function PortalRefused({ zone }: { zone: Zone }) {
  const query = useQuery("sync.refused", {});
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.refusedTitle}</h2>
      </header>
      <p className="card-body muted">{text.refusedHelp}</p>
      <QueryView query={query}>
        {(rows) => (
          <table className="plain-table">
            <thead>
              <tr>
                <th>{text.when}</th>
                <th>{text.what}</th>
                <th>{text.reason}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, at, direction, type, request, failure }) => (
                <tr key={id}>
                  <td className="portal-when">{shortMoment(at, zone)}</td>
                  <td>
                    {request === null ? (
                      text.ofOffice
                    ) : (
                      <Link className="portal-when" href={`/permohonan/${request.id}`}>
                        {text.ofRequest(request.number)}
                      </Link>
                    )}
                    <br />
                    <span className="muted small">
                      {eventKind(type)}, {text.direction[direction]}
                    </span>
                  </td>
                  <td>{failure.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </QueryView>
    </section>
  );
}
