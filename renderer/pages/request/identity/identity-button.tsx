import "./identity.css";
import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../../components/button.tsx";
import { PaperDialog } from "../../../paper/paper-dialog.tsx";
import { identityText as text } from "../../../text/privacy.ts";
import { AccessesDialog } from "./accesses-dialog.tsx";
import { CorrectDialog } from "./correct-dialog.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { IdentityDialog, type IdentityAsked } from "./identity-dialog.tsx";

/** Opens who asked, and what may be done about it; nothing of it is on the page before. */
export function IdentityButton({ request }: { request: RequestDetail }) {
  const [open, setOpen] = useState<IdentityAsked | "show" | null>(null);
  const back = (): void => setOpen("show");
  if (request.requester === null) return null;
  return (
    <>
      <Button small tone="quiet" aria-label={text.openFor(request.requester.name)} onPress={back}>
        {text.open}
      </Button>
      {open === "show" && (
        <IdentityDialog request={request} onAsk={setOpen} onClose={() => setOpen(null)} />
      )}
      {open === "correct" && <CorrectDialog request={request} onClose={back} />}
      {open === "erase" && <EraseDialog request={request} onClose={back} />}
      {open === "accesses" && <AccessesDialog request={request} onClose={back} />}
      {open === "report" && (
        <PaperDialog
          title={text.reportTitle}
          method="identity.report"
          params={{ request: request.id }}
          onClose={back}
        />
      )}
    </>
  );
}
