import "./portal.css";
import { ErrorNote } from "../../components/note.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useSyncState } from "../../store/use-sync.ts";
import { type SyncState, syncText as text } from "../../text/sync.ts";
import { PortalConnection } from "./portal-connection.tsx";
import { PortalDevices } from "./portal-devices.tsx";
import { JoinForm } from "./portal-join-form.tsx";
import { PortalRefused } from "./portal-refused.tsx";
import { SyncSettingsForm } from "./portal-settings.tsx";

/** The portal that this PC shares its work through, and the PCs of the office. */
export function PortalSection() {
  const query = useSyncState();
  return (
    <section className="settings-section">
      <p className="muted">{text.help}</p>
      <QueryView query={query}>{(state) => <Portal state={state} />}</QueryView>
    </section>
  );
}

function Portal({ state }: { state: SyncState }) {
  const { office } = useSession();
  if (state.portal === null || mustRejoin(state)) return <Join state={state} />;
  return (
    <>
      <PortalConnection state={state} portal={state.portal} zone={office.zone} />
      <PortalDevices url={state.portal.url} zone={office.zone} />
      <SyncSettingsForm settings={state.settings} />
      {state.refused > 0 && <PortalRefused zone={office.zone} />}
    </>
  );
}

/** Ended at the portal, or of an archive that was copied here: only a new code helps. */
const mustRejoin = ({ connection, failure }: SyncState): boolean =>
  connection === "rejoin" || (connection === "stopped" && !isOutdated(failure?.code));

const isOutdated = (code: string | undefined): boolean =>
  code === "app_too_old" || code === "portal_too_old";

/** The first time, or again with the address that is known. */
function Join({ state }: { state: SyncState }) {
  const again = state.portal !== null;
  return (
    <section className="card">
      <header className="card-head">
        <h2>{again ? text.rejoinTitle : text.noneTitle}</h2>
      </header>
      <div className="card-body portal-form">
        {again && state.failure !== null ? (
          <ErrorNote>{state.failure.message}</ErrorNote>
        ) : (
          <p className="muted">{text.joinHelp}</p>
        )}
        <JoinForm state={state} />
      </div>
    </section>
  );
}
