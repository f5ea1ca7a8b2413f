import "./sop.css";
import { Link } from "wouter";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { numberText } from "../../text/common.ts";
import { findingText, sopText } from "../../text/sop.ts";

export function SopsPage() {
  const query = useQuery("sop.list", {});
  return (
    <Page title={sopText.title}>
      <QueryView query={query}>
        {({ sops, broken }) => (
          <>
            {broken.map(({ file, message, findings }) => (
              <ErrorNote key={file} title={sopText.broken}>
                {message}
                <ul className="sop-findings">
                  {findings.map(({ code, step, detail }) => (
                    <li key={`${code} ${step} ${detail}`}>{findingText(code, step, detail)}</li>
                  ))}
                </ul>
              </ErrorNote>
            ))}
            {sops.length === 0 ? (
              <EmptyState title={sopText.none}>{sopText.noneHelp}</EmptyState>
            ) : (
              <table className="plain-table card">
                <thead>
                  <tr>
                    <th>{sopText.name}</th>
                    <th>{sopText.number}</th>
                    <th>{sopText.office}</th>
                    <th>{sopText.steps}</th>
                    <th>{sopText.running}</th>
                  </tr>
                </thead>
                <tbody>
                  {sops.map((sop) => (
                    <tr key={sop.id}>
                      <td>
                        <Link href={`/sop/${sop.id}`}>{sop.name}</Link>
                      </td>
                      <td className="number">{sop.number}</td>
                      <td>{sop.office}</td>
                      <td className="number">{sop.steps}</td>
                      <td className="number">{numberText(sop.running)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
