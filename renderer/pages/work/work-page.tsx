import { useSearch } from "wouter";
import { LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { frameText } from "../../text/frame.ts";
import { workText as text } from "../../text/work.ts";
import { WorkForm } from "./work-form.tsx";

/** Begins in-house work; `?sop=` and `?periode=` choose before the person does. */
export function WorkPage() {
  const search = useSearch();
  const asked = new URLSearchParams(search);
  const list = useQuery("sop.list", {});
  return (
    <Page title={text.title} crumbs={[{ label: frameText.requests, href: "/permohonan" }]}>
      <QueryView query={list}>
        {({ sops }) => {
          const own = sops.filter((sop) => sop.requesterLane === null && sop.state === "published");
          return own.length === 0 ? (
            <EmptyState
              title={text.none}
              action={<LinkButton href="/sop">{text.toSops}</LinkButton>}
            >
              {text.noneHelp}
            </EmptyState>
          ) : (
            <WorkForm
              key={search}
              sops={own}
              first={{ sop: asked.get("sop") ?? "", period: asked.get("periode") ?? "" }}
            />
          );
        }}
      </QueryView>
    </Page>
  );
}
