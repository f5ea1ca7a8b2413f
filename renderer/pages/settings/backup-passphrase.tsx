import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { backupText as text } from "../../text/backup.ts";
import { commonText } from "../../text/common.ts";

/** A passphrase typed twice, so that a slip does not lock everybody out. */
export type NewPassphrase = { one: string; again: string };
export const NO_PASSPHRASE: NewPassphrase = { one: "", again: "" };
export const differs = ({ one, again }: NewPassphrase): boolean => one !== again;

export function PassphraseFields({
  value,
  onChange,
}: {
  value: NewPassphrase;
  onChange: (value: NewPassphrase) => void;
}) {
  return (
    <>
      <TextField
        label={text.passphrase}
        path="passphrase"
        type="password"
        required
        help={text.passphraseHelp}
        value={value.one}
        onChange={(one) => onChange({ ...value, one })}
      />
      <TextField
        label={text.passphraseAgain}
        type="password"
        required
        {...(differs(value) && value.again !== "" && { error: text.passphraseDiffers })}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
      />
    </>
  );
}

type Destination = ResultOf<"backup.state">["destinations"][number];

/** Sets, changes or takes away the passphrase of a destination. */
export function PassphraseDialog({
  destination,
  onClose,
}: {
  destination: Destination;
  onClose: () => void;
}) {
  const { id, encrypted, points } = destination;
  const { queries, notices } = useServices();
  const [phrase, setPhrase] = useState(NO_PASSPHRASE);
  const [dropPlain, setDropPlain] = useState(true);
  const protect = useAction("backup.protect");
  const inTheOpen = points.some(({ manifest }) => manifest?.encrypted === false);

  async function send(passphrase: string | null): Promise<void> {
    const drop = passphrase !== null && inTheOpen && dropPlain;
    const done = await protect.run({ id, passphrase, dropPlain: drop });
    if (!done.ok) return;
    queries.invalidate(null);
    notices.tell(passphrase === null ? text.protectTaken : text.protectDone);
    onClose();
  }
  const submit = (): void => {
    if (!differs(phrase)) void send(phrase.one);
  };

  return (
    <Dialog
      title={text.protectTitle}
      onClose={onClose}
      busy={protect.pending}
      footer={
        <>
          {encrypted && (
            <Button tone="quiet" isDisabled={protect.pending} onPress={() => void send(null)}>
              {text.protectTake}
            </Button>
          )}
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="primary"
            pending={protect.pending}
            isDisabled={differs(phrase) || phrase.one === ""}
            onPress={submit}
          >
            {encrypted ? text.protectChange : text.protectSet}
          </Button>
        </>
      }
    >
      <Form failure={protect.failure} onSubmit={submit} className="backup-form">
        <p className="muted">{text.lockedHelp}</p>
        <PassphraseFields value={phrase} onChange={setPhrase} />
        {inTheOpen && (
          <CheckBox isSelected={dropPlain} onChange={setDropPlain}>
            {text.dropPlain}
          </CheckBox>
        )}
      </Form>
    </Dialog>
  );
}
