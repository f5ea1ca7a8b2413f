import "./sop.css";
import { useParams } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { InfoNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { SopSheet } from "../../sheet/sop-sheet.tsx";
import { useQuery } from "../../store/use-query.ts";
import { findingText, sopText } from "../../text/sop.ts";

export function SopPage() {
  const { id = "" } = useParams();
  const query = useQuery("sop.get", { id });
  return (
    <Page
      title={query.data?.name ?? sopText.title}
      crumbs={[{ label: sopText.title, href: "/sop" }]}
    >
      <QueryView query={query}>{(sop) => <SopView sop={sop} />}</QueryView>
    </Page>
  );
}

function SopView({ sop }: { sop: ResultOf<"sop.get"> }) {
  const { findings, ...definition } = sop;
  return (
    <>
      {findings.length > 0 && (
        <InfoNote title={sopText.findings}>
          <ul className="sop-findings">
            {findings.map(({ code, step, detail }) => (
              <li key={`${code} ${step}`}>{findingText(code, step, detail)}</li>
            ))}
          </ul>
        </InfoNote>
      )}
      <div className="sop-sheet-place">
        <SopSheet definition={definition} />
      </div>
      <Identity sop={sop} />
    </>
  );
}

function Identity({ sop }: { sop: ResultOf<"sop.get"> }) {
  const { identity } = sop;
  const lists: [string, readonly string[]][] = [
    [sopText.legalBasis, identity?.legalBasis ?? []],
    [sopText.qualifications, identity?.qualifications ?? []],
    [sopText.related, identity?.related ?? []],
    [sopText.equipment, identity?.equipment ?? []],
    [sopText.warnings, identity?.warnings ?? []],
    [sopText.records, identity?.records ?? []],
  ];
  return (
    <section className="card card-body">
      <h2>{sopText.identity}</h2>
      <dl className="sop-identity">
        <dt>{sopText.number}</dt>
        <dd>{sop.number}</dd>
        <dt>{sopText.office}</dt>
        <dd>{`${sop.unit}, ${sop.office}`}</dd>
        <dt>{sopText.created}</dt>
        <dd>{sopText.day(sop.created)}</dd>
        <dt>{sopText.revised}</dt>
        <dd>{sopText.day(sop.revised)}</dd>
        <dt>{sopText.approved}</dt>
        <dd>{sopText.day(sop.approved)}</dd>
        {identity !== undefined && identity.approvedBy !== "" && (
          <>
            <dt>{sopText.approvedBy}</dt>
            <dd>{identity.approvedBy}</dd>
          </>
        )}
      </dl>
      <div className="fields">
        {lists
          .filter(([, items]) => items.length > 0)
          .map(([title, items]) => (
            <div key={title}>
              <h3>{title}</h3>
              <ol className="sop-findings">
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ol>
            </div>
          ))}
      </div>
    </section>
  );
}
