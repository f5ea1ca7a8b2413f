import "./book.css";
import { useState } from "react";
import { useParams } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import type { Book } from "#shared/sop/book.ts";
import { Button } from "../../components/button.tsx";
import { Form } from "../../components/form.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { PaperDialog } from "../../paper/paper-dialog.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { bookText as text } from "../../text/sop-book.ts";
import { sopText } from "../../text/sop.ts";
import { BookContents } from "./book-contents.tsx";
import { ChapterFields } from "./chapter-fields.tsx";
import { CoverFields } from "./cover-fields.tsx";
import { DecreeFields } from "./decree-fields.tsx";
import { ForewordFields } from "./foreword-fields.tsx";

export function BookPage() {
  const { id = "" } = useParams();
  const query = useQuery("book.get", { id });
  return <QueryView query={query}>{(book) => <BookForm key={book.id} saved={book} />}</QueryView>;
}

/** Everything of a book but its sheets, which are the SOPs' own. */
function BookForm({ saved }: { saved: ResultOf<"book.get"> }) {
  const { queries } = useServices();
  const notices = useNotices();
  const save = useAction("book.save");
  const [book, setBook] = useState<Book & { id: string }>(saved);
  const [touched, setTouched] = useState(false);
  const [printing, setPrinting] = useState(false);
  useUnsaved(touched, text.unsaved);

  function change(next: Partial<Book>): void {
    setBook((before) => ({ ...before, ...next }));
    setTouched(true);
  }

  async function submit(): Promise<boolean> {
    const answer = await save.run(book);
    if (!answer.ok) return false;
    queries.put("book.get", { id: book.id }, answer.value);
    setTouched(false);
    notices.tell(text.saved);
    return true;
  }

  async function print(): Promise<void> {
    if (!touched || (await submit())) setPrinting(true);
  }

  return (
    <Page
      title={book.title}
      crumbs={[
        { label: sopText.title, href: "/sop" },
        { label: text.title, href: "/sop/buku" },
      ]}
      actions={
        <>
          <Button icon="print" onPress={() => void print()}>
            {text.print}
          </Button>
          <Button
            tone="primary"
            pending={save.pending}
            isDisabled={!touched}
            onPress={() => void submit()}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <Form failure={save.failure} onSubmit={() => void submit()} className="book-form">
        <CoverFields book={book} onChange={change} />
        <BookContents book={book} onChange={change} />
        <DecreeFields book={book} onChange={change} />
        <ForewordFields book={book} onChange={change} />
        <ChapterFields book={book} onChange={change} />
      </Form>
      {printing && (
        <PaperDialog
          title={book.title}
          method="book.render"
          params={{ id: book.id }}
          onClose={() => setPrinting(false)}
        />
      )}
    </Page>
  );
}
