import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCatchUp } from "#core/search/catch-up.ts";
import { lostDecisions } from "#core/conflicts/lost.ts";
import { checkChains } from "#core/maintenance/chains.ts";
import { eraseIdentity } from "#core/privacy/erase.ts";
import { readErasures } from "#core/privacy/erasures.ts";
import { createProblems } from "#core/maintenance/problems.ts";
import { hashedText, type RefusedEvent, type WireEvent } from "#shared/sync/wire.ts";
import type { Result } from "#shared/errors.ts";
import { bring, createPc, lacking, type Pc, shownBy } from "../../../support/pc.ts";
import { intake, temporaryFolder } from "../../../support/core.ts";
import { intakeSchema } from "#shared/request/model.ts";

let one: Pc;
let two: Pc;
beforeEach(() => {
  [one, two] = [createPc("satu"), createPc("dua")];
});
afterEach(() => {
  one.close();
  two.close();
});

function must<T>(answer: Result<T> | Promise<Result<T>>): T {
  if (answer instanceof Promise) throw new Error("not at once");
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const params = { ...intakeSchema.parse(intake), letterInHand: true };

const create = (pc: Pc) => must(pc.requests["request.create"](params, pc.context));
const complete = (pc: Pc, request: string, step: number, branch?: string) =>
  must(
    pc.requests["step.complete"](
      { request, step, note: "", ...(branch === undefined ? {} : { branch }) },
      pc.context,
    ),
  );

test("what one PC wrote is shown by the other one as it is", () => {
  one.publish();
  const { id, current } = create(one);
  complete(one, id, current?.step ?? 0);
  const received = bring(one, two);
  expect(received.gap).toBeNull();
  expect(received.streams).toEqual(["office", id]);
  expect(shownBy(two)).toEqual(shownBy(one));
  expect(two.archive.requesterName(two.archive.readState(id)!)).toBe("Ayu Contoh");
  expect(bring(one, two).applied).toBe(0);
});

test("events that come before those they follow wait and are applied later", () => {
  one.publish();
  const { id, current } = create(one);
  complete(one, id, current?.step ?? 0);
  const items = lacking(one, two);
  const first = two.archive.receive(items.slice(2));
  expect(first.applied).toBe(0);
  expect(first.gap).toEqual({ writer: items[0]?.writer, seq: 1 });
  const second = two.archive.receive(items.slice(0, 2));
  expect(second.applied).toBe(items.length);
  expect(second.gap).toBeNull();
  expect(shownBy(two)).toEqual(shownBy(one));
});

test("two branches taken at once are a conflict on both PCs, and settling takes the other way", () => {
  one.publish();
  const { id } = create(one);
  bring(one, two);
  let step = one.archive.readState(id)?.visits.at(-1)?.step ?? 0;
  while (
    one.archive.definitionOf(one.archive.readState(id)!.sop).steps[step - 1]?.kind !== "decision"
  ) {
    complete(one, id, step);
    step = one.archive.readState(id)?.visits.at(-1)?.step ?? 0;
  }
  bring(one, two);
  complete(one, id, step, "Ya");
  complete(two, id, step, "Tidak");
  bring(one, two);
  bring(two, one);
  expect(shownBy(two)).toEqual(shownBy(one));
  const [conflict] = one.archive.readState(id)?.conflicts ?? [];
  expect(conflict?.held).toHaveLength(1);
  expect(conflict?.other).toHaveLength(1);
  const refused = one.requests["request.cancel"]({ request: id, reason: "x" }, one.context);
  expect(refused).toMatchObject({ ok: false, error: { code: "request_conflict" } });
  const before = one.archive.readState(id)?.visits.find((visit) => visit.step === step)?.branch;
  must(
    one.conflicts["conflict.settle"](
      { request: id, conflict: conflict?.id ?? "", keep: "other", reason: "Data tidak ada" },
      one.context,
    ),
  );
  bring(one, two);
  expect(shownBy(two)).toEqual(shownBy(one));
  const after = two.archive.readState(id);
  expect(after?.conflicts?.[0]?.settled?.keep).toBe("other");
  expect(after?.visits.find((visit) => visit.step === step)?.branch).not.toBe(before);
});

/** The event as a writer that means ill would have written it. */
function forged(event: WireEvent, changes: Partial<WireEvent>): WireEvent {
  const changed = { ...event, ...changes };
  return { ...changed, hash: createHash("sha256").update(hashedText(changed)).digest("hex") };
}

const stubOf = ({ writer, seq, prev, hash, stream, lamport }: WireEvent): RefusedEvent => ({
  ...{ writer, seq, prev, hash, stream, lamport },
  refused: "event_too_large",
});

const wireOf = (pc: Pc): WireEvent[] =>
  lacking(pc, createPc("kosong")).filter((item): item is WireEvent => "body" in item);

function problemsOf({ archive }: Pc) {
  const problems = createProblems();
  checkChains(archive.db, problems, () => {});
  return problems.list();
}

test("an event that is not what its hash says is told, and what follows it waits", () => {
  one.publish();
  const { id } = create(one);
  must(one.requests["note.add"]({ request: id, text: "catatan" }, one.context));
  const events = wireOf(one);
  const last = events.length - 1;
  const broken = events.map((event, at) => (at === last - 1 ? { ...event, body: "{}" } : event));
  const received = two.archive.receive(broken);
  expect(received.broken).toEqual([
    { writer: events[last]?.writer, seq: events[last - 1]?.seq, code: "event_broken" },
  ]);
  expect(received.gap).toEqual({ writer: events[last]?.writer, seq: events[last - 1]?.seq });
  expect(two.archive.receive(events).gap).toBeNull();
  expect(shownBy(two)).toEqual(shownBy(one));
});

test("one with a true hash that nobody can understand leaves a stub, and the rest goes on", () => {
  one.publish();
  const { id } = create(one);
  const events = wireOf(one);
  const end = events.at(-1);
  if (end === undefined) throw new Error("no events");
  const base = { ...end, seq: end.seq + 1, prev: end.hash };
  const strange = forged(base, { lamport: 999, after: '["x:1"' });
  const next = forged(
    { ...base, seq: base.seq + 1, prev: strange.hash },
    {
      lamport: 1000,
      after: `["${end.writer}:${base.seq}"]`,
      type: "note.added",
      body: '{"step":null,"text":"ya"}',
    },
  );
  const received = two.archive.receive([...events, strange, next]);
  expect(received.broken.map(({ code }) => code)).toEqual(["event_malformed"]);
  expect(received.applied).toBe(events.length + 2);
  expect(two.archive.log.heads()[0]).toMatchObject({ seq: next.seq, hash: next.hash });
  expect(problemsOf(two).map(({ code }) => code)).not.toContain("event_missing");
  expect(two.archive.readState(id)).not.toBeNull();
});

test("a refused event holds its writer's chain together, and may still arrive whole", () => {
  one.publish();
  const { id } = create(one);
  must(one.requests["note.add"]({ request: id, text: "satu" }, one.context));
  must(one.requests["note.add"]({ request: id, text: "dua" }, one.context));
  const events = wireOf(one);
  const refused = events.at(-2);
  if (refused === undefined) throw new Error("no events");
  const withStub = events.map((event) => (event === refused ? stubOf(event) : event));
  expect(two.archive.receive(withStub)).toMatchObject({ applied: events.length, gap: null });
  expect(two.archive.readState(id)?.notes.map(({ text }) => text)).toEqual(["dua"]);
  expect(two.archive.log.heads()).toEqual(one.archive.log.heads());
  expect(problemsOf(two)).toEqual([]);
  two.archive.rebuild();
  expect(two.archive.readState(id)?.notes).toHaveLength(1);
  expect(two.archive.receive([refused]).applied).toBe(1);
  expect(two.archive.readState(id)?.notes.map(({ text }) => text)).toEqual(["satu", "dua"]);
  expect(problemsOf(two)).toEqual([]);
});

test("the same id with other content is kept aside, and whoever wrote it gets a new writer", () => {
  one.publish();
  create(one);
  const events = wireOf(one);
  bring(one, two);
  const end = events.at(-1);
  if (end === undefined) throw new Error("no events");
  const other = forged(end, { at: "2020-01-01T00:00:00.000Z" });
  expect(two.archive.receive([other]).forked).toEqual([{ writer: end.writer, seq: end.seq }]);
  expect(one.archive.receive([other]).forked).toHaveLength(1);
  expect(one.archive.db.prepare("SELECT count(*) FROM event_aside").pluck().get()).toBe(1);
  create(one);
  expect(one.archive.log.heads()).toHaveLength(2);
  bring(one, two);
  expect(shownBy(two)).toEqual(shownBy(one));
});

test("a request is shown once its SOP has arrived", () => {
  one.publish();
  const three = createPc("tiga");
  bring(one, three);
  const { id } = create(three);
  const events = wireOf(three);
  const own = events.filter(({ stream }) => stream === id);
  expect(two.archive.receive(own)).toMatchObject({ applied: own.length, gap: null });
  expect(two.archive.readState(id)).toBeNull();
  expect(shownBy(two)["request"]).toEqual([]);
  two.archive.rebuild();
  expect(shownBy(two)["request"]).toEqual([]);
  two.archive.receive(events);
  expect(shownBy(two)).toEqual(shownBy(three));
  three.close();
});

test("an identity that one PC erased is gone on the other one, and does not come back", () => {
  const folder = temporaryFolder();
  const [here, there] = [createPc("satu", folder), createPc("dua", folder)];
  try {
    here.publish();
    const { id } = create(here);
    must(here.requests["note.add"]({ request: id, text: "Ayu Contoh datang" }, here.context));
    const before = wireOf(here);
    there.archive.receive(before);
    expect(there.archive.readState(id)?.notes[0]?.text).toBe("Ayu Contoh datang");
    must(eraseIdentity(here.deps, id, "konsol", "Diminta pemohon"));
    there.archive.receive(wireOf(here));
    expect(there.archive.identities.read(here.archive.readState(id)?.requester ?? "")).toBeNull();
    expect(there.archive.readState(id)?.notes[0]?.text).not.toContain("Ayu");
    expect(shownBy(there)).toEqual(shownBy(here));
    expect(readErasures(folder).map(({ request }) => request)).toEqual([id]);
    const late = createPc("tiga", folder);
    late.archive.receive(before.map((event) => event));
    late.archive.receive(wireOf(here));
    expect(late.archive.db.prepare("SELECT count(*) FROM identity").pluck().get()).toBe(0);
    late.close();
  } finally {
    here.close();
    there.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("two PCs that registered one request at once make one, with the second number kept", () => {
  one.publish();
  bring(one, two);
  const definition = one.archive.definitionOf({ id: "magetan-permintaan-data", version: 1 });
  const begin = (pc: Pc, number: string, value: number) =>
    pc.archive.record("sama", "konsol", null, definition, [
      {
        type: "request.created",
        body: {
          number,
          running: { year: 2026, value },
          sop: { id: definition.id, version: definition.version },
          requester: pc.archive.identities.store("sama", {
            ...{ kind: "individual", name: `Warga ${pc.name}`, identity: "", institution: "" },
            ...{ address: "", phone: "", email: "" },
          }),
          subject: "Data penduduk",
          purpose: "",
          delivery: "pickup",
          letter: { number: "", date: "" },
          received: "2026-11-20",
          items: [{ name: "Penduduk", period: "", unit: "", format: "" }],
        },
      },
      { type: "step.completed", body: { step: 1, visit: 1, branch: null, note: "" } },
    ]);
  begin(one, "2026/0001", 1);
  begin(two, "2026/B-0001", 1);
  bring(one, two);
  bring(two, one);
  expect(shownBy(two)).toEqual(shownBy(one));
  const state = one.archive.readState("sama");
  expect(state?.conflicts).toBeUndefined();
  // Of two at one place in the order the writer's name decides.
  expect(state?.number).toBe("2026/B-0001");
  expect(state?.furtherNumbers).toMatchObject([{ number: "2026/0001", reason: null }]);
  expect(one.archive.requesterName(state!)).toBe("Warga dua");
  expect(two.archive.requesterName(two.archive.readState("sama")!)).toBe("Warga dua");
  expect(state?.visits.filter(({ completed }) => completed !== null)).toHaveLength(1);
});

test("a registration number that two requests bear is told, and one gets another", () => {
  one.publish();
  bring(one, two);
  const [a, b] = [create(one), create(two)];
  expect(b.number).toBe(a.number);
  bring(one, two);
  bring(two, one);
  expect(must(one.conflicts["conflict.list"]({}, one.context)).numbers).toHaveLength(1);
  const told = one.conflicts["conflict.renumber"]({ request: b.id, reason: "Kembar" }, one.context);
  expect(must(told)).toEqual({ number: "2026/0002", before: "2026/0001" });
  bring(one, two);
  expect(shownBy(two)).toEqual(shownBy(one));
  expect(must(two.conflicts["conflict.list"]({}, two.context)).numbers).toEqual([]);
  expect(two.archive.readState(b.id)?.number).toBe("2026/0002");
  const again = one.conflicts["conflict.renumber"]({ request: b.id, reason: "x" }, one.context);
  expect(again).toMatchObject({ ok: false, error: { code: "number_single" } });
});

test("of two SOPs of one version the first in order holds on both PCs, and the other is told", () => {
  one.publish();
  const { definition } = {
    definition: one.archive.definitionOf({ id: "magetan-permintaan-data", version: 1 }),
  };
  two.archive.recordOffice("konsol", [
    { type: "sop.published", body: { ...definition, name: "Nama lain" } },
  ]);
  create(one);
  bring(one, two);
  bring(two, one);
  expect(shownBy(two)).toEqual(shownBy(one));
  const told = must(one.conflicts["conflict.list"]({}, one.context)).unheld;
  expect(told).toHaveLength(1);
  expect(must(two.conflicts["conflict.list"]({}, two.context)).unheld).toEqual(told);
});

test("whoever's decision was set aside is told until it is acknowledged", () => {
  one.publish();
  const user = (id: string) => ({
    type: "user.saved" as const,
    body: { id, name: id, post: "Staf", lanes: [], active: true },
  });
  one.archive.recordOffice("konsol", [user("rina"), user("agus")]);
  const { id, current } = create(one);
  bring(one, two);
  const step = current?.step ?? 0;
  const [rina, agus] = [
    { origin: "console", user: "rina" } as const,
    { origin: "console", user: "agus" } as const,
  ];
  // Of two at one place in the order the writer's name decides: the cancellation comes first.
  must(two.requests["request.cancel"]({ request: id, reason: "Ditarik" }, rina));
  must(one.requests["step.complete"]({ request: id, step, note: "" }, agus));
  bring(one, two);
  bring(two, one);
  const [conflict] = must(one.conflicts["conflict.list"]({}, rina)).decisions;
  if (conflict === undefined) throw new Error("no conflict");
  expect(conflict.held.decisions[0]?.by.id).toBe("rina");
  const settled = { request: id, conflict: conflict.id, keep: "held", reason: "Benar ditarik" };
  must(one.conflicts["conflict.settle"](settled as never, rina));
  expect(one.archive.readState(id)?.status).toBe("cancelled");
  bring(one, two);
  expect(lostDecisions(two.archive, "rina")).toEqual([]);
  expect(lostDecisions(two.archive, "agus")).toMatchObject([
    { request: id, type: "step.completed", settled: { reason: "Benar ditarik" } },
  ]);
  must(two.conflicts["conflict.acknowledge"]({ request: id, conflict: conflict.id }, agus));
  expect(lostDecisions(two.archive, "agus")).toEqual([]);
  const again = two.conflicts["conflict.settle"](settled as never, agus);
  expect(again).toMatchObject({ ok: false, error: { code: "conflict_unknown" } });
});

/** What a program gone wrong might write after `last`: sound in its chain, and no known shape. */
function followedBy(last: WireEvent, type: string, body: unknown): WireEvent {
  const { identities: _, ...rest } = last;
  const event = {
    ...rest,
    type,
    seq: last.seq + 1,
    prev: last.hash,
    after: JSON.stringify([`${last.writer}:${last.seq}`]),
    lamport: last.lamport + 1,
    body: JSON.stringify(body),
  };
  return { ...event, hash: createHash("sha256").update(hashedText(event)).digest("hex") };
}

const SHAPES: unknown[] = [{}, { id: 7 }, { items: "x", step: {}, files: null }, { running: null }];

test("an event that says what nobody can read stops nothing, and its request is told", () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  one.publish();
  const other = create(one);
  const types = [
    "file.attached",
    "letter.drafted",
    "document.issued",
    "items.assessed",
    "disposition.given",
    "step.completed",
    "note.added",
    "conflict.settled",
    "objection.filed",
    "answer.extended",
    "request.filed",
  ];
  for (const type of types) {
    for (const shape of SHAPES) {
      const pc = createPc(`${type}${SHAPES.indexOf(shape)}`);
      const { id } = create(one);
      const items = lacking(one, pc) as WireEvent[];
      const last = items.findLast(({ stream }) => stream === id)!;
      const bad = followedBy(last, type, shape);
      const received = pc.archive.receive([...items, bad]);
      expect(received.gap, type).toBeNull();
      expect(pc.archive.log.heads()).toContainEqual(
        expect.objectContaining({ writer: bad.writer, seq: bad.seq }),
      );
      expect(pc.archive.readState(other.id)?.number).toBe(other.number);
      const catchUp = createCatchUp(pc.archive);
      while (catchUp.step()) continue;
      const shown = pc.archive.readState(id);
      const told = pc.archive.sql("SELECT stream FROM sync_refused").pluck().all();
      const unread = [...received.unread, ...told];
      expect(shown === null).toBe(unread.includes(id));
      pc.archive.rebuild();
      expect(pc.archive.readState(id) === null).toBe(shown === null);
      pc.close();
    }
  }
  errors.mockRestore();
});
