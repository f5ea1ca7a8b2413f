import { useState } from "react";
import type { Holding, HoldingBlock } from "#shared/register/holding-contract.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { useQuery } from "../../store/use-query.ts";
import { commonText, numberText } from "../../text/common.ts";
import { holdingText as text } from "../../text/holding.ts";
import { holderName } from "./holder-name.ts";
import { AskDialog } from "./holding-ask.tsx";
import { AssignDialog } from "./holding-assign.tsx";
import { ReturnDialog } from "./holding-return.tsx";
import { TakeDialog } from "./holding-take.tsx";

type Asked =
  | { what: "ask"; book: Holding }
  | { what: "take"; book: Holding }
  | { what: "assign"; book: Holding }
  | { what: "return"; block: HoldingBlock };

/** Which PC gives the numbers of which book; nothing for an office with one PC. */
export function HoldingSection() {
  const { data } = useQuery("register.holdings", {});
  const [asked, setAsked] = useState<Asked | null>(null);
  if (data === undefined || !data.some(({ standing }) => standing.shared)) return null;
  const close = (): void => setAsked(null);
  return (
    <section className="card holding-card">
      <header className="card-head">
        <h2>{text.title}</h2>
      </header>
      <div className="card-body">
        <p className="muted">{text.help}</p>
      </div>
      <BookTable books={data} onAsk={setAsked} />
      <Blocks books={data} onReturn={(block) => setAsked({ what: "return", block })} />
      {asked?.what === "ask" && <AskDialog book={asked.book} onClose={close} />}
      {asked?.what === "take" && <TakeDialog first={asked.book} books={data} onClose={close} />}
      {asked?.what === "assign" && <AssignDialog first={asked.book} books={data} onClose={close} />}
      {asked?.what === "return" && <ReturnDialog block={asked.block} onClose={close} />}
    </section>
  );
}

function BookTable({ books, onAsk }: { books: readonly Holding[]; onAsk: (asked: Asked) => void }) {
  return (
    <table className="plain-table holding-table">
      <thead>
        <tr>
          <th>{text.book}</th>
          <th>{text.holder}</th>
          <th>{text.last}</th>
          <th>{text.here}</th>
          <th>
            <span className="visually-hidden">{text.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {books.map((book) => (
          <tr key={book.id}>
            <td>{book.name}</td>
            <td>
              <Name>{holderName(book)}</Name>
              {book.standing.holder !== null && book.standing.holder.reason !== "" && (
                <>
                  <br />
                  <span className="muted small">{text.takenFor(book.standing.holder.reason)}</span>
                </>
              )}
            </td>
            <td className="number">{book.last === 0 ? "–" : numberText(book.last)}</td>
            <td>
              <Here book={book} />
            </td>
            <td className="settings-actions">
              <Actions book={book} onAsk={onAsk} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Here({ book: { standing } }: { book: Holding }) {
  const { state, left, asked } = standing;
  if (state === "elsewhere" && left > 0) return <Chip tone="ok">{text.left(left)}</Chip>;
  return (
    <>
      <Chip tone={text.tone[state]}>{text.state[state]}</Chip>
      {asked && <span className="muted small"> {text.asked}</span>}
    </>
  );
}

function Actions({ book, onAsk }: { book: Holding; onAsk: (asked: Asked) => void }) {
  const { state, asked } = book.standing;
  const label = (words: string): string => `${words} ${book.name}`;
  if (state === "own") {
    return (
      <Button
        small
        tone="quiet"
        aria-label={label(text.assign)}
        onPress={() => onAsk({ what: "assign", book })}
      >
        {text.assign}
      </Button>
    );
  }
  if (state === "unsure") return null;
  return (
    <>
      {state === "elsewhere" && !asked && (
        <Button
          small
          tone="quiet"
          aria-label={label(text.ask)}
          onPress={() => onAsk({ what: "ask", book })}
        >
          {text.ask}
        </Button>
      )}
      <Button
        small
        tone="quiet"
        aria-label={label(text.take)}
        onPress={() => onAsk({ what: "take", book })}
      >
        {text.take}
      </Button>
    </>
  );
}

type BlocksProps = { books: readonly Holding[]; onReturn: (block: HoldingBlock) => void };

function Blocks({ books, onReturn }: BlocksProps) {
  const rows = books.flatMap(({ name, blocks }) => blocks.map((block) => ({ book: name, block })));
  if (rows.length === 0) return null;
  return (
    <table className="plain-table holding-table">
      <caption>{text.blocks}</caption>
      <thead>
        <tr>
          <th>{text.book}</th>
          <th>{text.numbers}</th>
          <th>{text.forPc}</th>
          <th>{text.blockState}</th>
          <th>
            <span className="visually-hidden">{commonText.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ book, block }) => (
          <tr key={block.id}>
            <td>{book}</td>
            <td className="number">{text.block(block.from, block.to)}</td>
            <td>
              <Name>{block.own ? text.own(block.name) : block.name}</Name>
            </td>
            <td>
              {block.closed === null ? (
                text.blockLeft(block.left)
              ) : (
                <Name>{text.blockClosed(block.closed)}</Name>
              )}
            </td>
            <td className="settings-actions">
              {block.closed === null && block.left > 0 && (
                <Button small tone="quiet" onPress={() => onReturn(block)}>
                  {block.own ? text.giveBack : text.closeBlock}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
