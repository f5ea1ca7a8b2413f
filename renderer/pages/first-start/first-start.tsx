import "../settings/settings.css";
import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { type Office, OFFICE_DEFAULTS, type User } from "#shared/office.ts";
import { Button } from "../../components/button.tsx";
import { ErrorNote, InfoNote } from "../../components/note.tsx";
import { Form } from "../../components/form.tsx";
import { useTitle } from "../../components/page.tsx";
import { useServices } from "../../store/services.ts";
import { useSyncState } from "../../store/use-sync.ts";
import { useAction } from "../../store/use-action.ts";
import { backupText } from "../../text/backup.ts";
import { syncText } from "../../text/sync.ts";
import { firstStartText, startingLists, usersText } from "../../text/settings.ts";
import { JoinForm } from "../settings/portal-join-form.tsx";
import { RestorePanel } from "../settings/backup-restore.tsx";
import { cleaned, OfficeFields } from "../settings/office-fields.tsx";
import { NEW_USER, UserFields } from "../settings/user-fields.tsx";
import { SopChoice } from "./sop-choice.tsx";

const NEW_OFFICE: Office = {
  ...OFFICE_DEFAULTS,
  government: "",
  name: "DINAS KOMUNIKASI DAN INFORMATIKA",
  address: "",
  phone: "",
  email: "",
  website: "",
  place: "",
  zone: "WIB",
  logo: "",
  head: { post: "Kepala Dinas Komunikasi dan Informatika", name: "", rank: "", nip: "" },
  letterPattern: startingLists.pattern,
  recipients: startingLists.recipients,
  instructions: startingLists.instructions,
  sheetDots: false,
  objection: "",
};

/** An empty archive: the office's profile first, then its first user, who is at work at once. */
export function FirstStart({ app }: { app: ResultOf<"app.state"> }) {
  useTitle(firstStartText.title);
  if (app.safeMode !== null) return <Rescue message={app.safeMode.message} />;
  return (
    <main className="first-start">
      <header>
        <h1>{firstStartText.title}</h1>
        <p className="muted">{firstStartText.help}</p>
      </header>
      {app.office === null && <FromPortal />}
      {app.office === null && <FromBackup />}
      {app.office === null ? <FirstOffice /> : <FirstUser />}
    </main>
  );
}

/** The archive that is here cannot be opened: a backup is the only way on. */
function Rescue({ message }: { message: string }) {
  return (
    <main className="first-start">
      <h1>{backupText.rescue}</h1>
      <ErrorNote>{message}</ErrorNote>
      <section className="card card-body backup-form">
        <h2>{backupText.restore}</h2>
        <p className="muted">{backupText.rescueHelp}</p>
        <RestorePanel zone="WIB" first="" />
      </section>
    </main>
  );
}

/** A PC more of an office that works with Lajur already. */
function FromPortal() {
  const { data } = useSyncState();
  return (
    <details className="card sop-choice">
      <summary className="card-head">
        <h2>{syncText.firstTitle}</h2>
        <span className="muted">{syncText.firstHelp}</span>
      </summary>
      <div className="card-body">
        <JoinForm state={data} />
      </div>
    </details>
  );
}

/** The other way to begin. */
function FromBackup() {
  return (
    <details className="card sop-choice">
      <summary className="card-head">
        <h2>{backupText.restore}</h2>
        <span className="muted">{backupText.restoreFresh}</span>
      </summary>
      <div className="card-body backup-form">
        <p className="muted">{backupText.restoreHelp}</p>
        <RestorePanel zone="WIB" first="" />
      </div>
    </details>
  );
}

function FirstOffice() {
  const { queries } = useServices();
  const [office, setOffice] = useState(NEW_OFFICE);
  const save = useAction("office.save");

  async function submit(): Promise<void> {
    const saved = await save.run(cleaned(office));
    if (saved.ok) queries.invalidate(null);
  }

  return (
    <Form failure={save.failure} onSubmit={() => void submit()} className="settings-form">
      <OfficeFields office={office} onChange={setOffice} />
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={save.pending}>
          {firstStartText.save}
        </Button>
      </div>
    </Form>
  );
}

function FirstUser() {
  const services = useServices();
  const [user, setUser] = useState<User>(NEW_USER);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const save = useAction("user.save");

  async function submit(): Promise<void> {
    const saved = await save.run(user);
    if (!saved.ok) return;
    services.user.choose(saved.value.id);
    for (const id of without) {
      const retired = await services.client.call("sop.retire", {
        id,
        reason: firstStartText.notChosen,
      });
      if (!retired.ok) services.notices.fail(retired.error);
    }
    services.queries.invalidate(null);
  }

  return (
    <Form failure={save.failure} onSubmit={() => void submit()} className="settings-form">
      <InfoNote>{firstStartText.half}</InfoNote>
      <section className="card">
        <header className="card-head">
          <h2>{usersText.first}</h2>
        </header>
        <div className="card-body">
          <UserFields user={user} onChange={setUser} without={without} />
        </div>
      </section>
      <SopChoice without={without} onChange={setWithout} />
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={save.pending}>
          {firstStartText.save}
        </Button>
      </div>
    </Form>
  );
}
