import { Link } from "wouter";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useAsk, useGo, useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { bookText as text } from "../../text/sop-book.ts";
import { sopText } from "../../text/sop.ts";
import { newBook } from "./new-book.ts";

/** The books of SOPs. */
export function BooksPage() {
  const { client } = useServices();
  const { office, today } = useSession();
  const books = useQuery("book.list", {});
  const library = useQuery("sop.list", {});
  const save = useAction("book.save");
  const remove = useAction("book.remove");
  const notices = useNotices();
  const ask = useAsk();
  const go = useGo();

  async function create(): Promise<void> {
    const used = (library.data?.sops ?? []).filter((sop) => sop.state === "published");
    const book = newBook(
      office,
      Number(today.slice(0, 4)),
      used.map((sop) => sop.id),
    );
    const answer = await save.run(book);
    if (answer.ok) go(`/sop/buku/${answer.value.id}`);
    else notices.fail(answer.error);
  }

  async function copy(id: string): Promise<void> {
    const known = await client.call("book.get", { id });
    if (!known.ok) {
      notices.fail(known.error);
      return;
    }
    const { id: _, ...book } = known.value;
    const answer = await save.run({ ...book, title: text.copyOf(book.title) });
    if (answer.ok) go(`/sop/buku/${answer.value.id}`);
    else notices.fail(answer.error);
  }

  async function drop(id: string, title: string): Promise<void> {
    const agreed = await ask({
      title: text.removeTitle(title),
      body: text.removeBody,
      confirm: text.remove,
      danger: true,
    });
    if (!agreed) return;
    const answer = await remove.run({ id });
    if (answer.ok) notices.tell(text.removed);
    else notices.fail(answer.error);
  }

  const createButton = (
    <Button tone="primary" icon="plus" pending={save.pending} onPress={() => void create()}>
      {text.create}
    </Button>
  );
  return (
    <Page
      title={text.title}
      crumbs={[{ label: sopText.title, href: "/sop" }]}
      actions={createButton}
    >
      <QueryView query={books}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={text.none} action={createButton}>
              {text.noneHelp}
            </EmptyState>
          ) : (
            <table className="plain-table card">
              <thead>
                <tr>
                  <th>{text.name}</th>
                  <th>{text.year}</th>
                  <th>{text.sops}</th>
                  <th aria-hidden="true" />
                </tr>
              </thead>
              <tbody>
                {list.map((book) => (
                  <tr key={book.id}>
                    <td>
                      <Link href={`/sop/buku/${book.id}`}>{book.title}</Link>
                    </td>
                    <td className="number">{book.year}</td>
                    <td className="number">{book.sops}</td>
                    <td className="book-tools">
                      <Button small onPress={() => void copy(book.id)}>
                        {text.copy}
                      </Button>
                      <Button small tone="danger" onPress={() => void drop(book.id, book.title)}>
                        {text.remove}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryView>
    </Page>
  );
}
