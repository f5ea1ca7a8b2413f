import { Link } from "wouter";
import type { CkanJob } from "#shared/ckan/contract.ts";
import { shortMoment } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { ckanText as text } from "../../text/ckan.ts";

/** What this PC still has to do on the portal. */
export function CkanQueue({ jobs }: { jobs: readonly CkanJob[] }) {
  const { zone } = useSession().office;
  const { client, notices, queries } = useServices();

  async function run(method: "ckan.retry" | "ckan.drop", job: string): Promise<void> {
    const done = await client.call(method, { job });
    if (!done.ok) notices.fail(done.error);
    queries.invalidate(null);
  }

  return (
    <section className="card" aria-label={text.queue}>
      <header className="card-head">
        <h2>{text.queue}</h2>
      </header>
      {jobs.length === 0 ? (
        <p className="card-body muted">{text.queueEmpty}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{text.what}</th>
              <th>{text.request}</th>
              <th>{text.state}</th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.id}>
                <td>
                  {text.kinds[job.kind]}: <Name>{job.title}</Name>
                </td>
                <td className="number">
                  <Link href={`/permohonan/${job.request.id}?tab=files`}>{job.request.number}</Link>
                </td>
                <td>
                  {stateWords(job, zone)}
                  {job.failure !== null && <p className="small">{job.failure.message}</p>}
                </td>
                <td className="settings-actions">
                  {job.state !== "running" && (
                    <Button small onPress={() => void run("ckan.retry", job.id)}>
                      {text.retry}
                    </Button>
                  )}
                  {job.kind !== "publish" && job.state === "stopped" && (
                    <Button small tone="quiet" onPress={() => void run("ckan.drop", job.id)}>
                      {text.drop}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function stateWords({ state, next }: CkanJob, zone: Zone): string {
  if (state === "running") return text.running;
  if (state === "stopped") return text.stopped;
  return next === null ? text.waiting : text.next(shortMoment(next, zone));
}
