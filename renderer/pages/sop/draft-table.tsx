import type { ResultOf } from "#shared/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { useAsk, useNotices } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText, numberText } from "../../text/common.ts";
import { sopText as text } from "../../text/sop.ts";

type DraftRow = ResultOf<"draft.list">[number];

/** Drafts of this PC, latest first. */
export function DraftTable({ drafts }: { drafts: readonly DraftRow[] }) {
  const { zone } = useSession().office;
  const discard = useAction("draft.discard");
  const notices = useNotices();
  const ask = useAsk();

  async function drop({ id, name }: DraftRow): Promise<void> {
    const called = name === "" ? text.draftUnnamed : name;
    if (!(await ask(text.discardAsk(called)))) return;
    const dropped = await discard.run({ id });
    if (dropped.ok) notices.tell(text.draftDiscarded(called));
    else notices.fail(dropped.error);
  }

  return (
    <table className="plain-table card">
      <thead>
        <tr>
          <th scope="col">{text.draftName}</th>
          <th scope="col">{text.office}</th>
          <th scope="col">{text.draftOf}</th>
          <th scope="col">{text.draftChanged}</th>
          <th scope="col" className="sop-figure">
            {text.draftErrors}
          </th>
          <th scope="col" className="sop-figure">
            {text.draftAdvice}
          </th>
          <th scope="col">
            <span className="visually-hidden">{commonText.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <td>
              <Name>{draft.name === "" ? text.draftUnnamed : draft.name}</Name>
            </td>
            <td>{draft.office}</td>
            <td>{draft.based === null ? text.draftNew : text.draftFrom(draft.based)}</td>
            <td>
              {moment(draft.changed, zone)} · <Name>{draft.by.name}</Name>
            </td>
            <td className="sop-figure">
              {draft.errors === 0 ? "–" : <Chip tone="late">{numberText(draft.errors)}</Chip>}
            </td>
            <td className="sop-figure">{draft.advice === 0 ? "–" : numberText(draft.advice)}</td>
            <td className="row-actions">
              <LinkButton small href={`/sop/draf/${draft.id}`}>
                {text.draftContinue}
              </LinkButton>
              <Button small tone="danger" onPress={() => void drop(draft)}>
                {text.draftDiscard}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
