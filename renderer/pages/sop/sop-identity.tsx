import type { Definition } from "#shared/sop/definition.ts";
import { sopKind, sopText as text } from "../../text/sop.ts";
import { Facts, Lists } from "./facts.tsx";

/** The identity page, and what the paper adds to it. */
export function SopIdentity({ sop }: { sop: Definition }) {
  const { identity, worksheet, identification } = sop;
  return (
    <>
      <section className="card card-body">
        <h2>{text.identity}</h2>
        <Facts
          facts={[
            [text.number, sop.number],
            [text.office, sop.office],
            [text.unit, sop.unit],
            [text.section, sop.section],
            [text.kind, sopKind(sop)],
            [text.created, text.day(sop.created)],
            [text.revised, text.day(sop.revised)],
            [text.effective, text.day(sop.effective)],
            [text.approved, text.day(sop.approved)],
            [text.approvedBy, identity?.approvedBy],
          ]}
        />
        {identity !== undefined && (
          <Lists
            lists={[
              [text.legalBasis, identity.legalBasis],
              [text.qualifications, identity.qualifications],
              [text.related, identity.related],
              [text.equipment, identity.equipment],
              [text.warnings, identity.warnings],
              [text.records, identity.records],
            ]}
          />
        )}
        {sop.remarks !== "" && (
          <div>
            <h3>{text.remarks}</h3>
            <p>{sop.remarks}</p>
          </div>
        )}
      </section>
      {worksheet !== undefined && (
        <section className="card card-body">
          <h2>{text.worksheet}</h2>
          <Facts
            facts={[
              [text.worksheetKind, worksheet.kind],
              [text.product, worksheet.product],
              [text.responsible, worksheet.responsible],
              [text.scope, worksheet.scope],
            ]}
          />
        </section>
      )}
      {identification !== undefined && (
        <section className="card card-body">
          <h2>{text.identification}</h2>
          <Facts
            facts={[
              [text.stageTitle, identification.title],
              [text.stageFirst, identification.first],
              ...(identification.main.length === 1
                ? [[text.stageMain, identification.main[0]] as const]
                : []),
              [text.stageLast, identification.last],
            ]}
          />
          {identification.main.length > 1 && (
            <Lists lists={[[text.stageMain, identification.main]]} />
          )}
        </section>
      )}
    </>
  );
}
