import "./disposition-chain.css";
import { useEffect, useRef, useState } from "react";
import { useSearch } from "wouter";
import type { RequestDetail } from "#shared/contract.ts";
import { type ChainNode, chainsOf } from "#shared/disposition/chain.ts";
import type { DispositionDetail } from "#shared/disposition/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Name } from "../../components/name.tsx";
import { ReportDialog, type Reported } from "../../disposition/report-dialog.tsx";
import { useSession } from "../../store/session.ts";
import { dispositionText as text, dueSentence } from "../../text/disposition.ts";
import { natureText } from "../../text/request.ts";
import { DispositionDialog, type OpenDisposition } from "./disposition-dialog.tsx";

/** The dispositions of a request as a tree: who gave what to whom, and what came of it. */
export function DispositionChain({ request }: { request: RequestDetail }) {
  const [open, setOpen] = useState<OpenDisposition | null>(null);
  const [reported, setReported] = useState<Reported | null>(null);
  const running = request.status === "running";
  const chains = chainsOf(request.dispositions);
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.chain}</h2>
        {running && (
          <Button small onPress={() => setOpen({ what: "give" })}>
            {text.give}
          </Button>
        )}
      </header>
      {chains.length === 0 ? (
        <p className="letter-row muted">{text.chainNone}</p>
      ) : (
        <ul className="chain">
          {chains.map((node) => (
            <ChainItem
              key={node.disposition.id}
              node={node}
              running={running}
              onOpen={setOpen}
              onReport={(disposition, recipient) =>
                setReported({ request: request.id, disposition, recipient })
              }
            />
          ))}
        </ul>
      )}
      {open !== null && (
        <DispositionDialog request={request} open={open} onClose={() => setOpen(null)} />
      )}
      {reported !== null && <ReportDialog task={reported} onClose={() => setReported(null)} />}
    </section>
  );
}

type ItemProps = {
  node: ChainNode<DispositionDetail>;
  /** Only a running request takes reports and further dispositions. */
  running: boolean;
  onOpen: (open: OpenDisposition) => void;
  onReport: (disposition: string, recipient: string) => void;
};

function ChainItem({ node: { disposition, children }, ...props }: ItemProps) {
  const { office, today } = useSession();
  const { running, onOpen } = props;
  const { from, to, reports, due, nature, instructions, note, at, by } = disposition;
  const isOpen = running && reports.length < to.length;
  const deadline = dueSentence(due, today, isOpen);
  const asked = new URLSearchParams(useSearch()).get("disposisi") === disposition.id;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) place.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  return (
    <li className="chain-item">
      <div ref={place} className={asked ? "chain-node chain-asked" : "chain-node"}>
        <header className="chain-head">
          <strong>
            <Name>{text.from(from)}</Name>
          </strong>
          <span className="chain-actions">
            {running && (
              <Button
                small
                aria-label={text.forwardFor(from)}
                onPress={() => onOpen({ what: "forward", disposition })}
              >
                {text.forward}
              </Button>
            )}
            <Button
              small
              icon="print"
              aria-label={text.printFor(from)}
              onPress={() => onOpen({ what: "print", disposition })}
            >
              {text.print}
            </Button>
          </span>
        </header>
        <ul className="chain-recipients">
          {to.map((recipient) => (
            <Recipient key={recipient} recipient={recipient} of={disposition} {...props} />
          ))}
        </ul>
        <p>
          <Name>{[natureText[nature], ...instructions].join(" · ")}</Name>
          {deadline !== null && (
            <>
              {" · "}
              <span className={`due-${deadline.tone}`}>{deadline.words}</span>
            </>
          )}
        </p>
        {note !== "" && (
          <p className="chain-note">
            <Name>{note}</Name>
          </p>
        )}
        <small className="muted">{text.given(moment(at, office.zone), by.name)}</small>
      </div>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <ChainItem key={child.disposition.id} node={child} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}

type RecipientProps = Omit<ItemProps, "node" | "onOpen"> & {
  recipient: string;
  of: DispositionDetail;
};

function Recipient({ recipient, of, running, onReport }: RecipientProps) {
  const { zone } = useSession().office;
  const report = of.reports.find((one) => one.recipient === recipient);
  return (
    <li className="chain-recipient">
      <span>
        <span aria-hidden="true">→ </span>
        <Name>{recipient}</Name>
        {of.to.length > 1 && recipient === of.leads && (
          <span className="chain-leads">{text.leads}</span>
        )}
        {report === undefined ? (
          <span className="muted small"> · {running ? text.notDone : text.requestClosed}</span>
        ) : (
          <span className="chain-report">
            <Icon name="check" size={15} />
            <span>
              <Name>{report.text}</Name>
              <small className="muted">
                {text.reported(moment(report.at, zone), report.by.name)}
              </small>
            </span>
          </span>
        )}
      </span>
      {report === undefined && running && (
        <Button
          small
          aria-label={`${text.reportConfirm}: ${recipient}`}
          onPress={() => onReport(of.id, recipient)}
        >
          {text.report}
        </Button>
      )}
    </li>
  );
}
