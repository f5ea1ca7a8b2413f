import { useState } from "react";
import { groupedNip } from "#shared/letter/words.ts";
import type { Term } from "#shared/office.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Name } from "../../components/name.tsx";
import { InfoNote } from "../../components/note.tsx";
import { useAsk } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { officialsText as text } from "../../text/officials.ts";
import { newTerm, TermDialog } from "./term-dialog.tsx";
import { orderedTerms, overlapsOf } from "./terms.ts";

/** A term being edited, and its place in the list; a new one stands behind the last. */
type Edited = { term: Term; at: number };

/** Who held which post when: letters name whoever held it on their day. */
export function OfficialsSection() {
  const { office, today } = useSession();
  const { queries, notices } = useServices();
  const ask = useAsk();
  const save = useAction("office.save");
  const [edited, setEdited] = useState<Edited | null>(null);
  const { terms } = office;
  const overlaps = overlapsOf(terms);

  async function keep(next: Term[]): Promise<boolean> {
    // The rest of the profile is other sections' business and stays as it is.
    const answer = await save.run({ ...office, terms: orderedTerms(next) });
    if (!answer.ok) return false;
    queries.invalidate(null);
    notices.tell(text.saved);
    return true;
  }
  async function remove(at: number): Promise<void> {
    const term = terms[at];
    if (term === undefined) return;
    const agreed = await ask({
      title: text.removeTitle,
      body: text.removeBody(term),
      confirm: commonText.remove,
      danger: true,
    });
    if (agreed) await keep(terms.toSpliced(at, 1));
  }
  function edit(term: Term, at: number): void {
    save.reset();
    setEdited({ term, at });
  }

  return (
    <section className="settings-section">
      <p className="muted">{text.help}</p>
      <div>
        <Button
          icon="plus"
          tone="primary"
          onPress={() => edit(newTerm(office, today), terms.length)}
        >
          {text.add}
        </Button>
      </div>
      {overlaps.length > 0 && (
        <InfoNote title={text.overlapTitle}>
          <ul className="settings-problems">
            {overlaps.map(({ post, first, second, from, until, named }) => (
              <li key={`${post} ${first.name} ${second.name} ${from}`}>
                {text.overlap(post, first.name, second.name, { from, until }, named.name)}
              </li>
            ))}
          </ul>
        </InfoNote>
      )}
      {terms.length === 0 ? (
        <EmptyState title={text.none}>{text.noneHelp}</EmptyState>
      ) : (
        <>
          <TermTable terms={terms} onEdit={edit} onRemove={(at) => void remove(at)} />
          <p className="muted small">{text.headHelp(office.head.post, office.head.name)}</p>
        </>
      )}
      {edited !== null && (
        <TermDialog
          first={edited.term}
          at={edited.at}
          title={edited.at === terms.length ? text.add : text.edit(edited.term.name)}
          posts={[
            ...new Set([office.head.post, ...terms.map(({ post }) => post), ...office.recipients]),
          ]}
          save={save}
          onSave={(term) => keep(terms.toSpliced(edited.at, 1, term))}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

type TermTableProps = {
  terms: readonly Term[];
  onEdit: (term: Term, at: number) => void;
  onRemove: (at: number) => void;
};

function TermTable({ terms, onEdit, onRemove }: TermTableProps) {
  return (
    <table className="plain-table card">
      <thead>
        <tr>
          <th>{text.post}</th>
          <th>{text.name}</th>
          <th>{text.nip}</th>
          <th>{text.term}</th>
          <th>
            <span className="visually-hidden">{commonText.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term, at) => (
          <tr key={`${term.post} ${term.name} ${term.standing} ${term.from}`}>
            <td>
              {term.standing !== "" && <strong>{term.standing} </strong>}
              <Name>{term.post}</Name>
            </td>
            <td>
              <Name>{term.name}</Name>
              {term.rank !== "" && <div className="muted small">{term.rank}</div>}
            </td>
            <td className="number settings-nip">{groupedNip(term.nip)}</td>
            <td>{text.termWords(term)}</td>
            <td className="settings-actions">
              <Button
                small
                tone="quiet"
                aria-label={text.edit(term.name)}
                onPress={() => onEdit(term, at)}
              >
                {commonText.change}
              </Button>
              <Button
                small
                tone="quiet"
                aria-label={text.remove(term.name)}
                onPress={() => onRemove(at)}
              >
                {commonText.remove}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
