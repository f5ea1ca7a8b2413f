import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { longMoment } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { ErrorNote, InfoNote, OkNote } from "../../components/note.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { maintenanceText as text } from "../../text/maintenance.ts";
import { Problems } from "./archive-problems.tsx";
import { CheckProgress } from "./archive-progress.tsx";
import { RepairDialog } from "./archive-repair.tsx";

type Last = NonNullable<ResultOf<"archive.checkState">["last"]>;
type Repaired = ResultOf<"archive.repair">;

const count = (value: number): string => value.toLocaleString("id");

/** Checking the archive, what was found the last time, and repairing that. */
export function ArchiveCheck() {
  const state = useQuery("archive.checkState", {});
  const check = useAction("archive.check");
  const repair = useAction("archive.repair");
  const cancel = useAction("archive.cancelCheck");
  const [asking, setAsking] = useState(false);
  const [repaired, setRepaired] = useState<Repaired | null>(null);
  const busy = check.pending || repair.pending || (state.data?.running ?? false);
  const failure = check.failure ?? repair.failure;

  async function runCheck(): Promise<void> {
    setRepaired(null);
    repair.reset();
    await check.run({});
    state.reload();
  }
  async function runRepair(): Promise<void> {
    setAsking(false);
    setRepaired(null);
    check.reset();
    const result = await repair.run({});
    if (result.ok) setRepaired(result.value);
    state.reload();
  }

  return (
    <section className="card card-body">
      <h2>{text.title}</h2>
      <p className="muted">{text.help}</p>
      <QueryView query={state}>
        {({ last }) => (
          <>
            {!busy && repaired !== null && <RepairNote repaired={repaired} />}
            {!busy && <LastCheck last={last} />}
            <div className="archive-actions">
              <Button
                tone={last?.sound === false ? "plain" : "primary"}
                pending={busy}
                onPress={() => void runCheck()}
              >
                {text.check}
              </Button>
              {!busy && last !== null && !last.sound && (
                <Button tone="primary" onPress={() => setAsking(true)}>
                  {text.repair}
                </Button>
              )}
            </div>
            {busy && (
              <CheckProgress>
                <div>
                  <Button small pending={cancel.pending} onPress={() => void cancel.run({})}>
                    {text.cancel}
                  </Button>
                </div>
              </CheckProgress>
            )}
            {!busy && failure !== null && failure.code === "archive_check_cancelled" && (
              <InfoNote>{failure.message}</InfoNote>
            )}
            {!busy && failure !== null && failure.code !== "archive_check_cancelled" && (
              <ErrorNote>{failure.message}</ErrorNote>
            )}
            {!busy && last !== null && !last.sound && <Problems checked={last} />}
            {asking && last !== null && (
              <RepairDialog
                checked={last}
                onClose={() => setAsking(false)}
                onRepair={() => void runRepair()}
              />
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}

function LastCheck({ last }: { last: Last | null }) {
  const { office } = useSession();
  if (last === null) return <InfoNote>{text.never}</InfoNote>;
  const when = longMoment(last.at, office.zone);
  const counts = text.counts(count(last.events), count(last.requests), count(last.files));
  if (!last.sound)
    return <ErrorNote title={text.lastUnsound(when, last.found)}>{counts}</ErrorNote>;
  return (
    <OkNote title={text.lastSound(when)}>
      {counts}
      {last.orphans > 0 && <p>{text.orphans(count(last.orphans))}</p>}
    </OkNote>
  );
}

function RepairNote({ repaired: { done, kept, after } }: { repaired: Repaired }) {
  const title = after.sound ? text.repaired : text.repairedPartly(after.found);
  const body = (
    <>
      {done.length === 0 && after.sound && <p>{text.nothingToRepair}</p>}
      <ul className="archive-done">
        {done.map((one) => (
          <li key={one}>{one}</li>
        ))}
        {kept.map((folder) => (
          <li key={folder}>
            {text.keptIn} <bdi>{folder}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
  return after.sound ? (
    <OkNote title={title}>{body}</OkNote>
  ) : (
    <InfoNote title={title}>{body}</InfoNote>
  );
}
