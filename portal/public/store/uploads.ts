import type { Kysely } from "kysely";
import { grantFile, nameFiles, unnameFiles } from "../../files/rights.ts";
import type { Tx } from "../../store/store.ts";
import type { Tables } from "../../store/tables.ts";
import type { Upload, UploadKind } from "../uploads/upload.ts";
import { hashOf } from "./key.ts";

type Db = Kysely<Tables>;

/** Files of unsent forms are held by the public itself, which is no office: none can read them. */
const HOLDER = "public";

/** Files of a form that is being filled in, in the order in which they came. */
export async function listUploads(db: Db, nonce: string): Promise<Upload[]> {
  const rows = await db
    .selectFrom("public_upload")
    .select(["id", "kind", "name", "size", "sha256"])
    .where("form_hash", "=", hashOf(nonce))
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as UploadKind }));
}

/** Keeps a file whose bytes are in the blobs already. */
export async function addUpload(
  tx: Tx,
  { nonce, at }: { nonce: string; at: string },
  upload: Upload,
): Promise<void> {
  await tx
    .insertInto("public_upload")
    .values({ ...upload, form_hash: hashOf(nonce), at })
    .execute();
  const { id, sha256 } = upload;
  await nameFiles(tx, { office: HOLDER, source: id }, [sha256]);
  await grantFile(tx, HOLDER, upload, at);
}

/** Forgets one file of this form; another form's is not touched. */
export async function removeUpload(tx: Tx, nonce: string, id: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom("public_upload")
    .where("id", "=", id)
    .where("form_hash", "=", hashOf(nonce))
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await unnameFiles(tx, { office: HOLDER, source: id });
}

/** The form was sent: what its files, `uploads`, are needed for stands elsewhere now. */
export async function clearUploads(
  tx: Tx,
  nonce: string,
  uploads: readonly Upload[],
): Promise<void> {
  for (const { id } of uploads) await removeUpload(tx, nonce, id);
}

/** Gives up forms that nobody has touched since `before` (ISO instant); says how many files. */
export async function sweepUploads(tx: Tx, before: string): Promise<number> {
  const rows = await tx
    .deleteFrom("public_upload")
    .where("at", "<", before)
    .returning("id")
    .execute();
  for (const { id } of rows) await unnameFiles(tx, { office: HOLDER, source: id });
  return rows.length;
}
