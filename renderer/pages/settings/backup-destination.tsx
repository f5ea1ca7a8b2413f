import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { longMoment } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { ErrorNote, InfoNote } from "../../components/note.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { backupText as text } from "../../text/backup.ts";
import { sizeText } from "../../text/common.ts";
import { BackupProgress } from "./backup-progress.tsx";
import { PassphraseDialog } from "./backup-passphrase.tsx";

type Destination = ResultOf<"backup.state">["destinations"][number];

type CardProps = {
  destination: Destination;
  /** Destination at which a backup is being made; null while none is. */
  running: string | null;
  zone: Zone;
};

/** One place that backups go to: how it stands, and what can be done with it. */
export function DestinationCard({ destination, running, zone }: CardProps) {
  const { id, folder, reach, encrypted, failure, lastTried, free } = destination;
  const { queries, notices, questions, client } = useServices();
  const run = useAction("backup.run");
  const heal = useAction("backup.heal");
  const [locking, setLocking] = useState(false);
  const atWork = run.pending || heal.pending || running === id;
  const newest = destination.points.find(({ problem }) => problem === null)?.manifest;
  const damaged = newest?.damaged ?? 0;

  async function backUp(): Promise<void> {
    const done = await run.run({ destination: id });
    queries.invalidate(null);
    const [made] = done.ok ? done.value.runs : [];
    if (made !== undefined) notices.tell(text.done(made));
  }
  async function mend(): Promise<void> {
    const done = await heal.run({ destination: id });
    if (done.ok) notices.tell(text.healed(done.value.healed, done.value.left));
  }
  async function remove(): Promise<void> {
    if (!(await questions.ask(text.removeQuestion(folder)))) return;
    const done = await client.call("backup.remove", { id });
    if (!done.ok) notices.fail(done.error);
    queries.invalidate(null);
  }

  return (
    <section className="card" aria-label={folder}>
      <header className="card-head">
        <h2 className="backup-folder">
          <bdi>{folder}</bdi>
        </h2>
        <span className="backup-line">
          <Chip tone={reach === "ok" ? "ok" : "warn"}>{text.reach[reach]}</Chip>
          <Chip tone="mute">{encrypted ? text.lock.on : text.lock.off}</Chip>
        </span>
      </header>
      <div className="card-body backup-form">
        <dl className="backup-facts">
          <dt>{text.lastGood}</dt>
          <dd>
            {destination.lastGood === null ? text.never : longMoment(destination.lastGood, zone)}
          </dd>
          {reach !== "absent" && reach !== "slow" && (
            <>
              <dt>{text.kept}</dt>
              <dd>{text.keptPoints(destination.points.length, bytesOf(newest ?? null))}</dd>
            </>
          )}
          {free !== null && (
            <>
              <dt>{text.room}</dt>
              <dd>{sizeText(free)}</dd>
            </>
          )}
        </dl>
        {destination.sameDisk && reach !== "absent" && <InfoNote>{text.sameDisk}</InfoNote>}
        {reach === "absent" && <InfoNote>{text.absentHelp}</InfoNote>}
        {/* The same failure of a press just now and of the last try is told once. */}
        {run.failure !== null ? (
          <ErrorNote>{run.failure.message}</ErrorNote>
        ) : (
          failure !== null &&
          !atWork && (
            <ErrorNote title={lastTried === null ? undefined : text.failed(lastTried, zone)}>
              {failure.message}
            </ErrorNote>
          )
        )}
        {heal.failure !== null && <ErrorNote>{heal.failure.message}</ErrorNote>}
        {damaged > 0 && <ErrorNote>{text.damaged(damaged)}</ErrorNote>}
        {atWork && <BackupProgress />}
        <div className="backup-line">
          <Button
            tone="primary"
            pending={atWork}
            isDisabled={reach === "absent" || reach === "slow"}
            onPress={() => void backUp()}
          >
            {text.run}
          </Button>
          <Button onPress={() => setLocking(true)}>{text.change}</Button>
          {destination.points.length > 0 && (
            <Button pending={heal.pending} onPress={() => void mend()}>
              {text.heal}
            </Button>
          )}
          <Button tone="quiet" onPress={() => void remove()}>
            {text.remove}
          </Button>
        </div>
      </div>
      {locking && <PassphraseDialog destination={destination} onClose={() => setLocking(false)} />}
    </section>
  );
}

const bytesOf = (manifest: NonNullable<Destination["points"][number]["manifest"]> | null): number =>
  manifest === null ? 0 : manifest.database.size + manifest.files.size;
