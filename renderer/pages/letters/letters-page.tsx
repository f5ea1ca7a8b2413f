import "./letters.css";
import { useState } from "react";
import { useSearch } from "wouter";
import { LETTER_STAGES, type LetterStage } from "#shared/letter/state.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { WordsField } from "../../components/words-field.tsx";
import type { PageFilter } from "../../store/use-pages.ts";
import { useQuery } from "../../store/use-query.ts";
import { lettersText as text, stageText } from "../../text/letters.ts";
import { CheckDialog } from "./check-dialog.tsx";
import { LetterTable } from "./letter-table.tsx";
import type { LetterRow } from "./letter-path.ts";
import { MOST_PRINTED, usePrintLetters } from "./use-print-letters.ts";
import { VerifyDialog } from "./verify-dialog.tsx";

const NOTHING: ReadonlyMap<string, LetterRow> = new Map();

/** All letters by their stage; `?paraf=saya` in the address shows those that wait for one's paraf. */
export function LettersPage() {
  const search = useSearch();
  const mine = new URLSearchParams(search).get("paraf") === "saya";
  return <Letters key={search} asked={mine} />;
}

function Letters({ asked }: { asked: boolean }) {
  const [stage, setStage] = useState<LetterStage | null>(null);
  const [mine, setMine] = useState(asked);
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(NOTHING);
  const [checked, setChecked] = useState<LetterRow | null>(null);
  const [verifies, setVerifies] = useState(false);
  const printing = usePrintLetters();

  const filter: PageFilter<"letter.list"> = { stages: stage === null ? [] : [stage], mine, words };
  const first = useQuery("letter.list", { ...filter, offset: 0, limit: 1 }, { keep: true });
  const own = useQuery("letter.list", { mine: true, offset: 0, limit: 1 });
  const counts = first.data?.counts ?? {};
  const narrowed = stage !== null || mine || words !== "";

  function choose(row: LetterRow, on: boolean): void {
    const next = new Map(chosen);
    if (on) next.set(row.id, row);
    else next.delete(row.id);
    setChosen(next);
  }
  function clear(): void {
    setStage(null);
    setMine(false);
    setWords("");
  }

  return (
    <Page
      title={text.title}
      actions={
        <>
          <Button onPress={() => setVerifies(true)}>{text.verify}</Button>
          <LinkButton href="/buku">{text.books}</LinkButton>
        </>
      }
    >
      <div className="letters-filter">
        <div className="filter-chips" role="group" aria-label={text.filters}>
          <FilterChip on={stage === null && !mine} onPress={clear}>
            {text.all}
          </FilterChip>
          <FilterChip on={mine} onPress={() => setMine(!mine)} count={own.data?.total ?? 0}>
            {text.mine}
          </FilterChip>
          {LETTER_STAGES.map((one) => (
            <FilterChip
              key={one}
              on={stage === one}
              onPress={() => setStage(stage === one ? null : one)}
              count={counts[one] ?? 0}
            >
              {stageText[one]}
            </FilterChip>
          ))}
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
            <>
              <LetterTable
                key={JSON.stringify(filter)}
                filter={filter}
                total={total}
                chosen={chosen}
                onChoose={choose}
                onCheck={setChecked}
              />
              <div className="letters-foot">
                <p className="muted small" role="status">
                  {printing.done === null
                    ? chosen.size === 0
                      ? text.count(total)
                      : `${text.count(total)} · ${text.chosen(chosen.size)}`
                    : text.printing(printing.done, chosen.size)}
                </p>
                {chosen.size > 0 && (
                  <>
                    <Button
                      small
                      tone="primary"
                      icon="print"
                      pending={printing.done !== null}
                      isDisabled={chosen.size > MOST_PRINTED}
                      onPress={() => void printing.print([...chosen.values()])}
                    >
                      {text.print}
                    </Button>
                    <Button small tone="quiet" onPress={() => setChosen(NOTHING)}>
                      {text.clearChosen}
                    </Button>
                  </>
                )}
                {chosen.size > MOST_PRINTED && (
                  <span className="small">{text.tooMany(MOST_PRINTED)}</span>
                )}
              </div>
            </>
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
              action={<LinkButton href="/permohonan">{text.toRequests}</LinkButton>}
            >
              {text.noneHelp}
            </EmptyState>
          )
        }
      </QueryView>
      {checked !== null && <CheckDialog row={checked} onClose={() => setChecked(null)} />}
      {verifies && <VerifyDialog onClose={() => setVerifies(false)} />}
    </Page>
  );
}
