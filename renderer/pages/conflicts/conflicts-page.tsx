import "./conflicts.css";
import { useState } from "react";
import type { ConflictShown } from "#shared/conflict/contract.ts";
import type { ResultOf } from "#shared/contract.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { conflictsText as text } from "../../text/conflicts.ts";
import { ConflictCard } from "./conflict-card.tsx";
import { SameEntries, SameNumbers, Unheld } from "./same-numbers.tsx";
import { SettleDialog } from "./settle-dialog.tsx";

type Asked = { conflict: ConflictShown; keep: "held" | "other" };

/** All that two PCs did at once and that somebody must choose between. */
export function ConflictsPage() {
  const query = useQuery("conflict.list", {});
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Page title={text.title}>
      <QueryView query={query}>
        {(list) => (
          <>
            <Lists list={list} onChoose={(conflict, keep) => setAsked({ conflict, keep })} />
            {asked !== null && <SettleDialog {...asked} onClose={() => setAsked(null)} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

type ListsProps = {
  list: ResultOf<"conflict.list">;
  onChoose: (conflict: ConflictShown, keep: "held" | "other") => void;
};

function Lists({ list, onChoose }: ListsProps) {
  const { decisions, requests, numbers, entries, unheld } = list;
  const shown = new Set(decisions.map(({ request }) => request.id)).size;
  const none = decisions.length + numbers.length + entries.length + unheld.length === 0;
  if (none) return <EmptyState title={text.none}>{text.noneHelp}</EmptyState>;
  return (
    <>
      {decisions.length > 0 && <p className="muted conflict-help">{text.help}</p>}
      {decisions.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} onChoose={onChoose} />
      ))}
      {requests > shown && <p className="muted">{text.more(requests - shown)}</p>}
      <SameNumbers numbers={numbers} />
      <SameEntries entries={entries} />
      <Unheld unheld={unheld} />
    </>
  );
}
