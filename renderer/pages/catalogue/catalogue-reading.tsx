import type { CkanStateShown } from "#shared/ckan/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useProgress } from "../../store/use-progress.ts";
import { ckanText as text } from "../../text/ckan.ts";

/** Name under which the core tells how far the reading is. */
const READING = "ckan-catalogue";

/** When the catalogue was read last, how far it is now, and the button that reads it. */
export function CatalogueReading({ catalogue }: { catalogue: CkanStateShown["catalogue"] }) {
  const { zone } = useSession().office;
  const { client, notices, queries } = useServices();
  const refresh = useAction("ckan.refresh");
  const progress = useProgress(READING);
  const running = catalogue.running !== null || refresh.pending;

  async function read(): Promise<void> {
    const done = await refresh.run({});
    queries.invalidate(null);
    if (done.ok) notices.tell(text.refreshed(done.value.catalogue.datasets));
    else if (done.error.code !== "ckan_stopped") notices.fail(done.error);
  }

  if (running) {
    const { done, total } = progress ?? catalogue.running ?? { done: 0, total: 0 };
    return (
      <div className="catalogue-read">
        <progress
          aria-label={text.reading}
          max={Math.max(1, total)}
          {...(total > 0 && { value: done })}
        />
        <span className="small muted" role="status">
          {text.read(done, progress === null ? total : total - 1)}
        </span>
        <Button small onPress={() => void client.call("ckan.stop", {})}>
          {text.stop}
        </Button>
      </div>
    );
  }
  return (
    <div className="catalogue-read">
      <span className="small muted">
        {catalogue.updated === null
          ? catalogue.datasets > 0
            ? text.partial
            : text.never
          : text.updated(moment(catalogue.updated, zone))}
      </span>
      {catalogue.failure !== null && <span className="small">{catalogue.failure.message}</span>}
      <Button small onPress={() => void read()}>
        {text.refresh}
      </Button>
    </div>
  );
}
