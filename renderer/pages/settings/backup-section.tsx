import "./backup.css";
import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { backupText as text } from "../../text/backup.ts";
import { AddDestination } from "./backup-add.tsx";
import { DestinationCard } from "./backup-destination.tsx";
import { RestorePanel } from "./backup-restore.tsx";

/** Where backups go and how they stand; and the way back from one. */
export function BackupSection() {
  const query = useQuery("backup.state", {});
  const { office } = useSession();
  const [adding, setAdding] = useState(false);
  return (
    <section className="settings-section">
      <p className="muted">{text.help}</p>
      <QueryView query={query}>
        {(state) => (
          <>
            <Destinations state={state} onAdd={() => setAdding(true)} />
            {state.destinations.length > 0 && (
              <div>
                <Button icon="plus" onPress={() => setAdding(true)}>
                  {text.add} …
                </Button>
              </div>
            )}
          </>
        )}
      </QueryView>
      <section className="card card-body backup-form">
        <h2>{text.restore}</h2>
        <p className="muted">{text.restoreHelp}</p>
        <RestorePanel
          zone={office.zone}
          first={query.data?.destinations.find(({ reach }) => reach === "ok")?.folder ?? ""}
        />
      </section>
      {adding && <AddDestination onClose={() => setAdding(false)} />}
    </section>
  );
}

function Destinations({ state, onAdd }: { state: ResultOf<"backup.state">; onAdd: () => void }) {
  const { office } = useSession();
  if (state.destinations.length === 0) {
    return (
      <section className="card">
        <EmptyState
          title={text.none}
          action={
            <Button tone="primary" icon="plus" onPress={onAdd}>
              {text.add} …
            </Button>
          }
        >
          {text.noneHelp}
        </EmptyState>
      </section>
    );
  }
  return state.destinations.map((destination) => (
    <DestinationCard
      key={destination.id}
      destination={destination}
      running={state.running}
      zone={office.zone}
    />
  ));
}
