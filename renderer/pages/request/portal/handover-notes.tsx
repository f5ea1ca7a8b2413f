import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { HandoverDetail } from "#shared/handover/contract.ts";
import { shortMoment } from "#shared/time/format.ts";
import { Button } from "../../../components/button.tsx";
import { Chip } from "../../../components/chip.tsx";
import { Name } from "../../../components/name.tsx";
import { useNotices } from "../../../store/hooks.ts";
import { useSession } from "../../../store/session.ts";
import { useAction } from "../../../store/use-action.ts";
import { incomingText as text } from "../../../text/incoming.ts";
import type { ChipTone } from "../../../text/request.ts";
import { ReasonForm } from "../../incoming/reason-form.tsx";

const TONES: Record<HandoverDetail["state"], ChipTone> = {
  open: "run",
  answered: "ok",
  declined: "late",
  recalled: "mute",
};

/** What other offices were asked on the step that the request stands on, and what they said. */
export function HandoverNotes({ request }: { request: RequestDetail }) {
  const { zone } = useSession().office;
  const notices = useNotices();
  const recall = useAction("handover.recall");
  const [asked, setAsked] = useState<HandoverDetail | null>(null);
  const { current, handovers } = request;
  const here = handovers.filter((one) => one.step === current?.step && one.visit === current.visit);
  if (here.length === 0) return null;
  return (
    <ul className="handovers">
      {here.map((one) => (
        <li key={one.id}>
          <span className="handover-head">
            <strong>
              <Name>{text.handedTo(one.office)}</Name>
            </strong>
            <Chip tone={TONES[one.state]}>{text.handedState[one.state]}</Chip>
          </span>
          {one.reply !== null && (
            <>
              <small className="muted">
                <Name>{text.handedReply(one.reply.by, shortMoment(one.reply.at, zone))}</Name>
              </small>
              {one.reply.branch !== null && <span>{text.handedBranch(one.reply.branch)}</span>}
              {one.reply.note !== "" && (
                <span>
                  <Name>{one.reply.note}</Name>
                </span>
              )}
            </>
          )}
          {one.state === "open" && (
            <>
              <small className="muted">{text.handedOpen}</small>
              <Button small onPress={() => setAsked(one)}>
                {text.recall}
              </Button>
            </>
          )}
        </li>
      ))}
      {asked !== null && (
        <ReasonForm
          words={{
            title: text.recallTitle(asked.office),
            help: text.recallHelp,
            label: text.recallText,
            confirm: text.recallDo,
          }}
          path="reason"
          max={1000}
          action={recall}
          run={(reason) => recall.run({ request: request.id, handover: asked.id, reason })}
          onDone={() => {
            notices.tell(text.recalled);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </ul>
  );
}
