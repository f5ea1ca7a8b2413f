import { IconButton } from "../../components/button.tsx";
import { Select } from "../../components/select.tsx";
import { useQuery } from "../../store/use-query.ts";
import { bookText as text } from "../../text/sop-book.ts";
import type { BookFieldsProps } from "./cover-fields.tsx";

/** Which SOPs the book holds, in its order. */
export function BookContents({ book, onChange }: BookFieldsProps) {
  const library = useQuery("sop.list", {});
  const known = new Map(library.data?.sops.map((sop) => [sop.id, sop]));
  const { sops } = book;
  const nameOf = (id: string) => known.get(id)?.name ?? text.gone(id);
  const move = (at: number, by: number) => {
    const id = sops[at];
    if (id === undefined) return;
    onChange({ sops: sops.toSpliced(at, 1).toSpliced(at + by, 0, id) });
  };
  const others = [...known.values()].filter((sop) => !sops.includes(sop.id));
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.contents}</h2>
        <span className="muted">{text.contentsHelp}</span>
      </header>
      <div className="card-body">
        <ol className="book-contents">
          {sops.map((id, at) => (
            <li key={id}>
              <span className="number muted">{at + 1}.</span>
              <span className="book-sop">
                {nameOf(id)} <small className="muted">{known.get(id)?.number}</small>
              </span>
              <IconButton
                label={text.up(nameOf(id))}
                icon="up"
                isDisabled={at === 0}
                onPress={() => move(at, -1)}
              />
              <IconButton
                label={text.down(nameOf(id))}
                icon="down"
                isDisabled={at === sops.length - 1}
                onPress={() => move(at, 1)}
              />
              <IconButton
                label={text.drop(nameOf(id))}
                icon="close"
                onPress={() => onChange({ sops: sops.filter((one) => one !== id) })}
              />
            </li>
          ))}
        </ol>
        {others.length > 0 && (
          <Select
            label={text.add}
            value=""
            onChange={(id) => onChange({ sops: [...sops, id] })}
            options={others.map((sop) => ({ value: sop.id, label: `${sop.name} (${sop.office})` }))}
          />
        )}
      </div>
    </section>
  );
}
