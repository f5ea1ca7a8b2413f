import { useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { RequestDetail } from "#shared/contract.ts";
import type { DocumentKind } from "#shared/request/model.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { moment } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { documentText, stateText } from "../../text/request.ts";
import { requestPageText as text, type TabId } from "../../text/request-page.ts";
import { CompleteStep } from "./complete-step.tsx";
import { type Reasoned, ReasonDialog } from "./reason-dialog.tsx";

type StepPanelProps = {
  request: RequestDetail;
  definition: Definition;
  onTab: (tab: TabId) => void;
  onPaper: (kind: DocumentKind) => void;
};

const PAPERS: DocumentKind[] = ["receipt", "disposition", "refusal", "delivery"];

/** What can be done now. */
export function StepPanel({ request, definition, onTab, onPaper }: StepPanelProps) {
  const [asked, setAsked] = useState<Reasoned | null>(null);
  const { status, current, undo } = request;
  return (
    <aside className="step-panel" aria-label={text.now}>
      <h2>{text.now}</h2>
      {current === null ? (
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
      <MenuTrigger>
        <Button icon="print" wide small>
          {text.print}
        </Button>
        <Popover className="popover" placement="left top">
          <Menu className="list-box" onAction={(key) => onPaper(key as DocumentKind)}>
            {PAPERS.map((kind) => (
              <MenuItem key={kind} id={kind} className="list-item">
                {documentText[kind]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {status === "running" && (
        <Button wide small onPress={() => onPaper("disposition")}>
          {text.disposition}
        </Button>
      )}
      {status !== "cancelled" && (
        <Button wide small onPress={() => setAsked({ what: "note" })}>
          {text.addNote}
        </Button>
      )}
      {undo !== null && (
        <Button wide small onPress={() => setAsked({ what: "undo", step: undo.step })}>
          {text.undo(undo.step)}
        </Button>
      )}
      {status === "running" && (
        <Button wide small tone="danger" onPress={() => setAsked({ what: "cancel" })}>
          {text.cancel}
        </Button>
      )}
      {asked !== null && (
        <ReasonDialog request={request.id} asked={asked} onClose={() => setAsked(null)} />
      )}
    </aside>
  );
}

function Closed({ request }: { request: RequestDetail }) {
  const { zone } = useSession().office;
  const { cancelled } = request;
  const last = request.visits.at(-1);
  if (cancelled !== null) {
    return (
      <div className="step-closed">
        <strong>{text.cancelled}</strong>
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
      <strong>{text.ended(outcome)}</strong>
      {last?.completed && last.by && (
        <p>{text.endedBy(moment(last.completed, zone), last.by.name)}</p>
      )}
    </div>
  );
}
