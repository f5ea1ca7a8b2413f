import type { RequestDetail } from "#shared/contract.ts";
import { ERASED } from "#shared/privacy/words.ts";
import { moment, plainDay } from "#shared/time/format.ts";
import { periodWords } from "#shared/time/period.ts";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { Crumbs } from "../../components/page.tsx";
import { useSession } from "../../store/session.ts";
import { conflictsText } from "../../text/conflicts.ts";
import { frameText } from "../../text/frame.ts";
import { incomingText } from "../../text/incoming.ts";
import { requesterKindText, stateText, stateTone } from "../../text/request.ts";
import { requestPageText as text } from "../../text/request-page.ts";
import { ClockFacts } from "./clock-facts.tsx";
import { IdentityButton } from "./identity/identity-button.tsx";

/** Number, subject, state, and the facts one looks up first. */
export function RequestHead({ request }: { request: RequestDetail }) {
  const { office } = useSession();
  const { requester, sop, registered } = request;
  const state = stateText(request.status, request.outcome);
  return (
    <header className="request-head">
      <div className="request-crumbs">
        <Crumbs crumbs={[{ label: frameText.requests, href: "/permohonan" }]} />
        <span className="number">{request.number}</span>
        {request.portal !== null && <span>{incomingText.byPortal(request.portal.tracking)}</span>}
      </div>
      <h1>
        <Name>{request.subject}</Name>{" "}
        <Chip tone={stateTone(request.status, request.outcome)}>{state}</Chip>
        {request.conflict && <Chip tone="warn">{conflictsText.title}</Chip>}
        {request.newer && <Chip tone="warn">{text.newer}</Chip>}
      </h1>
      <dl className="request-facts">
        {requester === null ? (
          <>
            <div>
              <dt>{text.kind}</dt>
              <dd>{text.inHouse}</dd>
            </div>
            {request.period !== "" && (
              <div>
                <dt>{text.forPeriod}</dt>
                <dd>{periodWords(request.period)}</dd>
              </div>
            )}
          </>
        ) : (
          <div>
            <dt>{text.requester}</dt>
            <dd>
              <Name>{requester.name}</Name>
              {requester.name !== ERASED && ` (${requesterKindText[requester.kind]})`}
            </dd>
            <dd className="request-identity">
              <IdentityButton request={request} />
            </dd>
          </div>
        )}
        <div>
          <dt>{text.sop}</dt>
          <dd>{text.sopVersion(sop.name, sop.version)}</dd>
        </div>
        <div>
          <dt>{requester === null ? text.started : text.received}</dt>
          <dd>{plainDay(request.received)}</dd>
        </div>
        <div>
          <dt>{text.registered}</dt>
          <dd>{text.registeredBy(moment(registered.at, office.zone), registered.by.name)}</dd>
        </div>
        {request.furtherNumbers.length > 0 && (
          <div>
            <dt>{conflictsText.furtherNumbers}</dt>
            <dd>
              {request.furtherNumbers
                .map(({ number, reason }) => conflictsText.furtherNumber(number, reason))
                .join("; ")}
            </dd>
          </div>
        )}
      </dl>
      <ClockFacts request={request} />
    </header>
  );
}
