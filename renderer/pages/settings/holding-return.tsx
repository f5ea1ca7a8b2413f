import { useState } from "react";
import type { HoldingBlock } from "#shared/register/holding-contract.ts";
import { TextArea } from "../../components/text-field.tsx";
import { holdingText as text } from "../../text/holding.ts";
import { HoldingDialog, useHolding } from "./holding-dialog.tsx";

/** Ends a block with the reason that its unused numbers bear in the book. */
export function ReturnDialog({ block, onClose }: { block: HoldingBlock; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const end = useHolding("register.return", text.returned, onClose);
  return (
    <HoldingDialog
      title={text.returnTitle(block.own)}
      send={text.returnTitle(block.own)}
      danger
      command={end}
      onSubmit={() => void end.send({ block: block.id, reason })}
      onClose={onClose}
    >
      <p className="muted">{text.returnHelp(text.block(block.from, block.to))}</p>
      <TextArea
        label={text.reason}
        path="reason"
        value={reason}
        onChange={setReason}
        max={1000}
        rows={2}
        required
        autoFocus
      />
    </HoldingDialog>
  );
}
