import { useState } from "react";
import type { Holding } from "#shared/register/holding-contract.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { InfoNote } from "../../components/note.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { Select } from "../../components/select.tsx";
import { useQuery } from "../../store/use-query.ts";
import { holdingText as text } from "../../text/holding.ts";
import { HoldingDialog, useHolding } from "./holding-dialog.tsx";

type AssignDialogProps = { first: Holding; books: readonly Holding[]; onClose: () => void };

/** Hands books that this PC holds on to another PC of the office. */
export function AssignDialog({ first, books, onClose }: AssignDialogProps) {
  const devices = useQuery("sync.devices", {});
  const others = (devices.data ?? []).filter(({ own, revoked }) => !own && revoked === null);
  const [chosen, setChosen] = useState<ReadonlySet<Holding["id"]>>(new Set([first.id]));
  const [picked, setPicked] = useState("");
  const device = others.find(({ id }) => id === picked) ?? others[0];
  const assign = useHolding("register.assign", text.assigned(device?.name ?? ""), onClose);
  const held = books.filter(({ standing }) => standing.state === "own");

  function toggle(id: Holding["id"], on: boolean): void {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  return (
    <HoldingDialog
      title={text.assignTitle}
      send={text.assignSend}
      disabled={device === undefined || chosen.size === 0}
      command={assign}
      onSubmit={() => {
        if (device === undefined) return;
        const registers = [...chosen];
        void assign.send({ registers, device: device.id, name: device.name });
      }}
      onClose={onClose}
    >
      <p className="muted">{text.assignHelp}</p>
      <div className="holding-books" role="group" aria-label={text.books}>
        {held.map(({ id, name }) => (
          <CheckBox key={id} isSelected={chosen.has(id)} onChange={(on) => toggle(id, on)}>
            {name}
          </CheckBox>
        ))}
      </div>
      <QueryView query={devices}>
        {() =>
          device === undefined ? (
            <InfoNote>{text.noPc}</InfoNote>
          ) : (
            <Select
              label={text.toPc}
              path="device"
              value={device.id}
              onChange={setPicked}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )
        }
      </QueryView>
    </HoldingDialog>
  );
}
