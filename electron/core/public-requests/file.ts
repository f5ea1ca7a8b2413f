import { copyFile } from "node:fs/promises";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import type { Downloads } from "../files/downloads.ts";
import { decisionsOn } from "../messages/decisions.ts";
import { filesOf, type Inbox } from "../messages/inbox.ts";

/** A file that came with a message, or was answered to it; `file_missing` until it has arrived. */
export async function incomingFile(
  { archive, store }: Deps,
  downloads: Downloads,
  inbox: Inbox,
  { message: id, sha256 }: Params<"incoming.file">,
): Promise<Result<ResultOf<"incoming.file">>> {
  const message = inbox.find(id);
  if (message === null) return fail("message_unknown");
  const answered = decisionsOn(archive, id).flatMap((one) =>
    one.kind === "answered" ? one.answer.files : [],
  );
  const file = [...inbox.of(message.key).flatMap(filesOf), ...answered].find(
    (one) => one.sha256 === sha256,
  );
  if (file === undefined) return fail("file_unknown");
  const { id: download, path } = await downloads.reserve(file.name);
  try {
    await copyFile(store.pathOf(sha256), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return fail("file_missing", { name: file.name });
  }
  return ok({ name: file.name, size: file.size, path: null, download });
}
