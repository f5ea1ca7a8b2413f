import { useState } from "react";
import type { Holding } from "#shared/register/holding-contract.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { holdingText as text } from "../../text/holding.ts";
import { HoldingDialog, useHolding } from "./holding-dialog.tsx";
import { holderName } from "./holder-name.ts";

type TakeDialogProps = { first: Holding; books: readonly Holding[]; onClose: () => void };
type Id = Holding["id"];

const NUMBER = /^[1-9]\d{0,8}$/u;

/** Takes books from a PC that is gone, with the number to go on from. */
export function TakeDialog({ first, books, onClose }: TakeDialogProps) {
  const others = books.filter(({ standing }) => ["elsewhere", "apart"].includes(standing.state));
  const [chosen, setChosen] = useState<ReadonlyMap<Id, string>>(
    new Map([[first.id, String(first.last + 1)]]),
  );
  const [reason, setReason] = useState("");
  const take = useHolding("register.take", text.taken, onClose);
  const isWrong = ({ id, last }: Holding): boolean => {
    const typed = chosen.get(id);
    if (typed === undefined) return false;
    return !NUMBER.test(typed.trim()) || Number(typed) <= last;
  };

  function choose(id: Id, next: string | null): void {
    const changed = new Map(chosen);
    if (next === null) changed.delete(id);
    else changed.set(id, next);
    setChosen(changed);
  }

  function submit(): void {
    if (others.some(isWrong)) return;
    const taken = [...chosen].map(([register, next]) => ({ register, next: Number(next) }));
    void take.send({ books: taken, reason });
  }

  return (
    <HoldingDialog
      title={text.takeTitle}
      send={text.takeSend}
      danger
      disabled={chosen.size === 0}
      command={take}
      onSubmit={submit}
      onClose={onClose}
    >
      <ErrorNote>{text.takeWarning}</ErrorNote>
      <div className="holding-form" role="group" aria-label={text.takeBooks}>
        {others.map((book) => (
          <div key={book.id} className="holding-form">
            <CheckBox
              isSelected={chosen.has(book.id)}
              onChange={(on) => choose(book.id, on ? String(book.last + 1) : null)}
            >
              {text.takeOf(book.name, holderName(book))}
            </CheckBox>
            {chosen.has(book.id) && (
              <div className="holding-next">
                <TextField
                  label={text.next(book.name)}
                  help={text.nextHelp(book.last)}
                  inputMode="numeric"
                  value={chosen.get(book.id) ?? ""}
                  onChange={(next) => choose(book.id, next)}
                  {...(isWrong(book) ? { error: text.nextInvalid(book.last + 1) } : {})}
                  required
                />
              </div>
            )}
          </div>
        ))}
      </div>
      <TextArea
        label={text.reason}
        path="reason"
        placeholder={text.reasonExample}
        value={reason}
        onChange={setReason}
        max={1000}
        rows={2}
        required
      />
    </HoldingDialog>
  );
}
