import "../catalogue/catalogue.css";
import type { CkanStateShown } from "#shared/ckan/contract.ts";
import { Button } from "../../components/button.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useServices } from "../../store/services.ts";
import { useQuery } from "../../store/use-query.ts";
import { ckanText as text } from "../../text/ckan.ts";
import { CatalogueReading } from "../catalogue/catalogue-reading.tsx";
import { CkanForm } from "./ckan-form.tsx";
import { CkanQueue } from "./ckan-queue.tsx";

/** The open data portal of this PC: its address, its catalogue, and what waits to go there. */
export function CkanSection() {
  const query = useQuery("ckan.state", {});
  return (
    <section className="settings-section">
      <p className="muted">{text.help}</p>
      <QueryView query={query}>{(state) => <Sections state={state} />}</QueryView>
    </section>
  );
}

function Sections({ state }: { state: CkanStateShown }) {
  const { client, notices, questions, queries } = useServices();
  const { portal, catalogue, jobs } = state;

  async function forget(): Promise<void> {
    if (!(await questions.ask(text.forgetQuestion))) return;
    const done = await client.call("ckan.forget", { confirmed: true });
    queries.invalidate(null);
    if (done.ok) notices.tell(text.forgotten);
    else notices.fail(done.error);
  }

  return (
    <>
      <section className="card" aria-label={text.title}>
        <header className="card-head">
          <h2>{text.title}</h2>
          {portal !== null && (
            <Button small tone="quiet" onPress={() => void forget()}>
              {text.forget}
            </Button>
          )}
        </header>
        <div className="card-body">
          {portal === null && <p className="muted">{text.noneHelp}</p>}
          <CkanForm key={portal?.url ?? ""} portal={portal} />
        </div>
      </section>
      {portal !== null && (
        <>
          <section className="card" aria-label={text.catalogue}>
            <header className="card-head">
              <h2>{text.catalogue}</h2>
            </header>
            <div className="card-body catalogue-form">
              <p>{text.datasets(catalogue.datasets)}</p>
              <CatalogueReading catalogue={catalogue} />
            </div>
          </section>
          <CkanQueue jobs={jobs} />
        </>
      )}
    </>
  );
}
