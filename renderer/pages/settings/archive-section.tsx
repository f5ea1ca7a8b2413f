import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { ErrorNote, OkNote } from "../../components/note.tsx";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { settingsText } from "../../text/settings.ts";

export function ArchiveSection() {
  const { app } = useSession();
  const check = useAction("archive.check");
  const rebuild = useAction("archive.rebuild");
  const [found, setFound] = useState<ResultOf<"archive.check"> | null>(null);
  const [rebuilt, setRebuilt] = useState<number | null>(null);

  async function runCheck(): Promise<void> {
    setFound(null);
    const result = await check.run({});
    if (result.ok) setFound(result.value);
  }
  async function runRebuild(): Promise<void> {
    setRebuilt(null);
    const result = await rebuild.run({});
    if (result.ok) setRebuilt(result.value.events);
  }

  return (
    <section className="settings-section">
      <section className="card card-body">
        <h2>{settingsText.archivePlace}</h2>
        <p>
          <bdi>{app.archive}</bdi>
        </p>
      </section>
      <section className="card card-body">
        <h2>{settingsText.check}</h2>
        <p className="muted">{settingsText.checkHelp}</p>
        <div>
          <Button pending={check.pending} onPress={() => void runCheck()}>
            {settingsText.check}
          </Button>
        </div>
        {check.pending && <p role="status">{settingsText.checking}</p>}
        {check.failure !== null && <ErrorNote>{check.failure.message}</ErrorNote>}
        {found !== null && <Found found={found} />}
      </section>
      <section className="card card-body">
        <h2>{settingsText.rebuild}</h2>
        <p className="muted">{settingsText.rebuildHelp}</p>
        <div>
          <Button pending={rebuild.pending} onPress={() => void runRebuild()}>
            {settingsText.rebuild}
          </Button>
        </div>
        {rebuild.failure !== null && <ErrorNote>{rebuild.failure.message}</ErrorNote>}
        {rebuilt !== null && <OkNote>{settingsText.rebuilt(rebuilt)}</OkNote>}
      </section>
    </section>
  );
}

function Found({ found }: { found: ResultOf<"archive.check"> }) {
  if (found.sound) {
    return <OkNote>{settingsText.sound(found.events, found.requests, found.files)}</OkNote>;
  }
  return (
    <ErrorNote title={settingsText.unsound(found.problems.length)}>
      <ul className="settings-problems">
        {found.problems.map((problem) => (
          <li key={`${problem.code} ${problem.message} ${problem.request}`}>{problem.message}</li>
        ))}
      </ul>
    </ErrorNote>
  );
}
