import type { RequestDetail } from "#shared/contract.ts";
import type { Identity } from "#shared/privacy/contract.ts";
import type { Requester } from "#shared/request/model.ts";
import { moment } from "#shared/time/format.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Name } from "../../../components/name.tsx";
import { InfoNote } from "../../../components/note.tsx";
import { QueryView } from "../../../components/query-view.tsx";
import { useSession } from "../../../store/session.ts";
import { useQuery } from "../../../store/use-query.ts";
import { correctionLines, identityText as text } from "../../../text/privacy.ts";
import { requesterKindText } from "../../../text/request.ts";

export type IdentityAsked = "correct" | "erase" | "accesses" | "report";

type IdentityDialogProps = {
  request: RequestDetail;
  onAsk: (asked: IdentityAsked) => void;
  onClose: () => void;
};

/** The requester's identity with its corrections, and what may be done about it. */
export function IdentityDialog({ request, onAsk, onClose }: IdentityDialogProps) {
  const identity = useQuery("identity.get", { request: request.id });
  const there = identity.data !== undefined && identity.data.requester !== null;
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      footer={
        there && (
          <>
            <Button tone="danger" onPress={() => onAsk("erase")}>
              {text.erase}
            </Button>
            <span className="identity-gap" />
            <Button tone="primary" onPress={() => onAsk("correct")}>
              {text.correct}
            </Button>
          </>
        )
      }
    >
      <QueryView query={identity}>{(found) => <Facts identity={found} />}</QueryView>
      <div className="identity-actions">
        <Button small onPress={() => onAsk("accesses")}>
          {text.accesses}
        </Button>
        {there && (
          <Button small icon="print" onPress={() => onAsk("report")}>
            {text.report}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Facts({ identity: { requester, erased, corrections } }: { identity: Identity }) {
  const { zone } = useSession().office;
  return (
    <div className="identity">
      {erased !== null && (
        <InfoNote title={text.erasedTitle}>
          {text.erasedBy(moment(erased.at, zone), erased.by.name, erased.reason)}
        </InfoNote>
      )}
      {requester !== null && (
        <dl className="identity-facts">
          {shownFields(requester).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Name>{value}</Name>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {corrections.length > 0 && (
        <section>
          <h3>{text.corrections}</h3>
          <ul className="identity-corrections">
            {corrections.toReversed().map((one) => (
              <li key={one.at}>
                <strong>{text.correctedBy(moment(one.at, zone), one.by.name)}</strong>
                {correctionLines(one.before, one.after).map((line) => (
                  <span key={line}>
                    <Name>{line}</Name>
                  </span>
                ))}
                <span className="muted">
                  <Name>{text.reasonOf(one.reason)}</Name>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function shownFields(requester: Requester): [string, string][] {
  const { fields, empty } = text;
  const keys = Object.keys(fields) as (keyof typeof fields)[];
  return keys.map((key) => {
    const value = key === "kind" ? requesterKindText[requester.kind] : requester[key];
    return [fields[key], value.trim() === "" ? empty : value];
  });
}
