import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { periodWords } from "#shared/time/period.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { MenuButton, type MenuEntry } from "../../components/menu-button.tsx";
import { PaperDialog } from "../../paper/paper-dialog.tsx";
import { useGo, useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { sopText as text } from "../../text/sop.ts";
import { newestOf } from "./newest.ts";
import { RetireDialog } from "./retire-dialog.tsx";
import { useDownload } from "./use-download.ts";

type Sop = ResultOf<"sop.get">;
type Format = keyof typeof text.exports;

/** What can be done with an SOP, or with the version of it that is looked at. */
export function SopActions({ sop }: { sop: Sop }) {
  const { id, version, name } = sop;
  const [open, setOpen] = useState<"paper" | "retire" | null>(null);
  const begin = useAction("draft.begin");
  const reinstate = useAction("sop.reinstate");
  const exported = useAction("sop.export");
  const download = useDownload();
  const notices = useNotices();
  const go = useGo();
  const older = version < newestOf(sop);

  async function draft(copy: boolean): Promise<void> {
    const begun = await begin.run({ sop: id, version, copy });
    if (begun.ok) go(`/sop/draf/${begun.value.id}`);
    else notices.fail(begun.error);
  }
  async function takeUp(): Promise<void> {
    const again = await reinstate.run({ id });
    if (again.ok) notices.tell(text.reinstated(name));
    else notices.fail(again.error);
  }

  const exports = (Object.keys(text.exports) as Format[]).map((format): MenuEntry => ({
    id: format,
    label: text.exports[format],
    onPick: () =>
      void exported.run({ id, version, format }).then((made) => download(made, text.exported)),
  }));
  const more: MenuEntry[] = [
    { id: "copy", label: text.copy, onPick: () => void draft(true) },
    ...(sop.state === "published"
      ? [{ id: "retire", label: text.retire, onPick: () => setOpen("retire") }]
      : []),
  ];
  return (
    <>
      <MenuButton label={text.more} icon="chevronDown" entries={more} />
      <MenuButton
        label={text.export}
        icon="download"
        pending={exported.pending}
        entries={exports}
      />
      <Button icon="print" onPress={() => setOpen("paper")}>
        {text.print}
      </Button>
      {sop.draft ? (
        <LinkButton href={`/sop/draf/${id}`} icon="edit">
          {text.toDraft}
        </LinkButton>
      ) : (
        <Button icon="edit" pending={begin.pending} onPress={() => void draft(false)}>
          {older ? text.editFrom(version) : text.edit}
        </Button>
      )}
      {sop.state === "retired" ? (
        <Button tone="primary" pending={reinstate.pending} onPress={() => void takeUp()}>
          {text.reinstate}
        </Button>
      ) : (
        !older && <Start sop={sop} />
      )}
      {open === "paper" && (
        <PaperDialog
          title={name}
          method="sheet.render"
          params={{ sop: id, version }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "retire" && <RetireDialog sop={sop} onClose={() => setOpen(null)} />}
    </>
  );
}

/** A service is asked for by a letter; in-house work is begun, for its next period if it recurs. */
function Start({ sop: { id, requesterLane, next } }: { sop: Sop }) {
  const sop = encodeURIComponent(id);
  const [href, words] =
    requesterLane !== null
      ? [`/permohonan/baru?sop=${sop}`, text.startRequest]
      : next === null
        ? [`/kegiatan/baru?sop=${sop}`, text.startWork]
        : [`/kegiatan/baru?sop=${sop}&periode=${next}`, text.startPeriod(periodWords(next))];
  return (
    <LinkButton href={href} tone="primary" icon="plus">
      {words}
    </LinkButton>
  );
}
