import "./sync-facts.css";
import { Link } from "wouter";
import { longMoment } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { useServices } from "../store/services.ts";
import { useAction } from "../store/use-action.ts";
import { useNow } from "../store/use-now.ts";
import {
  agoText,
  aheadText,
  type SyncState,
  syncText as text,
  syncWords,
  waitingWords,
} from "../text/sync.ts";
import { Button } from "./button.tsx";
import { Chip } from "./chip.tsx";
import { Name } from "./name.tsx";
import { ErrorNote, InfoNote } from "./note.tsx";
import { SyncProgress } from "./sync-progress.tsx";

type SyncFactsProps = {
  state: SyncState;
  zone: Zone;
  /** Called when a link leads away from here; with it, a link to Pengaturan is shown too. */
  onLeave?: () => void;
};

/** What waits, what goes over the line, what failed, and the button that syncs now. */
export function SyncFacts({ state, zone, onLeave }: SyncFactsProps) {
  const { connection, waiting, missing, transfer, lastSuccess, failure, nextTry } = state;
  const { queries } = useServices();
  const sync = useAction("sync.now");
  const now = useNow();
  const { tone, words } = syncWords(state);
  const waits = waitingWords(waiting);
  const mayTry = connection === "idle" || connection === "offline" || connection === "syncing";
  const atWork = sync.pending || connection === "syncing";

  async function run(): Promise<void> {
    await sync.run({});
    queries.invalidate(null);
  }

  return (
    <div className="sync-facts">
      <p className="sync-state" role="status">
        <Chip tone={tone}>{words}</Chip>
        {state.portal !== null && onLeave !== undefined && <Name>{state.portal.office}</Name>}
      </p>
      {transfer !== null && <SyncProgress transfer={transfer} />}
      <dl className="facts-list">
        <dt>{text.waiting}</dt>
        <dd>{waits === "" ? text.nothingWaits : waits}</dd>
        {missing.files > 0 && (
          <>
            <dt>{text.missing}</dt>
            <dd>{text.missingFiles(missing)}</dd>
          </>
        )}
        <dt>{text.lastSuccess}</dt>
        <dd>
          {lastSuccess === null ? (
            text.never
          ) : (
            <span title={longMoment(lastSuccess, zone)}>{agoText(lastSuccess, now)}</span>
          )}
        </dd>
        {nextTry !== null && failure !== null && !atWork && (
          <>
            <dt>{text.nextTry}</dt>
            <dd>{aheadText(nextTry, now)}</dd>
          </>
        )}
      </dl>
      {failure !== null && !atWork && <ErrorNote>{failure.message}</ErrorNote>}
      {sync.failure !== null && failure === null && <ErrorNote>{sync.failure.message}</ErrorNote>}
      {state.settings.metered && (waiting.files > 0 || missing.files > 0) && (
        <InfoNote>{text.meteredNote}</InfoNote>
      )}
      {state.refused > 0 && (
        <p className="sync-line">
          {text.refused(state.refused)}.{" "}
          <Link href="/pengaturan/portal" {...(onLeave && { onClick: onLeave })}>
            {text.refusedGo}
          </Link>
        </p>
      )}
      {state.conflicts > 0 && (
        <p className="sync-line">
          {text.conflicts(state.conflicts)}.{" "}
          <Link href="/perlu-keputusan" {...(onLeave && { onClick: onLeave })}>
            {text.conflictsGo}
          </Link>
        </p>
      )}
      <div className="sync-line">
        {mayTry && (
          <Button tone="primary" small pending={atWork} onPress={() => void run()}>
            {text.now}
          </Button>
        )}
        {onLeave !== undefined && (
          <Link href="/pengaturan/portal" onClick={onLeave}>
            {text.toSettings}
          </Link>
        )}
      </div>
    </div>
  );
}
