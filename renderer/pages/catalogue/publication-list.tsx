import "./catalogue.css";
import { useState } from "react";
import type { PublicationShown } from "#shared/ckan/contract.ts";
import type { RequestDetail } from "#shared/contract.ts";
import { moment, shortMoment } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { OutLink } from "../../components/out-link.tsx";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useProgress } from "../../store/use-progress.ts";
import { useQuery } from "../../store/use-query.ts";
import { datasetText as text } from "../../text/ckan.ts";
import type { ChipTone } from "../../text/request.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

/** What went to the open data portal of a request, or is about to; and the way to publish more. */
export function PublicationList({ request }: { request: RequestDetail }) {
  const list = useQuery("dataset.list", { request: request.id }).data ?? [];
  const portal = useQuery("ckan.state", {}).data?.portal ?? null;
  const [mended, setMended] = useState<PublicationShown | null>(null);
  const [publishing, setPublishing] = useState(false);
  const [withdrawn, setWithdrawn] = useState<PublicationShown | null>(null);
  const mayPublish = portal !== null && request.status !== "cancelled";
  if (list.length === 0 && !mayPublish) return null;
  return (
    <section className="card" aria-label={text.list}>
      <header className="card-head">
        <h2>{text.list}</h2>
        {mayPublish && (
          <Button small onPress={() => setPublishing(true)}>
            {text.publish}
          </Button>
        )}
      </header>
      {list.map((one) => (
        <Publication
          key={one.id}
          request={request.id}
          publication={one}
          onMend={mayPublish ? () => setMended(one) : null}
          onWithdraw={() => setWithdrawn(one)}
        />
      ))}
      {portal !== null && (publishing || mended !== null) && (
        <PublishDialog
          request={request}
          portal={portal}
          instead={mended}
          onClose={() => {
            setPublishing(false);
            setMended(null);
          }}
        />
      )}
      {withdrawn !== null && (
        <WithdrawDialog
          request={request.id}
          publication={withdrawn}
          onClose={() => setWithdrawn(null)}
        />
      )}
    </section>
  );
}

type PublicationProps = {
  request: string;
  publication: PublicationShown;
  onMend: (() => void) | null;
  onWithdraw: () => void;
};

function Publication({ request, publication, onMend, onWithdraw }: PublicationProps) {
  const { zone } = useSession().office;
  const { client, notices, queries } = useServices();
  const progress = useProgress(`ckan-${publication.id}`);
  const { title, stage, url, at, by, job, files } = publication;
  const state = stateOf(publication);
  const failure = job?.failure ?? null;
  const next = job?.next ?? null;

  async function send(): Promise<void> {
    const done = await client.call("dataset.send", { request, publication: publication.id });
    if (!done.ok) notices.fail(done.error);
    queries.invalidate(request);
  }

  return (
    <div className="publication">
      <div className="publication-head">
        <strong className="publication-title">
          <Name>{title}</Name>
        </strong>
        <Chip tone={TONES[state]}>{text.stages[state]}</Chip>
      </div>
      <p className="small muted">
        {text.by(moment(at, zone), by.name)} ·{" "}
        <Name>{files.map(({ name }) => name).join(", ")}</Name>
      </p>
      {state === "running" && (
        <progress
          aria-label={text.progress}
          {...(progress !== null && { max: progress.total, value: progress.done })}
        />
      )}
      {failure !== null && <ErrorNote>{failure.message}</ErrorNote>}
      {next !== null && <p className="small muted">{text.next(shortMoment(next, zone))}</p>}
      {state === "elsewhere" && <p className="small muted">{text.elsewhereHelp}</p>}
      <div className="publication-actions">
        {url !== "" && <OutLink url={url} />}
        {stage === "queued" && state !== "running" && (
          <Button small onPress={() => void send()}>
            {state === "elsewhere" ? text.sendHere : text.sendNow}
          </Button>
        )}
        {state === "stopped" && onMend !== null && (
          <Button small onPress={onMend}>
            {text.again}
          </Button>
        )}
        {stage === "queued" && (
          <Button small tone="quiet" onPress={onWithdraw}>
            {text.withdraw}
          </Button>
        )}
      </div>
    </div>
  );
}

type Shown = keyof typeof text.stages;

const TONES: Record<Shown, ChipTone> = {
  published: "ok",
  withdrawn: "mute",
  queued: "warn",
  running: "run",
  stopped: "late",
  elsewhere: "mute",
};

function stateOf({ stage, job }: PublicationShown): Shown {
  if (stage !== "queued") return stage;
  if (job === null) return "elsewhere";
  return job.state === "waiting" ? "queued" : job.state;
}
