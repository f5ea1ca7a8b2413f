import type { ResultOf, Params } from "#shared/contract.ts";
import { availableBranch } from "#shared/ckan/step.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { assessItems, completeStep } from "#shared/request/commands.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import type { Archive } from "../archive/archive.ts";
import type { Deps } from "../deps.ts";
import { changeRequest } from "../requests/methods.ts";
import type { CallContext } from "../types.ts";
import type { Catalogue } from "./catalogue.ts";
import { matchesOf } from "./matches.ts";

/** Letters of a remark on the list ketersediaan data, and of a step's note. */
const MOST_REMARK = 300;
const MOST_NOTE = 4000;

/** Datasets of the catalogue that fit the rows of a request which nothing was found for yet. */
export function matchesFor(
  archive: Archive,
  catalogue: Catalogue,
  id: string,
): Result<ResultOf<"catalogue.matches">> {
  const state = archive.readState(id);
  if (state === null) return fail("request_unknown", { id }, "request");
  if (isDestroyed(state) || state.status !== "running") return ok({ items: [], branch: null });
  const found = new Set(
    state.assessments
      .filter(({ availability }) => availability === "available")
      .map(({ no }) => no),
  );
  const items = state.items
    .map(({ name }, index) => ({ no: index + 1, name }))
    .filter(({ no }) => !found.has(no))
    .map((item) => ({ ...item, datasets: matchesOf(catalogue, item.name) }))
    .filter(({ datasets }) => datasets.length > 0);
  return ok({ items, branch: branchOf(archive, state) });
}

function branchOf(archive: Archive, state: RequestState): string | null {
  const current = currentVisit(state);
  return current === null ? null : availableBranch(archive.definitionOf(state.sop), current.step);
}

/**
 * Writes down which rows are on the portal, each with its link, which every letter with the list
 * ketersediaan data prints; and, where it is asked for, takes the step's branch for it.
 */
export function recordDatasets(
  deps: Deps,
  catalogue: Catalogue,
  { request, items, complete }: Params<"catalogue.use">,
  context: CallContext,
): Result<ResultOf<"catalogue.use">> {
  let completed: ResultOf<"catalogue.use">["completed"] = null;
  const changed = changeRequest(deps, context, request, (state, definition) => {
    const found = items.map(({ no, dataset }) => ({ no, dataset: catalogue.get(dataset) }));
    if (found.some(({ dataset }) => dataset === null)) return fail("dataset_unknown");
    const links = found.flatMap(({ no, dataset }) =>
      dataset === null ? [] : [{ no, title: dataset.title, url: dataset.url }],
    );
    const assessed = assessItems(
      state,
      links.map(({ no, title, url }) => ({
        no,
        availability: "available" as const,
        note: remark(title, url),
      })),
    );
    if (!assessed.ok) return assessed;
    const events: RequestEvent[] = [assessed.value];
    if (complete) {
      const current = currentVisit(state);
      const branch = current && availableBranch(definition, current.step);
      if (current === null || branch === null) return fail("dataset_no_branch");
      if (!allAvailable(state, links)) return fail("dataset_rows_left");
      const note = noteOf(state, links);
      const command = { step: current.step, visit: current.visit, branch, note };
      const body = completeStep(state, definition, command);
      if (!body.ok) return body;
      completed = { step: current.step, branch };
      events.push({ type: "step.completed", body: body.value });
    }
    return ok(events);
  });
  return changed.ok ? ok({ completed }) : changed;
}

/** The title as far as there is room beside the link. */
function remark(title: string, url: string): string {
  const room = MOST_REMARK - url.length - 2;
  if (room < 10) return url.slice(0, MOST_REMARK);
  const short = title.length > room ? `${title.slice(0, room - 2)} …` : title;
  return `${short}, ${url}`;
}

/** Every link, also those that were written down before. */
function noteOf(
  { assessments }: RequestState,
  links: readonly { no: number; title: string; url: string }[],
): string {
  const now = new Set(links.map(({ no }) => no));
  const before = assessments.filter(({ no, note }) => !now.has(no) && note !== "");
  const said = [
    ...before.map(({ no, note }) => ({ no, words: note })),
    ...links.map(({ no, title, url }) => ({ no, words: `${title}, ${url}` })),
  ];
  const lines = said.toSorted((a, b) => a.no - b.no).map(({ words }) => words);
  return ["Data sudah tersedia di portal data terbuka:", ...lines].join("\n").slice(0, MOST_NOTE);
}

function allAvailable(state: RequestState, links: readonly { no: number }[]): boolean {
  const there = new Set([
    ...links.map(({ no }) => no),
    ...state.assessments.filter((one) => one.availability === "available").map(({ no }) => no),
  ]);
  return state.items.every((_, index) => there.has(index + 1));
}
