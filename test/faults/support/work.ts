import { demoOffice, demoUsers } from "#core/demo/office.ts";
import type { MethodName, ParamsIn, RequestDetail, ResultOf } from "#shared/contract.ts";
import type { ErrorCode, Result } from "#shared/errors.ts";
import { intake } from "../../support/core.ts";
import type { Random } from "./random.ts";

export type Call = (method: string, params: unknown) => Promise<Result<unknown>>;

/** One command of the work, and with what it was refused; null when it was confirmed. */
export type Done = { method: MethodName; refused: ErrorCode | null };

/** Refusals that tell of a fault, not of work that does not fit. */
export const FAULTS: readonly ErrorCode[] = [
  "internal",
  "archive_broken",
  "archive_damaged",
  "archive_unwritable",
  "archive_safe_mode",
  "archive_busy",
  "disk_full",
  "busy",
];

/** Where nothing is wrong, nothing may be told as wrong. */
function noFault({ method, refused }: Done): void {
  if (refused !== null && FAULTS.includes(refused)) throw new Error(`${method}: ${refused}`);
}

const MAX_RUNNING = 6;
const SOP = "magetan-permintaan-data";

/**
 * An officer's day made of chance: requests, steps, data found, notes, files, dispositions, letters
 * with their numbers, the agenda. It knows only what the archive answers, so it goes on after every
 * restart where the archive stands.
 */
export function createWork(call: Call, random: Random, told: (done: Done) => void = noFault) {
  async function say<M extends MethodName>(
    method: M,
    params: ParamsIn<M>,
  ): Promise<ResultOf<M> | null> {
    const answer = await call(method, params);
    told({ method, refused: answer.ok ? null : answer.error.code });
    return answer.ok ? (answer.value as ResultOf<M>) : null;
  }

  /** Words that are found nowhere else. */
  const words = (): string => `Uji ${random.id()}`;

  async function register(): Promise<void> {
    await say("request.create", {
      ...intake,
      sop: SOP,
      subject: words(),
      letterInHand: random.chance(0.5),
    });
  }

  async function complete({ id, current, status }: RequestDetail): Promise<void> {
    if (current === null || status !== "running") return;
    const branch = current.branches.length === 0 ? {} : { branch: random.pick(current.branches) };
    await say("step.complete", { request: id, step: current.step, note: words(), ...branch });
  }

  /** A file's content in parts, as the window sends it; answers the upload. */
  async function upload(): Promise<string | null> {
    const content = random.bytes(random.int(1, random.chance(0.2) ? 200_000 : 4_000));
    const begun = await say("upload.begin", { name: `${words()}.txt`, size: content.length });
    if (begun === null) return null;
    const part = 64 * 1024;
    for (let offset = 0; offset < content.length; offset += part) {
      const bytes = content.subarray(offset, offset + part).toString("base64");
      const got = await say("upload.append", { upload: begun.upload, offset, bytes });
      if (got === null) return null;
    }
    return begun.upload;
  }

  async function attach({ id }: RequestDetail): Promise<void> {
    const given = await upload();
    if (given !== null) await say("file.attach", { request: id, upload: given });
  }

  async function withdraw({ id, files }: RequestDetail): Promise<void> {
    if (files.length === 0) return attach(await request(id));
    const { id: file } = random.pick(files);
    await say("file.withdraw", { request: id, file, reason: words() });
  }

  async function assess({ id, items }: RequestDetail): Promise<void> {
    const found = items.map(({ no }) => ({
      no,
      availability: random.pick(["available", "partial", "unavailable", "excluded"] as const),
      note: words(),
    }));
    await say("request.assess", { request: id, items: found });
  }

  async function instruct({ id, dispositions }: RequestDetail): Promise<void> {
    const open = dispositions.find(({ reports }) => reports.length === 0);
    if (open !== undefined && random.chance(0.5)) {
      const recipient = open.to[0] ?? "";
      const order = { request: id, disposition: open.id, recipient, text: words() };
      await say("disposition.report", order);
      return;
    }
    const to = [random.pick(demoOffice.recipients)];
    await say("disposition.give", { request: id, to, note: words() });
  }

  /** The next thing that a letter of the request waits for; a new letter where none does. */
  async function write({ id, letters }: RequestDetail): Promise<void> {
    const letter = letters.find(({ stage }) => stage !== "sent" && stage !== "void");
    if (letter === undefined) {
      const kind = random.pick(["data-request", "delivery", "refusal"] as const);
      const values = kind === "data-request" ? { batas: "2027-01-29" } : {};
      const letterText = { kind, values, reasons: [words()], to: "Dinas Contoh" };
      const how = random.chance(0.5) ? "letter.draft" : "document.issue";
      await say(how, { request: id, ...letterText });
      return;
    }
    const place = { request: id, letter: letter.id };
    if (letter.stage === "numbered") {
      if (random.chance(0.2)) await say("letter.void", { ...place, reason: words() });
      else await say("letter.sign", { ...place, how: "wet" });
    } else if (letter.stage === "signed") {
      await say("letter.send", { ...place, how: "Diambil sendiri", to: "Ayu Contoh" });
    } else {
      await say("document.issue", { ...place, kind: letter.kind });
    }
  }

  async function clock({ id, pauses }: RequestDetail): Promise<void> {
    const paused = pauses.some(({ to }) => to === null);
    if (paused) await say("request.resume", { request: id });
    else await say("request.pause", { request: id, reason: words() });
  }

  const note = async ({ id }: RequestDetail): Promise<void> => {
    await say("note.add", { request: id, text: words() });
  };
  const enter = async (): Promise<void> => {
    const letter = { subject: words(), party: "Dinas Contoh" };
    await say("register.enter", { register: random.pick(["incoming", "outgoing"]), ...letter });
  };

  async function request(id: string): Promise<RequestDetail> {
    const found = await say("request.get", { id });
    if (found === null) throw new Error(`request ${id} cannot be read`);
    return found;
  }

  const acts = [
    ...[complete, complete, complete, attach, attach, note, withdraw],
    ...[assess, instruct, write, write, write, clock, enter],
  ];

  return {
    /** The office and its users, where there is none. */
    async begin(): Promise<void> {
      if ((await say("office.get", {})) !== null) return;
      await say("office.save", demoOffice);
      for (const user of demoUsers) await say("user.save", user);
    },
    /** Does one thing. */
    async one(): Promise<void> {
      const list = await say("request.list", { status: "running", limit: MAX_RUNNING });
      const running = list?.rows ?? [];
      if (running.length < 2 || (running.length < MAX_RUNNING && random.chance(0.15))) {
        await register();
        return;
      }
      await random.pick(acts)(await request(random.pick(running).id));
    },
  };
}
