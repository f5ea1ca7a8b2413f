import "./retention.css";
import { useState } from "react";
import type { RetentionFilter } from "#shared/retention/contract.ts";
import { RETENTION_LISTS, type RetentionList } from "#shared/retention/contract.ts";
import { LIST_TITLES } from "#shared/retention/words.ts";
import { downloadPath } from "#shared/window.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { InfoNote } from "../../components/note.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { PaperDialog } from "../../paper/paper-dialog.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { PAGE } from "../../store/use-pages.ts";
import { useQuery } from "../../store/use-query.ts";
import { retentionText as text } from "../../text/retention.ts";
import { DestructionList } from "./destruction-list.tsx";
import { LabelsDialog } from "./labels-dialog.tsx";
import { type ChosenOrder, RetentionActions } from "./retention-actions.tsx";
import { RetentionFilters } from "./retention-filters.tsx";
import { RetentionTable } from "./retention-table.tsx";

const ANY: Omit<RetentionFilter, "list"> = { year: 0, code: "", rack: "", box: "", folder: "" };

/** What is due by the schedule of retention, list by list, and the destructions. */
export function RetentionTab() {
  const counts = useQuery("retention.counts", {}, { keep: true });
  const [list, setList] = useState<RetentionList | "proposals">("move");
  return (
    <QueryView query={counts}>
      {({ lists, years, open, rules }) => (
        <>
          <div className="filter-chips" role="group" aria-label={text.lists}>
            {RETENTION_LISTS.map((one) => (
              <FilterChip
                key={one}
                on={one === list}
                count={lists[one]}
                onPress={() => setList(one)}
              >
                {LIST_TITLES[one].short}
              </FilterChip>
            ))}
            <FilterChip on={list === "proposals"} count={open} onPress={() => setList("proposals")}>
              {text.proposals}
            </FilterChip>
          </div>
          {rules === 0 && (
            <InfoNote
              title={text.noRules}
              actions={
                <LinkButton small href="/pengaturan/penomoran">
                  {text.toRules}
                </LinkButton>
              }
            >
              <p>{text.noRulesHelp}</p>
            </InfoNote>
          )}
          {list === "proposals" ? (
            <DestructionList />
          ) : (
            <ListView
              key={list}
              list={list}
              years={years}
              onProposed={() => setList("proposals")}
            />
          )}
        </>
      )}
    </QueryView>
  );
}

type ListViewProps = { list: RetentionList; years: readonly number[]; onProposed: () => void };

function ListView({ list, years, onProposed }: ListViewProps) {
  const { host, notices } = useServices();
  const [narrow, setNarrow] = useState(ANY);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<"print" | "labels" | null>(null);
  const [order, setOrder] = useState<ChosenOrder | null>(null);
  const exportList = useAction("retention.export");
  const filter: RetentionFilter = { list, ...narrow };
  const first = useQuery("retention.list", { ...filter, offset: 0, limit: PAGE }, { keep: true });
  const narrowed = Object.entries(narrow).some(([, value]) => value !== "" && value !== 0);

  function change(next: typeof narrow): void {
    setNarrow(next);
    setChosen(new Set());
  }

  async function runExport(): Promise<void> {
    const made = await exportList.run(filter);
    if (!made.ok) {
      notices.fail(made.error);
      return;
    }
    if (made.value.download !== null) host.download(downloadPath(made.value.download));
    notices.tell(text.exported(made.value.rows));
  }

  return (
    <>
      <div className="retention-bar">
        <RetentionFilters list={list} years={years} filter={narrow} onChange={change} />
        <div className="retention-papers">
          {list === "placed" && (
            <Button icon="print" onPress={() => setOpen("labels")}>
              {text.labels}
            </Button>
          )}
          <Button icon="download" pending={exportList.pending} onPress={() => void runExport()}>
            {text.exportList}
          </Button>
          <Button icon="print" onPress={() => setOpen("print")}>
            {text.print}
          </Button>
        </div>
      </div>
      <QueryView query={first}>
        {({ total }) =>
          total > 0 ? (
            <>
              <RetentionActions
                filter={filter}
                total={total}
                chosen={chosen}
                onChoose={setChosen}
                order={order}
                onOrder={setOrder}
                onProposed={onProposed}
              />
              <RetentionTable
                key={JSON.stringify(filter)}
                filter={filter}
                total={total}
                chosen={chosen}
                onChoose={setChosen}
              />
              <p className="muted small" role="status">
                {text.count(total)}
              </p>
            </>
          ) : (
            <Nothing list={list} narrowed={narrowed} onClear={() => change(ANY)} />
          )
        }
      </QueryView>
      {open === "print" && (
        <PaperDialog
          title={text.printTitle(LIST_TITLES[list].short)}
          method="retention.render"
          params={filter}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "labels" && <LabelsDialog filter={filter} onClose={() => setOpen(null)} />}
    </>
  );
}

type NothingProps = { list: RetentionList; narrowed: boolean; onClear: () => void };

const Nothing = ({ list, narrowed, onClear }: NothingProps) =>
  narrowed ? (
    <EmptyState title={text.notFound} action={<Button onPress={onClear}>{text.clear}</Button>}>
      {text.notFoundHelp}
    </EmptyState>
  ) : (
    <EmptyState title={text.empty[list]}>{text.emptyHelp[list]}</EmptyState>
  );
