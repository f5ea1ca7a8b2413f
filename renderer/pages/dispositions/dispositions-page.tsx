import "./dispositions.css";
import { useState } from "react";
import { Button, LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { ReportDialog, type Reported } from "../../disposition/report-dialog.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { dispositionText as text } from "../../text/disposition.ts";
import { TaskTable } from "./task-table.tsx";

type Scope = keyof typeof text.scope;

const SCOPES: Scope[] = ["mine", "given", "all"];

/** Everybody's list of dispositions: to me, from me, all. */
export function DispositionsPage() {
  const [scope, setScope] = useState<Scope>("mine");
  const [open, setOpen] = useState(true);
  const [words, setWords] = useState("");
  const [reported, setReported] = useState<Reported | null>(null);
  const filter = { scope, open, words };
  const first = useQuery("disposition.list", { ...filter, offset: 0, limit: 1 }, { keep: true });
  return (
    <Page title={text.title}>
      <div className="list-filter">
        <div className="filter-chips" role="group" aria-label={text.scopes}>
          {SCOPES.map((one) => (
            <FilterChip key={one} on={scope === one} onPress={() => setScope(one)}>
              {text.scope[one]}
            </FilterChip>
          ))}
        </div>
        <div className="filter-chips" role="group" aria-label={text.states}>
          <FilterChip on={open} onPress={() => setOpen(true)}>
            {text.open}
          </FilterChip>
          <FilterChip on={!open} onPress={() => setOpen(false)}>
            {text.closed}
          </FilterChip>
        </div>
        <WordsField
          label={text.words}
          placeholder={text.wordsPlaceholder}
          value={words}
          onChange={setWords}
        />
      </div>
      <QueryView query={first}>
        {({ total }) =>
          total > 0 ? (
            <TaskTable
              key={JSON.stringify(filter)}
              filter={filter}
              total={total}
              onReport={setReported}
            />
          ) : (
            <Nothing scope={scope} open={open} words={words} onClear={() => setWords("")} />
          )
        }
      </QueryView>
      {reported !== null && <ReportDialog task={reported} onClose={() => setReported(null)} />}
    </Page>
  );
}

type NothingProps = { scope: Scope; open: boolean; words: string; onClear: () => void };

function Nothing({ scope, open, words, onClear }: NothingProps) {
  const { user } = useSession();
  if (words !== "") {
    return (
      <EmptyState title={text.notFound} action={<Button onPress={onClear}>{text.clear}</Button>}>
        {text.notFoundHelp}
      </EmptyState>
    );
  }
  if (!open) return <EmptyState title={text.noneDone}>{text.noneDoneHelp}</EmptyState>;
  return (
    <EmptyState
      title={text.none[scope]}
      action={
        scope === "mine" ? undefined : <LinkButton href="/permohonan">{text.toRequests}</LinkButton>
      }
    >
      {text.noneHelp[scope](user.post)}
    </EmptyState>
  );
}
