import { z } from "zod";
import type { WireEvent } from "#shared/sync/wire.ts";
import type { AcceptedEvent } from "../../context.ts";
import type { Tx } from "../../store/store.ts";
import { erase } from "../erase.ts";
import { profileSchema } from "../office-card.ts";

/**
 * What the public pages learn from the events of offices: the office's own kop, which services it
 * offers, which letters it issued, and whose data it has erased. Arrival is no order, so the highest
 * (lamport, writer) holds. `at` is the ISO instant at which they were accepted.
 */
export async function learn(
  tx: Tx,
  office: string,
  events: readonly AcceptedEvent[],
  at: string,
): Promise<void> {
  for (const { event, body } of events) {
    const teach = event.version === 1 ? LESSONS[event.type] : undefined;
    if (teach !== undefined) await teach({ tx, office, event, body, at });
  }
}

type Learned = { tx: Tx; office: string; event: WireEvent; body: unknown; at: string };
type Lesson = (learned: Learned) => Promise<void>;

const serviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  requesterLane: z.string().nullable(),
});
const issuedSchema = z.object({
  id: z.string(),
  number: z.string().min(1),
  date: z.string(),
  about: z.string().catch(""),
});
const createdSchema = z.object({ origin: z.object({ portal: z.string() }) });
const namedSchema = z.object({ id: z.string() });

const LESSONS: Record<string, Lesson> = {
  "office.saved": async ({ tx, office, event, body }) => {
    const profile = profileSchema.safeParse(body);
    if (!profile.success) return;
    const { lamport, writer } = event;
    const row = { lamport, writer, profile: JSON.stringify(profile.data) };
    const before = await tx
      .selectFrom("public_office")
      .select(["lamport", "writer"])
      .where("office", "=", office)
      .executeTakeFirst();
    if (before === undefined) {
      await tx
        .insertInto("public_office")
        .values({ office, ...row })
        .execute();
    } else if (isLater(event, before)) {
      await tx.updateTable("public_office").set(row).where("office", "=", office).execute();
    }
  },
  "sop.published": async ({ tx, office, event, body }) => {
    const read = serviceSchema.safeParse(body);
    if (!read.success) return;
    const { id, name, requesterLane } = read.data;
    await offer(tx, office, id, event, { name, offered: requesterLane === null ? 0 : 1 });
  },
  "sop.retired": (learned) => reoffer(learned, 0),
  "sop.reinstated": (learned) => reoffer(learned, 1),
  "document.issued": async ({ tx, office, event, body }) => {
    const read = issuedSchema.safeParse(body);
    if (!read.success) return;
    const { id, number, date, about } = read.data;
    const { stream, writer, seq } = event;
    const row = { number, day: date, subject: about, writer, seq };
    await tx
      .insertInto("public_letter")
      .values({ office, stream, letter: id, voided: 0, ...row })
      .onConflict((conflict) => conflict.columns(["office", "stream", "letter"]).doUpdateSet(row))
      .execute();
  },
  "letter.voided": async ({ tx, office, event, body }) => {
    const read = namedSchema.safeParse(body);
    if (!read.success) return;
    const { stream, writer, seq } = event;
    await tx
      .insertInto("public_letter")
      .values({
        office,
        stream,
        letter: read.data.id,
        number: "",
        day: "",
        subject: "",
        writer,
        seq,
        voided: 1,
      })
      .onConflict((conflict) =>
        conflict.columns(["office", "stream", "letter"]).doUpdateSet({ voided: 1 }),
      )
      .execute();
  },
  "request.created": async ({ tx, office, event, body }) => {
    const read = createdSchema.safeParse(body);
    if (!read.success) return;
    await tx
      .updateTable("public_request")
      .set({ request: event.stream })
      .where("number", "=", read.data.origin.portal)
      .where("office", "=", office)
      .execute();
  },
  "identity.erased": forget,
  "request.destroyed": forget,
};

/** What an office erased goes here at once; nobody waits until its time is over. */
async function forget({ tx, office, event, at }: Learned): Promise<void> {
  const rows = await tx
    .selectFrom("public_request")
    .select("number")
    .where("request", "=", event.stream)
    .where("office", "=", office)
    .where("erased", "is", null)
    .execute();
  for (const { number } of rows) await erase(tx, number, at);
}

async function reoffer({ tx, office, event, body }: Learned, offered: 0 | 1): Promise<void> {
  const read = namedSchema.safeParse(body);
  if (read.success) await offer(tx, office, read.data.id, event, { offered });
}

type Offer = { name?: string; offered: 0 | 1 };

async function offer(
  tx: Tx,
  office: string,
  sop: string,
  event: WireEvent,
  { name, offered }: Offer,
): Promise<void> {
  const { lamport, writer } = event;
  const before = await tx
    .selectFrom("public_service")
    .select(["lamport", "writer"])
    .where("office", "=", office)
    .where("sop", "=", sop)
    .executeTakeFirst();
  if (before === undefined) {
    // Taken out of use before it was known: there is nothing to offer.
    if (name === undefined) return;
    const row = { office, sop, name, offered, lamport, writer };
    await tx.insertInto("public_service").values(row).execute();
  } else if (isLater(event, before)) {
    await tx
      .updateTable("public_service")
      .set({ offered, lamport, writer, ...(name === undefined ? {} : { name }) })
      .where("office", "=", office)
      .where("sop", "=", sop)
      .execute();
  }
}

type Order = { lamport: number; writer: string };
const isLater = (event: Order, before: Order): boolean =>
  event.lamport > before.lamport ||
  (event.lamport === before.lamport && event.writer > before.writer);
