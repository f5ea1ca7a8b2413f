import "./registers.css";
import { useState } from "react";
import { useSearch } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { REGISTER_IDS, type RegisterId } from "#shared/letter/register.ts";
import { downloadPath } from "#shared/window.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { Select } from "../../components/select.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { PaperDialog } from "../../paper/paper-dialog.tsx";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { PAGE } from "../../store/use-pages.ts";
import { useQuery } from "../../store/use-query.ts";
import { registersText as text } from "../../text/registers.ts";
import { holdingText } from "../../text/holding.ts";
import { type Asked, BookReasonDialog } from "./book-reason-dialog.tsx";
import { EnterDialog } from "./enter-dialog.tsx";
import { RegisterTable } from "./register-table.tsx";

type Book = ResultOf<"register.list">[number];

/** The office's books; `?buku=` in the address opens one of them. */
export function RegistersPage() {
  const search = useSearch();
  const asked = new URLSearchParams(search).get("buku");
  const [register, setRegister] = useState<RegisterId>(
    REGISTER_IDS.find((one) => one === asked) ?? "outgoing",
  );
  const books = useQuery("register.list", {});
  return (
    <QueryView query={books}>
      {(list) => {
        const book = list.find(({ id }) => id === register);
        return book && <BookPage key={register} book={book} books={list} onChoose={setRegister} />;
      }}
    </QueryView>
  );
}

type BookPageProps = { book: Book; books: Book[]; onChoose: (register: RegisterId) => void };

function BookPage({ book, books, onChoose }: BookPageProps) {
  const { today } = useSession();
  const { host, notices } = useServices();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [words, setWords] = useState("");
  const [open, setOpen] = useState<"enter" | "print" | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const exportBook = useAction("register.export");
  const years = [...new Set([...book.years, Number(today.slice(0, 4)), year])].sort(
    (a, b) => b - a,
  );
  const of = { register: book.id, year };
  const filter = { ...of, words };
  const first = useQuery("register.entries", { ...filter, offset: 0, limit: PAGE }, { keep: true });
  const empty = first.data?.total === 0;

  async function runExport(): Promise<void> {
    const made = await exportBook.run(of);
    if (!made.ok) {
      notices.fail(made.error);
      return;
    }
    if (made.value.download !== null) host.download(downloadPath(made.value.download));
    notices.tell(text.exported(made.value.rows));
  }

  return (
    <Page
      title={text.title}
      actions={
        <>
          <Button icon="download" pending={exportBook.pending} onPress={() => void runExport()}>
            {text.exportBook}
          </Button>
          <Button icon="print" onPress={() => setOpen("print")}>
            {text.print}
          </Button>
          <Button tone="primary" icon="plus" onPress={() => setOpen("enter")}>
            {text.enter}
          </Button>
        </>
      }
    >
      <div className="list-filter">
        <div className="filter-chips" role="group" aria-label={text.book}>
          {books.map(({ id, name }) => (
            <FilterChip key={id} on={id === book.id} onPress={() => onChoose(id)}>
              {name}
            </FilterChip>
          ))}
        </div>
        <WordsField
          label={text.words}
          placeholder={text.wordsPlaceholder}
          value={words}
          onChange={setWords}
        />
        <div className="book-year">
          <Select
            label={text.year}
            hideLabel
            value={String(year)}
            onChange={(value) => setYear(Number(value))}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
        </div>
      </div>
      <QueryView query={first}>
        {({ total, gaps }) =>
          total > 0 ? (
            <>
              <RegisterTable
                key={JSON.stringify(filter)}
                filter={filter}
                total={total}
                gaps={gaps}
                onAsk={setAsked}
              />
              <p className="muted small" role="status">
                {[text.count(total), text.gapCount(unexplained(gaps)), nextWords(book)]
                  .filter((part) => part !== "")
                  .join(" · ")}
              </p>
            </>
          ) : (
            <Nothing book={book} year={year} searched={words !== ""} onClear={() => setWords("")} />
          )
        }
      </QueryView>
      {empty && words === "" && <p className="muted small">{nextWords(book)}</p>}
      {open === "enter" && (
        <EnterDialog
          book={book}
          onClose={() => setOpen(null)}
          onEntered={(entered) => {
            setYear(entered);
            setWords("");
            setOpen(null);
          }}
        />
      )}
      {open === "print" && (
        <PaperDialog
          title={text.printTitle(book.name, year)}
          method="register.render"
          params={of}
          onClose={() => setOpen(null)}
        />
      )}
      {asked !== null && (
        <BookReasonDialog register={book.id} asked={asked} onClose={() => setAsked(null)} />
      )}
    </Page>
  );
}

/** The next number, or the PC that gives it. */
const nextWords = ({ next, holding }: Book): string =>
  next === "" ? holdingText.elsewhere(holding?.holder?.name ?? "") : text.next(next);

type NothingProps = { book: Book; year: number; searched: boolean; onClear: () => void };

const Nothing = ({ book, year, searched, onClear }: NothingProps) =>
  searched ? (
    <EmptyState title={text.notFound} action={<Button onPress={onClear}>{text.clear}</Button>}>
      {text.notFoundHelp}
    </EmptyState>
  ) : (
    <EmptyState title={text.none(book.name, year)}>{text.noneHelp}</EmptyState>
  );

/** How many numbers were passed over without a reason. */
const unexplained = (gaps: readonly { from: number; to: number; reason: string | null }[]) =>
  gaps.reduce((sum, gap) => (gap.reason === null ? sum + gap.to - gap.from + 1 : sum), 0);
