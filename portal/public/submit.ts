import type { MessageFile, PublicMessage } from "#shared/sync/messages.ts";
import { dayOf, type Zone } from "#shared/time/zone.ts";
import type { PortalContext } from "../context.ts";
import { receivePublic } from "../service/messages.ts";
import type { Tx } from "../store/store.ts";
import { hashCode, newTrackingNumber, secretCode } from "./codes.ts";
import type { FormContents } from "./form/validate.ts";
import { hashOf } from "./store/key.ts";
import { clearUploads, listUploads } from "./store/uploads.ts";
import { UPLOADS } from "./text.ts";
import type { Upload } from "./uploads/upload.ts";

export type Submission = {
  office: { id: string; zone: Zone };
  /** The form's own: what is sent with the same one again is the same request. */
  nonce: string;
  contents: FormContents;
};

export type Submitted = {
  number: string;
  code: string;
  /** ISO instant. */
  at: string;
  subject: string;
  files: number;
  /** The form was sent before, with other contents. */
  differs: boolean;
};

/** A tracking number of 30 random bits is taken already once in a blue moon. */
const TRIES = 5;

/**
 * Takes a filled form: its number, what the portal keeps of it, and the message in the office's feed
 * come to be in one transaction. The code follows from the nonce and is stored as a hash only.
 */
export async function submit(
  ctx: PortalContext,
  key: Buffer,
  { office, nonce, contents }: Submission,
): Promise<Submitted> {
  const code = secretCode(key, nonce);
  const { fresh, ...submitted } = await ctx.store.transact(async (tx) => {
    // A first try that still runs has to end before the second one looks.
    await ctx.store.lockOffice(tx, office.id);
    const contentsHash = hashOf(JSON.stringify(contents));
    const before = await sentBefore(tx, nonce);
    if (before !== null) {
      const { hash, ...sent } = before;
      return { ...sent, code, differs: hash !== contentsHash, fresh: false };
    }
    const at = ctx.now().toISOString();
    const uploads = await listUploads(tx, nonce);
    const files = uploads.map(messageFile);
    const number = await reserve(tx, {
      office: office.id,
      form_hash: hashOf(nonce),
      contents_hash: contentsHash,
      sent: at,
      changed: at,
      message: ctx.newId(),
      contents: JSON.stringify({ ...contents, files }),
      year: dayOf(at, office.zone).slice(0, 4),
      secret: (tracking) => hashCode(key, tracking, code),
    });
    const message = {
      id: number.message,
      at,
      type: "public.requested",
      body: { tracking: number.tracking, ...contents, files },
    } satisfies PublicMessage;
    const feedPlace = await sendToOffice(ctx, tx, office.id, message);
    await tx
      .updateTable("public_request")
      .set({ feed_n: feedPlace })
      .where("number", "=", number.tracking)
      .execute();
    await clearUploads(tx, nonce, uploads);
    const { subject } = contents;
    const sent = { number: number.tracking, at, subject, files: files.length };
    return { ...sent, code, differs: false, fresh: true };
  });
  if (fresh) await ctx.store.announce(office.id);
  return submitted;
}

/** Puts a message of the public at the end of the office's feed and says its place there. */
export async function sendToOffice(
  ctx: PortalContext,
  tx: Tx,
  office: string,
  message: PublicMessage,
): Promise<number> {
  const place = await receivePublic(ctx, tx, office, message);
  if (place === null) throw new Error("the id of a new message is taken");
  return place;
}

/** A file as the office gets it, its name saying what it is. */
export const messageFile = ({ kind, name, size, sha256 }: Upload): MessageFile => ({
  name: kind === "reply" ? name : `${UPLOADS[kind].prefix} - ${name}`,
  size,
  sha256,
});

async function sentBefore(tx: Tx, nonce: string) {
  const row = await tx
    .selectFrom("public_request")
    .select(["number", "sent", "contents", "contents_hash"])
    .where("form_hash", "=", hashOf(nonce))
    .executeTakeFirst();
  if (row === undefined) return null;
  const contents = JSON.parse(row.contents ?? "{}") as { subject?: string; files?: unknown[] };
  return {
    number: row.number,
    at: row.sent,
    subject: contents.subject ?? "",
    files: contents.files?.length ?? 0,
    hash: row.contents_hash,
  };
}

type Reservation = {
  office: string;
  form_hash: string;
  contents_hash: string;
  sent: string;
  changed: string;
  message: string;
  contents: string;
  year: string;
  secret: (number: string) => string;
};

async function reserve(
  tx: Tx,
  { year, secret, ...row }: Reservation,
): Promise<{ tracking: string; message: string }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const number = newTrackingNumber(year);
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("public_request")
      .values({
        ...row,
        number,
        secret_hash: secret(number),
        feed_n: 0,
        request: null,
        revision: 0,
        shown: null,
        ended: null,
        withdrawn: null,
        erased: null,
        failures: 0,
        failed_since: null,
      })
      .onConflict((conflict) => conflict.column("number").doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return { tracking: number, message: row.message };
  }
  throw new Error("no free tracking number");
}
