import "./retention.css";
import type { RequestDetail } from "#shared/contract.ts";
import { plainDay } from "#shared/time/format.ts";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { InfoNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { useQuery } from "../../store/use-query.ts";
import { frameText } from "../../text/frame.ts";
import { stateText } from "../../text/request.ts";
import { destroyedText as text } from "../../text/retention.ts";

/** What is left of a request that was destroyed: the record that it was there. */
export function DestroyedRequest({ request }: { request: RequestDetail }) {
  const { data: detail } = useQuery("retention.get", { request: request.id });
  const { number, sop, destroyed, letters } = request;
  const numbered = letters.filter((letter) => letter.number !== null);
  const facts: [string, string][] = [
    [text.sop, sop.name],
    [text.received, plainDay(request.received)],
    ...(detail?.closed ? ([[text.closed, plainDay(detail.closed)]] as [string, string][]) : []),
    [text.outcome, stateText(request.status, request.outcome)],
    ...(detail?.own.code ? ([[text.classification, detail.own.code]] as [string, string][]) : []),
    [text.record, `${destroyed?.record ?? ""}, ${plainDay(destroyed?.day ?? "")}`],
    ...(detail?.destroyed ? ([[text.by, detail.destroyed.by.name]] as [string, string][]) : []),
    ...(numbered.length > 0
      ? ([[text.letters, numbered.map((one) => one.number).join(", ")]] as [string, string][])
      : []),
  ];
  return (
    <Page
      title={text.title(number)}
      crumbs={[{ label: frameText.requests, href: "/permohonan" }]}
      badge={<Chip tone="mute">{text.badge}</Chip>}
    >
      <InfoNote title={text.note}>
        <p>{text.help(destroyed?.record ?? "", destroyed?.day ?? "")}</p>
      </InfoNote>
      <dl className="card destroyed-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Name>{value}</Name>
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
