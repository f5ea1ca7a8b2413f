import "./archive-section.css";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { ErrorNote, OkNote } from "../../components/note.tsx";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { maintenanceText as text } from "../../text/maintenance.ts";
import { settingsText } from "../../text/settings.ts";
import { ArchiveCheck } from "./archive-check.tsx";
import { JobBar } from "./archive-progress.tsx";

export function ArchiveSection() {
  const { app } = useSession();
  return (
    <section className="settings-section">
      <section className="card card-body">
        <h2>{settingsText.archivePlace}</h2>
        <p>
          <bdi>{app.archive}</bdi>
        </p>
      </section>
      <ArchiveCheck />
      <Rebuild />
    </section>
  );
}

function Rebuild() {
  const rebuild = useAction("archive.rebuild");
  const [rebuilt, setRebuilt] = useState<number | null>(null);

  async function run(): Promise<void> {
    setRebuilt(null);
    const result = await rebuild.run({});
    if (result.ok) setRebuilt(result.value.events);
  }

  return (
    <section className="card card-body">
      <h2>{text.rebuild}</h2>
      <p className="muted">{text.rebuildHelp}</p>
      <div>
        <Button pending={rebuild.pending} onPress={() => void run()}>
          {text.rebuild}
        </Button>
      </div>
      {rebuild.pending && <JobBar words={text.rebuilding} />}
      {rebuild.failure !== null && <ErrorNote>{rebuild.failure.message}</ErrorNote>}
      {rebuilt !== null && <OkNote>{text.rebuilt(rebuilt.toLocaleString("id"))}</OkNote>}
    </section>
  );
}
