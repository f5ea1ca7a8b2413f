import type { Kysely, Selectable } from "kysely";
import type { AnswerMessage } from "#shared/sync/messages.ts";
import type { ErrorCode } from "#shared/errors.ts";
import type { PublicTables } from "../../store/migrations/0003-public.ts";
import type { Tx } from "../../store/store.ts";
import type { Tables } from "../../store/tables.ts";
import type { FormContents } from "../form/validate.ts";
import type { MessageFile } from "#shared/sync/messages.ts";

type Db = Kysely<Tables>;
export type RequestRow = Selectable<PublicTables["public_request"]>;

export type Shown = Extract<AnswerMessage, { type: "public.shown" }>["body"];
export type Release = {
  release: string;
  at: string;
  text: string;
  files: MessageFile[];
  expires: string;
};
/** What is kept of what was sent, to show it to the requester. */
export type SentContents = FormContents & { files: MessageFile[] };

const ENDS = new Set<Shown["status"]>(["ended", "refused", "cancelled"]);
export const isEnd = (status: Shown["status"]): boolean => ENDS.has(status);

export async function findRequest(db: Db, number: string): Promise<RequestRow | null> {
  const row = await db
    .selectFrom("public_request")
    .selectAll()
    .where("number", "=", number)
    .executeTakeFirst();
  return row ?? null;
}

export const shownOf = ({ shown }: RequestRow): Shown | null =>
  shown === null ? null : (JSON.parse(shown) as Shown);

export const contentsOf = ({ contents }: RequestRow): SentContents | null =>
  contents === null ? null : (JSON.parse(contents) as SentContents);

export async function listReleases(db: Db, number: string): Promise<Release[]> {
  const rows = await db
    .selectFrom("public_release")
    .select(["release", "at", "text", "files", "expires"])
    .where("number", "=", number)
    .orderBy("at")
    .execute();
  return rows.map((row) => ({ ...row, files: JSON.parse(row.files) as MessageFile[] }));
}

export type Post = { kind: string; at: string; contents: PostContents };
export type PostContents = { text: string; files: MessageFile[] };

/** What the requester has sent since, in that order. */
export async function listPosts(db: Db, number: string): Promise<Post[]> {
  const rows = await db
    .selectFrom("public_post")
    .select(["kind", "at", "contents"])
    .where("number", "=", number)
    .orderBy("at")
    .execute();
  return rows.map((row) => ({ ...row, contents: JSON.parse(row.contents) as PostContents }));
}

/**
 * Takes what an office says of a request. An older revision than what is shown changes nothing, nor
 * does anything for a request whose time on the portal is over. `tracking_unknown` for another
 * office's.
 */
export async function takeAnswer(
  tx: Tx,
  office: string,
  message: AnswerMessage,
  at: string,
): Promise<ErrorCode | null> {
  const row = await findRequest(tx, message.body.tracking);
  if (row === null || row.office !== office) return "tracking_unknown";
  if (row.erased !== null) return null;
  switch (message.type) {
    case "public.shown":
      await show(tx, row, message.body, at);
      return null;
    case "public.released":
      await release(tx, row, message.body, at);
      return null;
    default:
      return message satisfies never;
  }
}

async function show(tx: Tx, row: RequestRow, body: Shown, at: string): Promise<void> {
  if (body.revision <= row.revision) return;
  const before = shownOf(row);
  // Work at the office that nobody sees here does not keep personal data on the portal any longer.
  const changed = before === null || visible(before) !== visible(body);
  await tx
    .updateTable("public_request")
    .set({
      revision: body.revision,
      shown: JSON.stringify(body),
      ended: isEnd(body.status) ? (row.ended ?? at) : null,
      ...(changed ? { changed: at } : {}),
    })
    .where("number", "=", row.number)
    .execute();
}

const visible = (shown: Shown): string => JSON.stringify({ ...shown, revision: 0 });

type ReleasedBody = Extract<AnswerMessage, { type: "public.released" }>["body"];

async function release(
  tx: Tx,
  { number }: RequestRow,
  { release, text, files, expires }: ReleasedBody,
  at: string,
): Promise<void> {
  const row = { text, files: JSON.stringify(files), expires };
  await tx
    .insertInto("public_release")
    .values({ number, release, at, ...row })
    .onConflict((conflict) => conflict.columns(["number", "release"]).doUpdateSet(row))
    .execute();
  await tx
    .updateTable("public_request")
    .set({ changed: at })
    .where("number", "=", number)
    .execute();
}
