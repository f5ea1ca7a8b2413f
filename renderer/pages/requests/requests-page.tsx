import "./requests.css";
import { useState } from "react";
import { useSearch } from "wouter";
import { downloadPath } from "#shared/window.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { Select } from "../../components/select.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { useGo } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import type { PageFilter } from "../../store/use-pages.ts";
import { useQuery } from "../../store/use-query.ts";
import { conflictsText } from "../../text/conflicts.ts";
import { requestsText as text } from "../../text/requests.ts";
import { RequestTable } from "./request-table.tsx";

type Filter = PageFilter<"request.list">;
type Status = "all" | "running" | "ended" | "cancelled";
type Sort = keyof typeof text.sorts;

type Due = "any" | (typeof DUES)[number];

const DUES = ["late", "today", "soon"] as const;
const STATUSES: Status[] = ["all", "running", "ended", "cancelled"];
const SORTS = (Object.keys(text.sorts) as Sort[]).map((value) => ({
  value,
  label: text.sorts[value],
}));

/** The list of requests; its words stand in the address, so that the search box leads here. */
export function RequestsPage() {
  const search = useSearch();
  const params = new URLSearchParams(search);
  const asked = DUES.find((one) => one === params.get("tenggat")) ?? "any";
  return <RequestList key={search} searched={params.get("cari") ?? ""} asked={asked} />;
}

function RequestList({ searched, asked }: { searched: string; asked: Due }) {
  const { user } = useSession();
  const { host, notices } = useServices();
  const go = useGo();
  const [words, setWords] = useState(searched);
  const [status, setStatus] = useState<Status>("all");
  const [mine, setMine] = useState(false);
  const [due, setDue] = useState<Due>(asked);
  const [conflict, setConflict] = useState(false);
  const [sort, setSort] = useState<Sort>(asked === "any" ? "newest" : "due");

  const filter: Filter = { status, sort, words, due, conflict, lanes: mine ? user.lanes : [] };
  const first = useQuery("request.list", { ...filter, offset: 0, limit: 1 }, { keep: true });
  const contradicting = useQuery("request.list", { conflict: true, limit: 1 }).data?.total ?? 0;
  const narrowed = words !== "" || status !== "all" || mine || due !== "any" || conflict;
  const exportList = useAction("request.export");

  async function runExport(): Promise<void> {
    const made = await exportList.run(filter);
    if (!made.ok) {
      notices.fail(made.error);
      return;
    }
    if (made.value.download !== null) host.download(downloadPath(made.value.download));
    notices.tell(text.exported(made.value.rows));
  }
  function clear(): void {
    setStatus("all");
    setMine(false);
    setConflict(false);
    setDue("any");
    setWords("");
    go("/permohonan");
  }

  return (
    <Page
      title={text.title}
      actions={
        <>
          <Button icon="download" pending={exportList.pending} onPress={() => void runExport()}>
            {text.exportList}
          </Button>
          <LinkButton href="/kegiatan/baru">{text.work}</LinkButton>
          <LinkButton href="/permohonan/baru" tone="primary" icon="plus">
            {text.intake}
          </LinkButton>
        </>
      }
    >
      <div className="list-filter">
        <div className="filter-chips" role="group" aria-label={text.filters}>
          {STATUSES.map((one) => (
            <FilterChip key={one} on={status === one} onPress={() => setStatus(one)}>
              {text[one]}
            </FilterChip>
          ))}
          {DUES.map((one) => (
            <FilterChip
              key={one}
              on={due === one}
              onPress={() => setDue(due === one ? "any" : one)}
            >
              {text[one]}
            </FilterChip>
          ))}
          {(conflict || contradicting > 0) && (
            <FilterChip on={conflict} onPress={() => setConflict(!conflict)}>
              {conflictsText.title}
            </FilterChip>
          )}
          {user.lanes.length > 0 && (
            <FilterChip on={mine} onPress={() => setMine(!mine)}>
              {text.mine}
            </FilterChip>
          )}
        </div>
        <div className="requests-words">
          <WordsField
            label={text.words}
            placeholder={text.wordsPlaceholder}
            value={words}
            onChange={setWords}
          />
          <div className="requests-sort">
            <Select label={text.sort} hideLabel value={sort} onChange={setSort} options={SORTS} />
          </div>
        </div>
      </div>
      <QueryView query={first}>
        {({ total }) =>
          total > 0 ? (
            <RequestTable key={JSON.stringify(filter)} filter={filter} total={total} />
          ) : narrowed ? (
            <EmptyState
              title={text.notFound}
              action={<Button onPress={clear}>{text.clear}</Button>}
            >
              {text.notFoundHelp}
            </EmptyState>
          ) : (
            <EmptyState
              title={text.none}
              action={
                <LinkButton href="/permohonan/baru" tone="primary">
                  {text.intake}
                </LinkButton>
              }
            >
              {text.noneHelp}
            </EmptyState>
          )
        }
      </QueryView>
    </Page>
  );
}
