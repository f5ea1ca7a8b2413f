import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { periodWords } from "#shared/time/period.ts";
import type { Deps } from "../deps.ts";
import { markDemo } from "../office/methods.ts";
import type { CallContext } from "../types.ts";
import { demoChain, demoReports } from "./dispositions.ts";
import { type DemoLetter, demoLetter } from "./letters.ts";
import { demoOffice, demoUsers } from "./office.ts";
import { type DemoRequest, demoRequests } from "./requests.ts";
import { type DemoWork, demoWork } from "./work.ts";

type Call = (method: string, params: unknown, context: CallContext) => Promise<Result<unknown>>;

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SOP = "magetan-permintaan-data";
/** Hours after registration at which steps 3 to 10 are completed. */
const PACE = [0, 0, 0, 5, 27, 30, 52, 74, 99, 120, 121] as const;

/**
 * Fills an empty archive with a made-up office through the methods that everybody uses, with the
 * clock moved to the days told. A step that would lie ahead of now is completed now.
 */
export async function fillDemo(deps: Deps, call: Call): Promise<Result<{ requests: number }>> {
  const isEmpty = deps.archive.log.streams().length === 0 && deps.archive.isFresh();
  if (!isEmpty) return fail("archive_not_empty");
  const now = deps.clock.now();
  const say = saying(call);
  markDemo(deps.archive);
  try {
    deps.clock.set(now - 200 * DAY);
    await say("office.save", demoOffice);
    const users: string[] = [];
    for (const user of demoUsers) users.push((await say("user.save", user)).id);
    const plays = [
      ...demoRequests.map((told) => ({
        daysAgo: told.daysAgo,
        play: () => play(deps, say, users, told, now),
      })),
      ...demoWork.map((told) => ({
        daysAgo: told.daysAgo,
        play: () => playWork(deps, say, users[0] ?? "", told, now),
      })),
    ];
    // Numbers are given in the order in which things came in.
    for (const one of plays.sort((a, b) => b.daysAgo - a.daysAgo)) await one.play();
  } finally {
    deps.clock.set(null);
  }
  return ok({ requests: demoRequests.length + demoWork.length });
}

type Say = ReturnType<typeof saying>;

/** Calls a method and takes its result; the demo's own words are never refused. */
function saying(call: Call) {
  return async <M extends MethodName>(
    method: M,
    params: ParamsIn<M>,
    user: string | null = null,
  ): Promise<ResultOf<M>> => {
    const answer = await call(method, params, { origin: "console", user });
    if (!answer.ok) throw new Error(`${method}: ${answer.error.message} ${answer.error.field}`);
    return answer.value as ResultOf<M>;
  };
}

async function play(
  deps: Deps,
  say: Say,
  users: string[],
  told: DemoRequest,
  now: number,
): Promise<void> {
  const [staff, section, head] = users as [string, string, string];
  const start = morning(now - told.daysAgo * DAY);
  const at = (hours: number): void => deps.clock.set(Math.min(start + hours * HOUR, now));
  at(0);
  const { id } = await say(
    "request.create",
    {
      sop: SOP,
      subject: told.subject,
      purpose: told.purpose,
      delivery: told.delivery,
      requester: told.requester,
      items: told.items,
      letter: {
        number: told.letter,
        date: told.letter === "" ? "" : new Date(start - 3 * DAY).toISOString().slice(0, 10),
      },
      letterInHand: true,
    },
    staff,
  );
  const given: string[] = [];
  if (told.disposition !== undefined) {
    for (const { hours, by, workDays, ...disposition } of demoChain) {
      at(hours);
      const due = dayAfter(start, workDays);
      const parent = given.at(-1) ?? null;
      const order = { ...disposition, request: id, parent, due };
      const { dispositions } = await say("disposition.give", order, users[by]);
      given.push(dispositions.at(-1)?.id ?? "");
    }
  }
  let step = 3;
  while (step <= told.until) {
    at(PACE[step] ?? 0);
    if (step === 3 && told.found.length > 0) {
      const items = told.found.map((availability, index) => ({ no: index + 1, availability }));
      await say("request.assess", { request: id, items }, staff);
    }
    if (step === 5) {
      await say("document.issue", { request: id, kind: "refusal", reasons: told.reasons }, section);
    }
    if (step === 9) await say("document.issue", { request: id, kind: "delivery" }, section);
    const decision = step === 4 ? { branch: told.branch } : {};
    const by = step === 4 ? head : staff;
    const after = await say("step.complete", { request: id, step, ...decision }, by);
    step = after.current?.step ?? told.until + 1;
  }
  if (told.disposition === "reported") {
    for (const { hours, by, link, ...report } of demoReports) {
      at(hours);
      const order = { ...report, request: id, disposition: given[link] ?? "" };
      await say("disposition.report", order, users[by]);
    }
  }
  if (told.asks !== undefined) {
    at(PACE[told.until] ?? 0);
    await writeLetter(say, users, id, demoLetter(told.asks, dayAfter(start, 12)), told.asks.stage);
  }
  await handOver(say, staff, id, told.requester.name);
  if (told.cancelled !== undefined) {
    at(3);
    await say("request.cancel", { request: id, reason: told.cancelled }, staff);
  }
}

/** Written by the staff, checked by the section and the division, numbered once both have. */
async function writeLetter(
  say: Say,
  [staff = "", section = "", division = ""]: string[],
  request: string,
  words: ReturnType<typeof demoLetter>,
  stage: DemoLetter["stage"],
): Promise<void> {
  const { letter } = await say("letter.draft", { request, ...words }, staff);
  if (stage === "draft") return;
  const place = { request, letter: letter.id };
  await say("letter.submit", { ...place, checkers: [section, division] }, staff);
  await say("letter.check", { ...place, approved: true }, section);
  if (stage === "checking") return;
  await say("letter.check", { ...place, approved: true }, division);
  await say("document.issue", { ...place, kind: words.kind }, staff);
}

/** Letters of requests that have ended were signed and went out. */
async function handOver(say: Say, staff: string, request: string, to: string): Promise<void> {
  const { status, letters } = await say("request.get", { id: request });
  if (status !== "ended") return;
  for (const { id } of letters) {
    const place = { request, letter: id };
    await say("letter.sign", { ...place, how: "wet" }, staff);
    await say("letter.send", { ...place, how: "Diambil sendiri", to }, staff);
  }
}

/** In-house work: one step every three hours, by the same person. */
async function playWork(
  deps: Deps,
  say: Say,
  user: string,
  told: DemoWork,
  now: number,
): Promise<void> {
  const start = morning(now - told.daysAgo * DAY);
  deps.clock.set(start);
  const period = told.monthsBack === null ? "" : monthBefore(now, told.monthsBack);
  const subject = period === "" ? told.subject : `${told.subject} ${periodWords(period)}`;
  const { id } = await say("request.create", { sop: told.sop, subject, period }, user);
  const definition = await say("sop.get", { id: told.sop });
  let step = 1;
  for (let done = 1; step <= told.until; done += 1) {
    deps.clock.set(Math.min(start + done * 3 * HOUR, now));
    const decides = definition.steps[step - 1]?.kind === "decision";
    const branch = decides ? { branch: told.branch } : {};
    const after = await say("step.complete", { request: id, step, ...branch }, user);
    step = after.current?.step ?? told.until + 1;
  }
}

/** The day `days` days after a moment, in WIB; one later for each day of a weekend that it meets. */
function dayAfter(moment: number, days: number): string {
  let day = Math.floor((moment + 7 * HOUR) / DAY);
  for (let left = days; left > 0;) {
    day += 1;
    const weekday = new Date(day * DAY).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The month `back` months before that of `moment`, in WIB: `YYYY-MM`. */
function monthBefore(moment: number, back: number): string {
  const day = new Date(moment + 7 * HOUR);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - back, 1))
    .toISOString()
    .slice(0, 7);
}

/** 09.12 in WIB of the day of `moment`, or of the Friday before a weekend. */
function morning(moment: number): number {
  const day = Math.floor((moment + 7 * HOUR) / DAY);
  const weekday = new Date(day * DAY).getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return (day - back) * DAY + 2 * HOUR + 12 * 60_000;
}
