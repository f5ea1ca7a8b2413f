import type { Draft, DraftBranch, DraftStep } from "./draft.ts";

/**
 * Changes of a draft as an editor makes them. Pure; rows and lanes that stay keep their identity.
 * Branches follow the rows they lead to: `to` is a row's number, so every move renumbers them.
 */

/**
 * Changes some fields of the row at `index`. What a person sets is no longer only read into the
 * paper.
 */
export function setStep(draft: Draft, index: number, change: Partial<DraftStep>): Draft {
  const steps = draft.steps.map((step, at) => {
    if (at !== index) return step;
    const inferred = step.inferred.filter((field) => !Object.hasOwn(change, field));
    return { ...step, inferred, ...change };
  });
  return { ...draft, steps };
}

/**
 * Puts an empty row at `index` (0 to the number of rows), into the flow where the row above simply
 * leads on to the one below. A lane is taken over from the row above.
 */
export function addStep(draft: Draft, index: number): Draft {
  const before = draft.steps[index - 1];
  const shifted = renumbered(draft.steps, (no) => (no > index ? no + 1 : no));
  const leadsOn = before?.kind !== "decision" && before?.next[0]?.to === index + 1;
  const isLast = index === draft.steps.length;
  const added: DraftStep = {
    no: index + 1,
    gist: "",
    kind: "process",
    lane: before?.lane ?? draft.lanes[0] ?? "",
    also: [],
    requirements: [],
    time: null,
    outputs: [],
    note: null,
    next: [{ to: isLast ? null : index + 2 }],
    inferred: [],
  };
  const steps = [...shifted.slice(0, index), added, ...shifted.slice(index)];
  if (leadsOn && before !== undefined) {
    steps[index - 1] = { ...before, next: [{ ...before.next[0], to: index + 1 }] };
  }
  return { ...draft, steps: numbered(steps) };
}

/** Takes the row out; ways that led to it lead nowhere, until a person says where. */
export function removeStep(draft: Draft, index: number): Draft {
  const gone = index + 1;
  const rest = draft.steps.filter((_, at) => at !== index);
  const steps = renumbered(rest, (no) => (no === gone ? null : no > gone ? no - 1 : no));
  return { ...draft, steps: numbered(steps) };
}

/** Moves the row from one place to another; ways still lead to the same rows. */
export function moveStep(draft: Draft, from: number, to: number): Draft {
  const moved = draft.steps[from];
  if (moved === undefined || to < 0 || to >= draft.steps.length || from === to) return draft;
  const order = draft.steps.map((_, at) => at).filter((at) => at !== from);
  order.splice(to, 0, from);
  const place = new Map(order.map((at, now) => [at + 1, now + 1]));
  const steps = order.map((at) => draft.steps[at]).filter((step) => step !== undefined);
  return { ...draft, steps: numbered(renumbered(steps, (no) => place.get(no) ?? no)) };
}

function renumbered(
  steps: readonly DraftStep[],
  placeOf: (no: number) => number | null,
): DraftStep[] {
  return steps.map((step) => {
    const next = step.next.map((branch): DraftBranch => {
      if (typeof branch.to !== "number") return branch;
      const to = placeOf(branch.to);
      return to === branch.to ? branch : { ...branch, to };
    });
    return next.every((branch, at) => branch === step.next[at]) ? step : { ...step, next };
  });
}

const numbered = (steps: readonly DraftStep[]): DraftStep[] =>
  steps.map((step, at) => (step.no === at + 1 ? step : { ...step, no: at + 1 }));

/** A decision has two answers to begin with; everything else goes one way. */
export function setKind(draft: Draft, index: number, kind: DraftStep["kind"]): Draft {
  const step = draft.steps[index];
  if (step === undefined || step.kind === kind) return draft;
  const [first] = step.next;
  const to = first?.to ?? null;
  const next: DraftBranch[] =
    kind === "decision"
      ? step.next.length > 1
        ? step.next
        : [
            { when: "Ya", to: typeof to === "number" ? to : null },
            { when: "Tidak", to: null },
          ]
      : kind === "end"
        ? [{ to: typeof to === "string" ? to : "end:selesai" }]
        : [{ to }];
  return setStep(draft, index, { kind, next });
}

export function addLane(draft: Draft, name: string): Draft {
  return { ...draft, lanes: [...draft.lanes, name] };
}

/** Renames a lane wherever it is named. */
export function renameLane(draft: Draft, index: number, name: string): Draft {
  const old = draft.lanes[index];
  if (old === undefined || old === name) return draft;
  // While two lanes share a name it is not known whose rows these are.
  const isOnly = draft.lanes.filter((lane) => lane === old).length === 1;
  const rename = (lane: string) => (isOnly && lane === old ? name : lane);
  return {
    ...draft,
    lanes: draft.lanes.map((lane, at) => (at === index ? name : lane)),
    requesterLane: draft.requesterLane === null ? null : rename(draft.requesterLane),
    steps: draft.steps.map((step) =>
      step.lane === old || step.also.includes(old)
        ? { ...step, lane: rename(step.lane), also: step.also.map(rename) }
        : step,
    ),
  };
}

/** Takes a lane out; its rows have no lane until a person says whose they are. */
export function removeLane(draft: Draft, index: number): Draft {
  const old = draft.lanes[index];
  return {
    ...draft,
    lanes: draft.lanes.filter((_, at) => at !== index),
    requesterLane: draft.requesterLane === old ? null : draft.requesterLane,
    steps: draft.steps.map((step) => {
      if (step.lane !== old && !step.also.includes(old ?? "")) return step;
      const also = step.also.filter((lane) => lane !== old);
      return { ...step, lane: step.lane === old ? "" : step.lane, also };
    }),
  };
}

export function moveLane(draft: Draft, from: number, to: number): Draft {
  const moved = draft.lanes[from];
  if (moved === undefined || to < 0 || to >= draft.lanes.length) return draft;
  const lanes = draft.lanes.toSpliced(from, 1).toSpliced(to, 0, moved);
  return { ...draft, lanes };
}
