import type { CkanEvent, QueuedDataset } from "./events.ts";

export type Publication = QueuedDataset & {
  at: string;
  by: string;
  stage: "queued" | "published" | "withdrawn";
  /** Its page on the portal; empty until it is there. */
  url: string;
  /** When it was published or withdrawn; null until then. */
  done: string | null;
};

export type TakenRequest = {
  portal: string;
  id: string;
  title: string;
  url: string;
  answered: {
    at: string;
    by: string;
    dataset: { name: string; url: string } | null;
    comment: string;
  } | null;
};

/** What a request has to do with the open data portal; absent where nothing. */
export type CkanState = { publications?: readonly Publication[]; datarequest?: TakenRequest };

type Recorded = CkanEvent & { at: string; by: string };

/**
 * The state after one event. One that fits nothing, because two PCs wrote without knowing each
 * other, changes nothing: what is published stays published.
 */
export function applyCkanEvent(state: CkanState, event: Recorded): CkanState {
  const { publications = [], datarequest } = state;
  const move = (id: string, change: Partial<Publication>): CkanState => ({
    publications: publications.map((one) =>
      one.id === id && one.stage !== "published" ? { ...one, ...change, done: event.at } : one,
    ),
  });
  switch (event.type) {
    case "dataset.queued": {
      const known = publications.some(({ id }) => id === event.body.id);
      const fresh: Publication = {
        ...event.body,
        at: event.at,
        by: event.by,
        stage: "queued",
        url: "",
        done: null,
      };
      return known ? {} : { publications: [...publications, fresh] };
    }
    case "dataset.published":
      return move(event.body.id, { stage: "published", url: event.body.url });
    case "dataset.withdrawn":
      return move(event.body.id, { stage: "withdrawn" });
    case "datarequest.taken":
      return datarequest === undefined ? { datarequest: { ...event.body, answered: null } } : {};
    case "datarequest.answered": {
      if (datarequest === undefined || datarequest.answered !== null) return {};
      const { dataset, comment } = event.body;
      return {
        datarequest: { ...datarequest, answered: { at: event.at, by: event.by, dataset, comment } },
      };
    }
    default:
      return event satisfies never;
  }
}
