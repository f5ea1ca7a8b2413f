import { letterNumber } from "#shared/letter/number.ts";
import { arrivalSteps, completeStep } from "#shared/request/commands.ts";
import type { IssuedDocument, RequestEvent } from "#shared/request/events.ts";
import type { Running } from "#shared/request/model.ts";
import { letterTextSchema } from "#shared/request/model.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import { type Definition, stepOf } from "#shared/sop/definition.ts";
import type { Random } from "./random.ts";
import * as words from "./words.ts";

/** What a life needs of the archive it is written into. */
export type Desk = {
  users: readonly string[];
  /** Id of the event that holds the office's profile. */
  office: string;
  /** Day of the clock, YYYY-MM-DD. */
  day(): string;
  newId(): string;
  nextNumber(register: string): Running;
  storeRequester(request: string, requester: ReturnType<typeof words.requester>): string;
  /** Writes events of a request now and answers its state after them. */
  write(
    id: string,
    by: string,
    state: RequestState | null,
    definition: Definition,
    events: RequestEvent[],
  ): RequestState;
};

/** The share of requests that nobody goes on with; they stay open and late. */
const FORGOTTEN = 0.012;
const HEAD = "Kepala Dinas Komunikasi dan Informatika";
const DIVISION = "Kepala Bidang Statistik dan Persandian";
const SECTION = "Kepala Seksi Statistik Sektoral";
const NO_TEXT = letterTextSchema.parse({});

/**
 * The life of one request, decided by the same commands as in the window. Yields how many working
 * hours pass before it goes on; whoever runs it moves the clock.
 */
export function* life(desk: Desk, random: Random, definition: Definition): Generator<number> {
  const id = desk.newId();
  const asks = definition.requesterLane !== null;
  let state = desk.write(
    id,
    random.pick(desk.users),
    null,
    definition,
    registration(desk, random, id, definition),
  );
  const write = (...events: RequestEvent[]): void => {
    state = desk.write(id, random.pick(desk.users), state, definition, events);
  };
  const stops = random.chance(FORGOTTEN) ? random.between(2, 8) : Number.POSITIVE_INFINITY;
  const cancels = random.chance(0.02) ? random.between(2, 6) : Number.POSITIVE_INFINITY;
  // Three letters at most, the later ones not always.
  const letters = [0.35, 0.6, 0.85].map((share) => share + random.between(-10, 10) / 100);

  if (asks && random.chance(0.6)) {
    yield random.between(1, 6) / 2;
    const given = disposition(desk, random, HEAD, DIVISION, null);
    write(given);
    if (random.chance(0.7)) {
      yield random.between(1, 6) / 2;
      write(disposition(desk, random, DIVISION, SECTION, given.body.id));
    }
    if (random.chance(0.7)) {
      yield random.between(2, 12) / 2;
      const text = words.prose(random, 4, 12);
      const body = { id: given.body.id, recipient: DIVISION, text };
      write({ type: "disposition.reported", body });
    }
  }
  if (asks && random.chance(0.8)) {
    yield random.between(1, 8) / 2;
    write({ type: "items.assessed", body: { items: assessments(random, state) } });
  }
  for (let turn = 0; currentVisit(state) !== null; turn += 1) {
    yield random.between(1, 24) / 2;
    if (turn >= stops) return;
    if (turn >= cancels) {
      write({ type: "request.cancelled", body: { reason: words.prose(random, 6, 14) } });
      return;
    }
    if (random.chance(0.29)) write(note(random, state));
    if (random.chance(0.1)) write(attachment(desk, random, state));
    if (random.chance(0.006)) {
      write({ type: "clock.paused", body: { reason: "Menunggu kelengkapan dari pemohon" } });
      yield random.between(8, 40);
      write({ type: "clock.resumed", body: {} });
    }
    if (letters.length > 0 && turn >= (letters[0] ?? 0) * 6) {
      letters.shift();
      yield* letter(desk, random, asks, write);
    }
    const step = currentVisit(state)?.step ?? 0;
    const branch = chooseBranch(random, definition, step);
    const completed = completeStep(state, definition, { step, branch, note: "" });
    if (!completed.ok) throw new Error(completed.error.message);
    write({ type: "step.completed", body: completed.value });
  }
  // What is left to say goes out when all is done.
  for (const _ of letters.slice(0, random.chance(0.45) ? 1 : 0)) {
    yield* letter(desk, random, asks, write);
  }
}

function registration(
  desk: Desk,
  random: Random,
  id: string,
  definition: Definition,
): RequestEvent[] {
  const asks = definition.requesterLane !== null;
  const running = desk.nextNumber("permohonan");
  const agenda = asks ? desk.nextNumber("incoming") : null;
  const created: RequestEvent = {
    type: "request.created",
    body: {
      number: `${running.year}/${String(running.value).padStart(4, "0")}`,
      running,
      ...(agenda && { agenda: { number: String(agenda.value), running: agenda } }),
      sop: { id: definition.id, version: definition.version },
      requester: asks ? desk.storeRequester(id, words.requester(random)) : null,
      subject: words.subject(random),
      purpose: random.chance(0.5) ? words.prose(random, 4, 12) : "",
      delivery: random.pick(["pickup", "email"] as const),
      letter: asks
        ? { number: `${random.between(1, 900)}/UN99/${running.year}`, date: desk.day() }
        : { number: "", date: "" },
      received: desk.day(),
      items: asks ? words.items(random) : [],
    },
  };
  const arrived = asks ? arrivalSteps(definition) : [];
  return [created, ...arrived.map((body): RequestEvent => ({ type: "step.completed", body }))];
}

/** The first branch more often than the others, so that loops end. */
function chooseBranch(random: Random, definition: Definition, step: number): string | undefined {
  const ways = stepOf(definition, step)?.next ?? [];
  if (ways.length < 2) return undefined;
  // What is there for everybody already is downloaded without more ado, which few come for.
  const likely = typeof ways[0]?.to === "string" ? 0.15 : 0.8;
  return random.chance(likely) ? ways[0]?.when : (ways[1]?.when ?? random.pick(ways).when);
}

const disposition = (
  desk: Desk,
  random: Random,
  from: string,
  to: string,
  parent: string | null,
): Extract<RequestEvent, { type: "disposition.given" }> => ({
  type: "disposition.given",
  body: {
    id: desk.newId(),
    to: [to],
    instructions: ["Proses lebih lanjut"],
    nature: random.pick(["ordinary", "urgent"] as const),
    note: words.prose(random, 4, 12),
    due: "",
    from,
    parent,
    leads: to,
  },
});

const assessments = (random: Random, { items }: RequestState) =>
  items.map((_, index) => ({
    no: index + 1,
    availability: random.pick(["available", "available", "partial", "unavailable"] as const),
    note: "",
  }));

const note = (random: Random, state: RequestState): RequestEvent => ({
  type: "note.added",
  body: { step: currentVisit(state)?.step ?? null, text: words.prose(random, 8, 30) },
});

/** The row alone; the content is not what is measured. */
function attachment(desk: Desk, random: Random, state: RequestState): RequestEvent {
  const current = currentVisit(state);
  return {
    type: "file.attached",
    body: {
      id: desk.newId(),
      sha256: random.hex(64),
      name: `${words.subject(random)}.${random.pick(["pdf", "xlsx", "docx"])}`,
      size: random.between(10_000, 4_000_000),
      step: current?.step ?? null,
      visit: current?.visit ?? null,
    },
  };
}

/** A letter of 60 to 150 words: some are drafted first, most go out. */
function* letter(
  desk: Desk,
  random: Random,
  asks: boolean,
  write: (...events: RequestEvent[]) => void,
): Generator<number> {
  const kind = asks ? random.pick(["delivery", "data-request", "refusal"]) : "official-letter";
  const ref = {
    id: desk.newId(),
    kind,
    template: { id: kind, version: 1 },
    about: words.subject(random),
    party: kind === "delivery" || kind === "refusal" ? null : words.producer(random),
  };
  const said = words.prose(random, 60, 150);
  const text = { ...NO_TEXT, note: said };
  const drafted = random.chance(0.2);
  if (drafted) {
    write({ type: "letter.drafted", body: { ...ref, ...text } });
    yield random.between(1, 10) / 2;
  }
  const running = desk.nextNumber("outgoing");
  const day = desk.day();
  const number = letterNumber("500.14/{nomor}/DISKOMINFO/{tahun}", {
    running: running.value,
    date: day,
    classification: "",
    unit: "",
  });
  const issued: IssuedDocument = {
    ...text,
    ...ref,
    number,
    date: day,
    office: desk.office,
    running,
    register: "outgoing",
  };
  write({ type: "document.issued", body: issued });
  if (!random.chance(0.4)) return;
  yield random.between(1, 10) / 2;
  const sent = { how: "Diambil sendiri", to: "Pemohon", day: desk.day(), note: "", proof: null };
  write({ type: "letter.sent", body: { id: ref.id, ...sent } });
}
