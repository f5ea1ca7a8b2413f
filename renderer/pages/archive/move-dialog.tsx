import { useState } from "react";
import { type Destination, NO_PLACE } from "#shared/retention/model.ts";
import { DateField } from "../../components/date-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { moveText as text } from "../../text/retention.ts";
import { type ChosenProps, OrderDialog } from "./order-dialog.tsx";
import { PlaceFields } from "./place-fields.tsx";

/** Records on which day archives were moved or handed over, and where they lie now. */
export function MoveDialog({ to, requests, onClose, onDone }: ChosenProps & { to: Destination }) {
  const { today } = useSession();
  const notices = useNotices();
  const move = useAction("retention.move");
  const [day, setDay] = useState(today);
  const [place, setPlace] = useState(NO_PLACE);

  async function save(): Promise<void> {
    const moved = await move.run({ requests, to, day, place });
    if (!moved.ok) return;
    notices.tell(text.done(moved.value.total));
    onDone();
  }

  return (
    <OrderDialog
      title={text.title[to]}
      save={text.save}
      pending={move.pending}
      failure={move.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>{text.help[to](requests.length)}</p>
      <DateField label={text.day[to]} path="day" value={day} onChange={setDay} required />
      <fieldset className="retention-fieldset">
        <legend>{text.place}</legend>
        <PlaceFields place={place} onChange={setPlace} />
        <p className="muted small">{text.placeHelp}</p>
      </fieldset>
    </OrderDialog>
  );
}
