import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PublicMessage } from "#shared/sync/messages.ts";
import type { PassedMessage } from "../../../portal/context.ts";
import { START } from "../../../portal/service/cursors.ts";
import { readPage } from "../../../portal/service/feed.ts";
import { receivePublic, sendMessages } from "../../../portal/service/messages.ts";
import type { Store } from "../../../portal/store/store.ts";
import { joinedPc, newOffice, serviceOn, type TestPc } from "../../support/portal-offices.ts";
import { freshStore, STORES } from "../../support/stores.ts";

const at = "2026-11-20T02:00:00.000Z";

const asked = (to: string, handover = randomUUID(), id = randomUUID()) => ({
  id,
  at,
  to,
  type: "handover.asked",
  body: {
    handover,
    number: "2026/0007",
    subject: "Data hortikultura",
    sop: "Pelayanan data",
    step: {
      no: 5,
      text: "Menyiapkan data",
      lane: "Produsen Data",
      requirements: "",
      output: "",
      branches: [],
    },
    items: [{ name: "Luas panen", period: "2025", unit: "ha", format: "xlsx" }],
    note: "",
    due: "",
    files: [],
  },
});
const answered = (to: string, handover: string) => ({
  id: randomUUID(),
  at,
  to,
  type: "handover.answered",
  body: { handover, branch: null, note: "Terlampir", by: "Petugas", files: [] },
});
const recalled = (to: string, handover: string) => ({
  id: randomUUID(),
  at,
  to,
  type: "handover.recalled",
  body: { handover, reason: "Keliru" },
});
const shown = (tracking: string) => ({
  id: randomUUID(),
  at,
  type: "public.shown",
  body: {
    tracking,
    revision: 1,
    status: "running",
    number: "",
    sop: "",
    steps: [],
    message: "",
    due: "",
    objection: "",
  },
});

describe.each(STORES)("messages on %s", (kind) => {
  let store: Store;
  let ctx: ReturnType<typeof serviceOn>["ctx"];
  let a: TestPc;
  let b: TestPc;
  let c: TestPc;
  let passed: PassedMessage[];
  const office = async (pc: TestPc): Promise<string> => (await pc.caller()).office.id;

  beforeEach(async (context) => {
    store = await freshStore(kind, context);
    ({ ctx } = serviceOn(store));
    a = await joinedPc(ctx, await newOffice(ctx, "Kantor A"));
    b = await joinedPc(ctx, await newOffice(ctx, "Kantor B"));
    c = await joinedPc(ctx, await newOffice(ctx, "Kantor C"));
    passed = [];
    ctx.hooks.passed.push(async (_tx, one) => void passed.push(one));
  });
  afterEach(() => store?.close());

  const send = async (by: TestPc, ...messages: { id: string; type: string }[]) =>
    (await sendMessages(ctx, await by.caller(), messages)).refused;
  async function feed(of: TestPc): Promise<unknown[]> {
    const page = await readPage(store, await office(of), START);
    return (page?.items ?? []).map((item) => (JSON.parse(item) as { message: unknown }).message);
  }

  test("one office's step reaches the other one, with whom it is from, once", async () => {
    const message = asked(await office(b));
    expect(await send(a, message)).toEqual([]);
    expect(await send(a, message)).toEqual([]);
    const { to, ...rest } = message;
    const from = { office: await office(a), name: "Kantor A" };
    expect(await feed(b)).toEqual([{ ...rest, from }]);
    expect(await feed(a)).toEqual([]);
    expect(passed).toMatchObject([{ from: from.office, to, message: { id: message.id } }]);
  });

  test("who it is from cannot be made up", async () => {
    const message = { ...asked(await office(b)), from: { office: "nobody", name: "Bupati" } };
    await send(a, message);
    expect(await feed(b)).toMatchObject([{ from: { office: await office(a), name: "Kantor A" } }]);
  });

  test("only the office that was asked answers, only the one that asked recalls", async () => {
    const handover = randomUUID();
    const [toA, toB] = [await office(a), await office(b)];
    await send(a, asked(toB, handover));
    const refusals: [TestPc, { id: string; type: string }][] = [
      [c, answered(toA, handover)],
      [a, answered(toB, handover)],
      [b, answered(await office(c), handover)],
      [b, recalled(toA, handover)],
      [c, recalled(toB, handover)],
      [b, answered(toA, "unknown")],
    ];
    for (const [by, message] of refusals) {
      expect(await send(by, message)).toEqual([{ id: message.id, code: "handover_strange" }]);
    }
    expect(await feed(a)).toEqual([]);
    expect(await send(b, answered(toA, handover))).toEqual([]);
    expect(await send(a, recalled(toB, handover))).toEqual([]);
    expect(await feed(a)).toMatchObject([{ type: "handover.answered", from: { office: toB } }]);
    expect(await feed(b)).toMatchObject([
      { type: "handover.asked" },
      { type: "handover.recalled", from: { office: toA } },
    ]);
  });

  test("what is not understood or not allowed is named, and keeps nothing from going", async () => {
    const [toA, toB] = [await office(a), await office(b)];
    const handover = randomUUID();
    const taken = asked(toB, handover);
    const good = asked(toB);
    const broken = { ...asked(toB), body: { handover: 7 } };
    const later = { id: "l1", type: "later.invented", body: {} };
    const nowhere = asked("nobody");
    const self = asked(toA);
    const again = asked(toB, handover);
    const refused = await send(a, taken, broken, later, nowhere, self, again, good);
    expect(refused).toEqual([
      { id: broken.id, code: "message_strange" },
      { id: "l1", code: "message_strange" },
      { id: nowhere.id, code: "message_recipient" },
      { id: self.id, code: "message_recipient" },
      { id: again.id, code: "handover_taken" },
    ]);
    expect(await feed(b)).toMatchObject([{ id: taken.id }, { id: good.id }]);
    expect(await send(c, { ...asked(toB), id: good.id })).toEqual([
      { id: good.id, code: "message_taken" },
    ]);
  });

  test("two offices that write to each other at once both get through", async () => {
    const [toA, toB] = [await office(a), await office(b)];
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        index % 2 === 0 ? send(a, asked(toB)) : send(b, asked(toA)),
      ),
    );
    expect(await feed(a)).toHaveLength(4);
    expect(await feed(b)).toHaveLength(4);
  });

  test("what the public is told goes through the public part, which may refuse it", async () => {
    const message = shown("P-2026-7K3M9Q");
    expect(await send(a, message)).toEqual([{ id: message.id, code: "message_recipient" }]);
    const told: string[] = [];
    ctx.hooks.answer.push(async (_tx, by, { body }) => {
      told.push(`${by}:${body.tracking}`);
      return body.tracking === "P-2026-000000" ? "tracking_unknown" : null;
    });
    const unknown = shown("P-2026-000000");
    expect(await send(a, message, unknown)).toEqual([{ id: unknown.id, code: "tracking_unknown" }]);
    await send(a, message);
    expect(told).toEqual([`${await office(a)}:P-2026-7K3M9Q`, `${await office(a)}:P-2026-000000`]);
    expect(passed).toMatchObject([{ to: "public", message: { id: message.id } }]);
  });

  test("what the public sends stands in the office's feed once, with what else was written", async () => {
    const message: PublicMessage = {
      id: randomUUID(),
      at,
      type: "public.withdrawn",
      body: { tracking: "P-2026-7K3M9Q", reason: "Sudah ada" },
    };
    const to = await office(a);
    const receive = () => store.transact((tx) => receivePublic(ctx, tx, to, message));
    expect(await receive()).toBe(1);
    expect(await receive()).toBeNull();
    expect(await feed(a)).toEqual([{ ...message, from: "public" }]);
    expect(passed).toMatchObject([{ from: "public", to }]);
    const undone = store.transact(async (tx) => {
      await receivePublic(ctx, tx, to, { ...message, id: randomUUID() });
      throw new Error("the form's own part failed");
    });
    await expect(undone).rejects.toThrow();
    expect(await feed(a)).toHaveLength(1);
  });
});
