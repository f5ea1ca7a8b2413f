import { stat } from "node:fs/promises";
import type { QueuedFile } from "./file-queue.ts";
import { endsRound, type Round, type Trouble } from "./round.ts";

/** Brings the portal the contents that it lacks, each from where it stopped. */
export async function sendFiles(round: Round): Promise<Trouble> {
  const { archive, client, files, asked, metered } = round;
  if (metered && !asked) return null;
  const tried = new Set<string>();
  let trouble: Trouble = null;
  for (;;) {
    const waiting = files.list("out", asked).filter(({ sha256 }) => !tried.has(sha256));
    if (waiting.length === 0) return trouble;
    for (const { sha256 } of waiting) tried.add(sha256);
    const answer = await client.missing(waiting.map(({ sha256 }) => sha256));
    if (!answer.ok) return answer;
    const lacking = new Set(answer.value);
    archive.transact(() => {
      for (const { sha256 } of waiting) if (!lacking.has(sha256)) files.done(sha256, "out");
    });
    for (const file of waiting) {
      if (!lacking.has(file.sha256)) continue;
      const failed = await sendFile(round, file);
      if (failed !== null && endsRound(failed)) return failed;
      trouble ??= failed;
    }
  }
}

async function sendFile(round: Round, file: QueuedFile): Promise<Trouble> {
  const { client, files, refusals, store, report, nameOf, counts } = round;
  const { sha256, stream } = file;
  const path = store.pathOf(sha256);
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  // Erased meanwhile, or never here: whoever has it brings it.
  if (there === null) {
    files.done(sha256, "out");
    return null;
  }
  const name = nameOf(stream, sha256);
  const answer = await client.upload({
    sha256,
    name,
    size: there.size,
    path,
    url: file.upload,
    began: (url) => files.began(sha256, url),
    onBytes: (done, total) => report({ what: "file-out", name, done, total }),
  });
  if (answer.ok) {
    files.done(sha256, "out");
    refusals.remove(sha256);
    counts.filesOut += 1;
    return null;
  }
  if (!endsRound(answer)) {
    files.failed(sha256);
    refusals.add({ id: sha256, direction: "out", type: "file", stream, code: codeOf(answer) });
  }
  return answer;
}

const codeOf = ({ code, error }: NonNullable<Trouble>): string => code || error.code;
