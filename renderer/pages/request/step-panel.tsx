import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { moment } from "#shared/time/format.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { MenuButton } from "../../components/menu-button.tsx";
import { Name } from "../../components/name.tsx";
import { InfoNote } from "../../components/note.tsx";
import { useSession } from "../../store/session.ts";
import { conflictsText } from "../../text/conflicts.ts";
import { lettersTabText } from "../../text/letters.ts";
import { stateText } from "../../text/request.ts";
import { nounOf, requestPageText as text, type TabId } from "../../text/request-page.ts";
import { PlaceBlock } from "../archive/place-block.tsx";
import { DataRequestBlock } from "../catalogue/step-hints.tsx";
import { BundleMenu } from "./bundle-menu.tsx";
import { ClockMenu } from "./clock-menu.tsx";
import { CompleteStep } from "./complete-step.tsx";
import { RECEIPT, type RequestPaper } from "./papers.ts";
import { HandoverNotes } from "./portal/handover-notes.tsx";
import { PortalBlock, Withdrawal } from "./portal/portal-block.tsx";
import { type Reasoned, ReasonDialog } from "./reason-dialog.tsx";

type StepPanelProps = {
  request: RequestDetail;
  definition: Definition;
  onTab: (tab: TabId) => void;
  onPaper: (paper: RequestPaper) => void;
};

/** Nothing moves until somebody has chosen between two decisions. */
function Conflict() {
  return (
    <InfoNote title={conflictsText.blocked}>
      <p>{conflictsText.blockedHelp}</p>
      <LinkButton small href="/perlu-keputusan">
        {conflictsText.toConflicts}
      </LinkButton>
    </InfoNote>
  );
}

/** What can be done now. */
export function StepPanel({ request, definition, onTab, onPaper }: StepPanelProps) {
  const [asked, setAsked] = useState<Reasoned | null>(null);
  const { status, current, undo } = request;
  return (
    <aside className="step-panel" aria-label={text.now}>
      <h2>{text.now}</h2>
      <Withdrawal request={request} />
      <HandoverNotes request={request} />
      {request.conflict ? (
        <Conflict />
      ) : current === null ? (
        <Closed request={request} />
      ) : (
        <CompleteStep
          key={`${current.step} ${current.visit}`}
          request={request}
          current={current}
          definition={definition}
          onTab={onTab}
          onPaper={onPaper}
        />
      )}
      <PortalBlock request={request} definition={definition} />
      <DataRequestBlock request={request} />
      <MenuButton
        label={text.print}
        icon="print"
        wide
        small
        placement="left top"
        entries={printable(request).map(({ id, label, paper }) => ({
          id,
          label,
          onPick: () => onPaper(paper),
        }))}
      />
      {status === "running" && (
        <Button wide small onPress={() => onPaper("disposition")}>
          {text.disposition}
        </Button>
      )}
      <ClockMenu request={request} />
      {status !== "cancelled" && (
        <Button wide small onPress={() => setAsked({ what: "note" })}>
          {text.addNote}
        </Button>
      )}
      {undo !== null && !request.conflict && (
        <Button wide small onPress={() => setAsked({ what: "undo", step: undo.step })}>
          {text.undo(undo.step)}
        </Button>
      )}
      {status === "running" && !request.conflict && (
        <Button wide small tone="danger" onPress={() => setAsked({ what: "cancel" })}>
          {text.cancel(nounOf(request))}
        </Button>
      )}
      <BundleMenu request={request.id} />
      <PlaceBlock request={request.id} />
      {asked !== null && (
        <ReasonDialog request={request} asked={asked} onClose={() => setAsked(null)} />
      )}
    </aside>
  );
}

/** The papers that can be printed as they are: letters, the sheets, and the tanda terima. */
function printable({ letters, requester }: RequestDetail) {
  const receipt = { kind: RECEIPT, letter: null };
  const entries: { id: string; label: string; paper: RequestPaper }[] = [
    ...letters
      .filter(({ stage }) => stage !== "void")
      .map(({ id, kind, name, number, stage }) => ({
        id,
        label: lettersTabText.entry(name, number, stage),
        paper: { kind, letter: id },
      })),
    ...(requester === null ? [] : [{ id: RECEIPT, label: lettersTabText.receipt, paper: receipt }]),
    { id: "disposition", label: lettersTabText.disposition, paper: "disposition" },
    { id: "sheet", label: text.sheetPaper, paper: "sheet" },
  ];
  return entries;
}

function Closed({ request }: { request: RequestDetail }) {
  const { zone } = useSession().office;
  const { cancelled } = request;
  const last = request.visits.at(-1);
  if (cancelled !== null) {
    return (
      <div className="step-closed">
        <strong>{text.cancelled(nounOf(request))}</strong>
        <p>{text.endedBy(moment(cancelled.at, zone), cancelled.by.name)}</p>
        <p>
          <Name>{cancelled.reason}</Name>
        </p>
      </div>
    );
  }
  const outcome = stateText(request.status, request.outcome);
  return (
    <div className="step-closed">
      <strong>{text.ended(nounOf(request), outcome)}</strong>
      {last?.completed && last.by && (
        <p>{text.endedBy(moment(last.completed, zone), last.by.name)}</p>
      )}
    </div>
  );
}
