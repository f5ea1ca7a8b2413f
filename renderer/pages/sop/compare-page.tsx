import "./sop.css";
import "./compare.css";
import { useState } from "react";
import { useParams, useSearch } from "wouter";
import { compareDefinitions, isSame, rowState } from "#shared/sop/compare.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { LinkButton } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { OkNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { compareText as text, laneSummary, rowSummary } from "../../text/sop-compare.ts";
import { sopText } from "../../text/sop.ts";
import { CompareFacts } from "./compare-facts.tsx";
import { CompareRows } from "./compare-rows.tsx";

/** Two versions of one SOP: `/sop/:id/banding?dari=1&ke=2`. */
export function ComparePage() {
  const { id = "" } = useParams();
  const search = new URLSearchParams(useSearch());
  const from = versionOf(search.get("dari"));
  const to = versionOf(search.get("ke"));
  const before = useQuery("sop.get", from === null ? null : { id, version: from });
  const after = useQuery("sop.get", to === null ? null : { id, version: to });
  const name = after.data?.name ?? before.data?.name;
  const crumbs = [
    { label: sopText.title, href: "/sop" },
    ...(name === undefined ? [] : [{ label: name, href: `/sop/${id}` }]),
  ];
  if (from === null || to === null) {
    return (
      <Page title={text.titleBare} crumbs={crumbs}>
        <EmptyState
          title={text.unknown}
          action={<LinkButton href={`/sop/${id}`}>{text.toSop}</LinkButton>}
        >
          {text.unknownHelp}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={name === undefined ? text.titleBare : text.title(name, from, to)} crumbs={crumbs}>
      <QueryView query={before}>
        {(old) => (
          <QueryView query={after}>{(next) => <Compared before={old} after={next} />}</QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function versionOf(words: string | null): number | null {
  const version = Number(words);
  return Number.isInteger(version) && version > 0 ? version : null;
}

function Compared({ before, after }: { before: Definition; after: Definition }) {
  const [onlyChanged, setOnlyChanged] = useState(false);
  const comparison = compareDefinitions(before, after);
  if (isSame(comparison)) return <OkNote>{text.same}</OkNote>;
  const states = comparison.rows.map(rowState);
  const summary = rowSummary(states);
  const rows = comparison.rows.filter((row) => !onlyChanged || rowState(row) !== "same");
  return (
    <>
      <section className="card card-body">
        <h2>{text.summary}</h2>
        <ul className="sop-list">
          {summary !== "" && <li>{`${summary}.`}</li>}
          {laneSummary(comparison.lanes).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {comparison.facts.length > 0 && <li>{text.factsChanged(comparison.facts)}</li>}
        </ul>
      </section>
      <div className="compare-head">
        <h2>{text.rows}</h2>
        <CheckBox isSelected={onlyChanged} onChange={setOnlyChanged}>
          {text.onlyChanged}
        </CheckBox>
      </div>
      {rows.length === 0 ? (
        <p className="muted">{text.nothingShown}</p>
      ) : (
        <CompareRows rows={rows} before={before} after={after} />
      )}
      {comparison.facts.length > 0 && (
        <>
          <h2>{text.facts}</h2>
          <CompareFacts facts={comparison.facts} before={before.version} after={after.version} />
        </>
      )}
    </>
  );
}
