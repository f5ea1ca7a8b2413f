import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { handsOver } from "#shared/public-request/hands-over.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { moment } from "#shared/time/format.ts";
import { Button } from "../../../components/button.tsx";
import { Name } from "../../../components/name.tsx";
import { InfoNote } from "../../../components/note.tsx";
import { useServices } from "../../../store/services.ts";
import { useSession } from "../../../store/session.ts";
import { useAction } from "../../../store/use-action.ts";
import { useQuery } from "../../../store/use-query.ts";
import { incomingText as text } from "../../../text/incoming.ts";
import { HandDialog } from "./hand-dialog.tsx";
import { ReleaseDialog } from "./release-dialog.tsx";

type PortalBlockProps = { request: RequestDetail; definition: Definition };

/** What goes to and comes from the portal at this place of a request; nothing for the others. */
export function PortalBlock({ request, definition }: PortalBlockProps) {
  const { zone } = useSession().office;
  const offices = useQuery("handover.offices", {});
  const [open, setOpen] = useState<"release" | "hand" | null>(null);
  const { portal, current, status, handovers } = request;
  const released = portal?.releases.at(-1);
  const due = current === null ? status === "ended" : handsOver(definition, current.step);
  const handed = handovers.some(
    (one) => one.state === "open" && one.step === current?.step && one.visit === current.visit,
  );
  const mayHand = current !== null && offices.data?.joined === true && !handed;
  if (portal === null && !mayHand) return null;
  return (
    <>
      {portal !== null && status !== "cancelled" && (
        <>
          {released === undefined ? (
            due && <p className="step-wait">{text.releaseNow}</p>
          ) : (
            <p className="muted small">
              {text.releasedUntil(moment(released.at, zone), released.expires)}
            </p>
          )}
          <Button
            wide
            small={!due}
            tone={due && released === undefined ? "primary" : "plain"}
            onPress={() => setOpen("release")}
          >
            {text.release}
          </Button>
        </>
      )}
      {mayHand && (
        <Button wide small onPress={() => setOpen("hand")}>
          {text.handOver}
        </Button>
      )}
      {open === "release" && <ReleaseDialog request={request} onClose={() => setOpen(null)} />}
      {open === "hand" && current !== null && (
        <HandDialog request={request} step={current.step} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** The requester took the request back: said above everything else, and closed with one click. */
export function Withdrawal({ request }: { request: RequestDetail }) {
  const { queries, notices } = useServices();
  const cancel = useAction("request.cancel");
  const withdrawal = request.portal?.withdrawal;
  if (withdrawal === null || withdrawal === undefined || request.status !== "running") return null;

  async function close(reason: string): Promise<void> {
    const done = await cancel.run({ request: request.id, reason: text.closeReason(reason) });
    if (!done.ok) {
      notices.fail(done.error);
      return;
    }
    queries.put("request.get", { id: request.id }, done.value);
    notices.tell(text.closed);
  }

  return (
    <>
      <InfoNote title={text.withdrawal}>
        {withdrawal.reason !== "" && <Name>{text.withdrawalReason(withdrawal.reason)}</Name>}
      </InfoNote>
      <Button
        wide
        tone="primary"
        pending={cancel.pending}
        onPress={() => void close(withdrawal.reason)}
      >
        {text.close}
      </Button>
    </>
  );
}
