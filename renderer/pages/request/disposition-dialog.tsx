import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { DispositionDetail } from "#shared/disposition/contract.ts";
import { DISPOSITION_LAYOUTS, type DispositionLayout, type Paper } from "#shared/request/model.ts";
import { Select } from "../../components/select.tsx";
import { PaperFrame } from "../../paper/paper-frame.tsx";
import { usePaper } from "../../paper/use-paper.ts";
import { useSession } from "../../store/session.ts";
import { dispositionText as text } from "../../text/disposition.ts";
import { givenOf, newDraft } from "./disposition-draft.ts";
import { DispositionForm, type Given } from "./disposition-form.tsx";

/** What the dialog opens on: a new disposition, one that passes another on, or one to print. */
export type OpenDisposition =
  | { what: "give" }
  | { what: "forward"; disposition: DispositionDetail }
  | { what: "print"; disposition: DispositionDetail };

type DispositionDialogProps = {
  request: RequestDetail;
  open: OpenDisposition;
  onClose: () => void;
};

const LAYOUTS = DISPOSITION_LAYOUTS.map((value) => ({ value, label: text.layouts[value] }));

/** The lembar disposisi as it will print, beside the form that fills it. */
export function DispositionDialog({ request, open, onClose }: DispositionDialogProps) {
  const { office, user } = useSession();
  const forwarded = open.what === "forward" ? open.disposition : null;
  const [paper, setPaper] = useState<Paper>(office.letterStyle.paper);
  const [layout, setLayout] = useState<DispositionLayout>("half");
  const [given, setGiven] = useState<Given | null>(() => {
    if (forwarded === null) return null;
    const { to: _, ...begun } = givenOf(newDraft(office, user, forwarded), request);
    return begun;
  });
  const shown = open.what === "print" ? { dispositionId: open.disposition.id } : {};
  const what = given === null ? shown : { disposition: given };
  const { result, failure, busy } = usePaper(
    "document.render",
    { request: request.id, kind: "disposition", paper, layout, ...what },
    request.changed,
  );
  const writes = open.what !== "print" && request.status === "running";
  return (
    <PaperFrame
      title={text.sheet}
      shown={result}
      failure={failure}
      busy={busy}
      {...(layout === "a5" ? {} : { paper: { value: paper, onChange: setPaper } })}
      form={
        <>
          <Select label={text.layout} value={layout} onChange={setLayout} options={LAYOUTS} />
          {writes && (
            <DispositionForm request={request} forwarded={forwarded} onChange={setGiven} />
          )}
        </>
      }
      onClose={onClose}
    />
  );
}
