import { useState } from "react";
import { type Holding, MAX_BLOCK, USUAL_BLOCK } from "#shared/register/holding-contract.ts";
import { NumberField } from "../../components/number-field.tsx";
import { holdingText as text } from "../../text/holding.ts";
import { HoldingDialog, useHolding } from "./holding-dialog.tsx";
import { holderName } from "./holder-name.ts";

/** Asks the PC that holds the book for numbers to give here. */
export function AskDialog({ book, onClose }: { book: Holding; onClose: () => void }) {
  const [count, setCount] = useState<number>(USUAL_BLOCK);
  const ask = useHolding("register.ask", text.askSent, onClose);
  return (
    <HoldingDialog
      title={text.askTitle(book.name)}
      send={text.askSend}
      command={ask}
      onSubmit={() => void ask.send({ register: book.id, count })}
      onClose={onClose}
    >
      <p className="muted">{text.askHelp(holderName(book))}</p>
      <NumberField
        label={text.count}
        path="count"
        value={count}
        onChange={setCount}
        min={1}
        max={MAX_BLOCK}
      />
    </HoldingDialog>
  );
}
