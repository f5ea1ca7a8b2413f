import "./catalogue.css";
import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { datasetText as text } from "../../text/ckan.ts";
import { DatasetDialog } from "./dataset-dialog.tsx";

/** What the portal may have already of what was asked for: chosen, written down, and decided by. */
export function CatalogueMatches({ request }: { request: RequestDetail }) {
  const { queries, notices } = useServices();
  const found = useQuery("catalogue.matches", { request: request.id }).data;
  const use = useAction("catalogue.use");
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const [opened, setOpened] = useState<string | null>(null);
  if (found === undefined || found.items.length === 0) return null;

  const items = found.items.flatMap(({ no }) => {
    const dataset = chosen.get(no);
    return dataset === undefined ? [] : [{ no, dataset }];
  });
  const there = new Set([
    ...items.map(({ no }) => no),
    ...request.items.filter((one) => one.availability === "available").map(({ no }) => no),
  ]);
  const all = request.items.every(({ no }) => there.has(no));

  function choose(no: number, dataset: string): void {
    const next = new Map(chosen);
    if (next.get(no) === dataset) next.delete(no);
    else next.set(no, dataset);
    setChosen(next);
  }
  async function record(complete: boolean): Promise<void> {
    const done = await use.run({ request: request.id, items, complete });
    if (!done.ok) return;
    const { completed } = done.value;
    setChosen(new Map());
    queries.invalidate(request.id);
    notices.tell(
      completed === null
        ? text.recorded(items.length)
        : text.completed(completed.step, completed.branch),
    );
  }

  return (
    <section className="card" aria-label={text.there}>
      <header className="card-head">
        <h2>{text.there}</h2>
      </header>
      <div className="card-body">
        <p className="muted small">{text.thereHelp}</p>
        {found.items.map(({ no, name, datasets }) => (
          <div key={no} className="matches-row">
            <div>
              <span className="small muted">{text.row(no)}</span>
              <p>
                <Name>{name}</Name>
              </p>
            </div>
            <ul className="matches-found">
              {datasets.map((hit) => (
                <li key={hit.id}>
                  <span>
                    <button
                      type="button"
                      className="matches-open"
                      onClick={() => setOpened(hit.id)}
                    >
                      <Name>{hit.title}</Name>
                    </button>
                    <span className="small muted">
                      {" "}
                      <Name>
                        {[hit.organization, hit.formats.join(", ")].filter(Boolean).join(" · ")}
                      </Name>
                    </span>
                  </span>
                  <Button
                    small
                    tone={chosen.get(no) === hit.id ? "primary" : "plain"}
                    aria-pressed={chosen.get(no) === hit.id}
                    {...(chosen.get(no) === hit.id && { icon: "check" as const })}
                    onPress={() => choose(no, hit.id)}
                  >
                    {chosen.get(no) === hit.id ? text.chosen : text.choose}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {use.failure !== null && <ErrorNote>{use.failure.message}</ErrorNote>}
        <div className="form-actions">
          {found.branch !== null && (
            <Button
              tone="primary"
              pending={use.pending}
              isDisabled={items.length === 0 || !all}
              onPress={() => void record(true)}
            >
              {text.recordAndComplete(found.branch)}
            </Button>
          )}
          <Button
            pending={use.pending}
            isDisabled={items.length === 0}
            onPress={() => void record(false)}
          >
            {text.record(items.length)}
          </Button>
          {found.branch !== null && !all && <span className="small muted">{text.leftHelp}</span>}
        </div>
      </div>
      {opened !== null && <DatasetDialog id={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}
