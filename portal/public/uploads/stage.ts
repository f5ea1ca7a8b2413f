import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { PublicDeps } from "../deps.ts";
import type { ReceivedFile } from "../read-form.ts";
import { addUpload, listUploads } from "../store/uploads.ts";
import { FAULTS, filled } from "../text.ts";
import { kindOf } from "./file-kind.ts";
import { safeName, shownName } from "./safe-name.ts";
import { type Upload, UPLOAD_LIMITS, type UploadKind } from "./upload.ts";

type Staged = { uploads: Upload[]; faults: Record<string, string> };

/**
 * Keeps the files of a post for the form with this nonce: typed by content, renamed, in the blobs.
 * What is not taken is said under the name of its field; the others stay.
 */
export async function stageUploads(
  { ctx, checks }: PublicDeps,
  nonce: string,
  received: readonly ReceivedFile[],
  kindOfField: (field: string) => UploadKind | null,
): Promise<Staged> {
  const faults: Record<string, string> = {};
  const uploads = await listUploads(ctx.store.db, nonce);
  for (const file of received) {
    const kind = kindOfField(file.field);
    if (kind === null) continue;
    const staged = await stageOne({ ctx, checks }, nonce, kind, file, uploads);
    if (typeof staged === "string") {
      faults[file.field] ??= filled(FAULTS[staged], { name: `“${shownName(file.name)}”` });
    } else if (staged !== null) uploads.push(staged);
  }
  return { uploads, faults };
}

async function stageOne(
  { ctx, checks }: Pick<PublicDeps, "ctx" | "checks">,
  nonce: string,
  kind: UploadKind,
  file: ReceivedFile,
  before: readonly Upload[],
): Promise<Upload | keyof typeof FAULTS | null> {
  if (file.fault !== undefined) return file.fault;
  // Sent once more, as when somebody goes back and forth: it is there already.
  if (before.some((one) => one.sha256 === file.sha256 && one.kind === kind)) return null;
  if (before.length >= UPLOAD_LIMITS.files) return "many";
  const total = before.reduce((sum, { size }) => sum + size, 0);
  if (total + file.size > UPLOAD_LIMITS.total) return "total";
  const found = await checks(async () => kindOf(await readFile(file.path)));
  if ("fault" in found) return found.fault;
  const stored = await ctx.blobs.put(createReadStream(file.path), UPLOAD_LIMITS.file);
  if (!stored.ok) return "large";
  const upload: Upload = {
    id: ctx.newId(),
    kind,
    name: safeName(file.name, found.extension),
    size: stored.value.size,
    sha256: stored.value.sha256,
  };
  const at = ctx.now().toISOString();
  await ctx.store.transact((tx) => addUpload(tx, { nonce, at }, upload));
  return upload;
}
