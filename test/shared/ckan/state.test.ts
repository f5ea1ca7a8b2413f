import { describe, expect, it } from "vitest";
import type { CkanEvent } from "#shared/ckan/events.ts";
import { applyCkanEvent, type CkanState } from "#shared/ckan/state.ts";

const AT = "2026-11-20T02:00:00.000Z";
const queued: CkanEvent = {
  type: "dataset.queued",
  body: {
    id: "p1",
    portal: "https://data.contohkab.go.id",
    step: 6,
    title: "Produksi Padi",
    name: "produksi-padi",
    organization: "dinas-pertanian",
    license: "",
    notes: "",
    tags: [],
    files: [],
  },
};
const published: CkanEvent = { type: "dataset.published", body: { id: "p1", url: "https://x" } };
const withdrawn: CkanEvent = { type: "dataset.withdrawn", body: { id: "p1", reason: "Salah" } };
const taken: CkanEvent = {
  type: "datarequest.taken",
  body: { portal: "https://x", id: "d1", title: "Cabai", url: "https://x/datarequest/d1" },
};
const answered = (comment: string): CkanEvent => ({
  type: "datarequest.answered",
  body: { id: "d1", dataset: null, comment },
});

function stateOf(...events: CkanEvent[]): CkanState {
  const state: CkanState = {};
  for (const event of events) {
    Object.assign(state, applyCkanEvent(state, { ...event, at: AT, by: "u1" }));
  }
  return state;
}

describe("a request on the open data portal", () => {
  it("stays published, whichever of two PCs wrote first", () => {
    const stages = [
      stateOf(queued, published, withdrawn),
      stateOf(queued, withdrawn, published),
      stateOf(queued, published, published),
    ].map(({ publications }) => publications?.map(({ stage, url }) => [stage, url]));
    expect(stages).toEqual(Array.from({ length: 3 }, () => [["published", "https://x"]]));
  });

  it("is queued once, and takes what fits nothing without a change", () => {
    expect(stateOf(queued, queued).publications).toHaveLength(1);
    expect(stateOf(published, withdrawn, answered("Halo"))).toEqual({ publications: [] });
  });

  it("is answered once", () => {
    const { datarequest } = stateOf(taken, taken, answered("Pertama"), answered("Kedua"));
    expect(datarequest?.answered?.comment).toBe("Pertama");
  });
});
