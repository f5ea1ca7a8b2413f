import "./privacy.css";
import { useState } from "react";
import { type Access, ACCESSES } from "#shared/privacy/contract.ts";
import { ACCESS_WORDS } from "#shared/privacy/words.ts";
import { downloadPath } from "#shared/window.ts";
import { Button } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { Select } from "../../components/select.tsx";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { privacyText as text } from "../../text/privacy.ts";
import { AccessTable } from "./access-table.tsx";
import { ErasureList } from "./erasure-list.tsx";

/** Value of a choice that filters nothing. */
const ALL = "-";
/** The command line acts under this id. */
const CONSOLE = "konsol";

const NO_FILTER = { from: "", to: "", user: ALL, what: ALL as Access | typeof ALL };

/** Who saw which identity, and which ones were erased. */
export function PrivacySection() {
  const { app } = useSession();
  const { host, notices } = useServices();
  const [chosen, setChosen] = useState(NO_FILTER);
  const exportLog = useAction("identity.export");
  const set = (change: Partial<typeof chosen>): void => setChosen({ ...chosen, ...change });
  const filter = {
    from: chosen.from,
    to: chosen.to,
    ...(chosen.user !== ALL && { user: chosen.user }),
    ...(chosen.what !== ALL && { what: chosen.what }),
  };
  const first = useQuery("identity.accesses", { ...filter, limit: 1 }, { keep: true });
  const narrowed = JSON.stringify(chosen) !== JSON.stringify(NO_FILTER);

  async function runExport(): Promise<void> {
    const made = await exportLog.run(filter);
    if (!made.ok) {
      notices.fail(made.error);
      return;
    }
    const { download, name, rows } = made.value;
    if (download !== null) host.download(downloadPath(download), name);
    notices.tell(text.exported(rows));
  }

  return (
    <section className="settings-section">
      <section className="card">
        <header className="card-head">
          <h2>{text.log}</h2>
          <Button
            small
            icon="download"
            pending={exportLog.pending}
            isDisabled={first.data?.total === 0}
            onPress={() => void runExport()}
          >
            {text.exportLog}
          </Button>
        </header>
        <div className="card-body privacy-log">
          <p className="muted">{text.logHelp}</p>
          <div className="privacy-filter">
            <DateField label={text.from} value={chosen.from} onChange={(from) => set({ from })} />
            <DateField label={text.to} value={chosen.to} onChange={(to) => set({ to })} />
            <Select
              label={text.user}
              value={chosen.user}
              onChange={(user) => set({ user })}
              options={[
                { value: ALL, label: text.anybody },
                ...app.users.map(({ id, name }) => ({ value: id, label: name })),
                { value: CONSOLE, label: text.console },
              ]}
            />
            <Select
              label={text.what}
              value={chosen.what}
              onChange={(what) => set({ what })}
              options={[
                { value: ALL, label: text.anything } as const,
                ...ACCESSES.map((value) => ({ value, label: ACCESS_WORDS[value] })),
              ]}
            />
          </div>
          <QueryView query={first}>
            {({ total }) =>
              total > 0 ? (
                <>
                  <AccessTable key={JSON.stringify(filter)} filter={filter} total={total} />
                  <p className="muted small" role="status">
                    {text.count(total)}
                  </p>
                </>
              ) : narrowed ? (
                <EmptyState
                  title={text.notFound}
                  action={<Button onPress={() => setChosen(NO_FILTER)}>{text.clear}</Button>}
                >
                  {text.notFoundHelp}
                </EmptyState>
              ) : (
                <EmptyState title={text.none}>{text.noneHelp}</EmptyState>
              )
            }
          </QueryView>
        </div>
      </section>
      <ErasureList />
    </section>
  );
}
