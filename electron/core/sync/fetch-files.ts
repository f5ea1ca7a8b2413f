import { existsSync } from "node:fs";
import { openArriving } from "../files/arriving.ts";
import type { QueuedFile } from "./file-queue.ts";
import { endsRound, type Round, type Trouble } from "./round.ts";

/** Brings the contents here that others announced, each from where it stopped. */
export async function fetchFiles(round: Round): Promise<Trouble> {
  const { client, files, asked, metered } = round;
  if (metered && !asked) return null;
  const tried = new Set<string>();
  let trouble: Trouble = null;
  for (;;) {
    const waiting = files.list("in", asked).filter(({ sha256 }) => !tried.has(sha256));
    if (waiting.length === 0) return trouble;
    for (const { sha256 } of waiting) tried.add(sha256);
    const answer = await client.missing(waiting.map(({ sha256 }) => sha256));
    if (!answer.ok) return answer;
    // Announced, and still on its way from the PC that has it.
    const absent = new Set(answer.value);
    for (const file of waiting) {
      if (absent.has(file.sha256)) continue;
      const failed = await fetchFile(round, file);
      if (failed !== null && endsRound(failed)) return failed;
      trouble ??= failed;
    }
  }
}

async function fetchFile(round: Round, file: QueuedFile): Promise<Trouble> {
  const { archive, client, files, refusals, store, report, nameOf, onStreams, counts } = round;
  const { sha256, stream, size } = file;
  const target = store.pathOf(sha256);
  if (existsSync(target)) {
    files.done(sha256, "in");
    return null;
  }
  const name = nameOf(stream, sha256);
  const arriving = await openArriving(archive.folder, sha256, target);
  try {
    const answer = await client.download(sha256, arriving, (done, total) =>
      report({ what: "file-in", name, done, total: Math.max(total, size) }),
    );
    const code = answer.ok ? await finished() : answer.code || answer.error.code;
    if (code === null) {
      files.done(sha256, "in");
      refusals.remove(sha256);
      counts.filesIn += 1;
      if (stream !== "") onStreams([stream]);
      return null;
    }
    if (!answer.ok && endsRound(answer)) return answer;
    files.failed(sha256);
    refusals.add({ id: sha256, direction: "in", type: "file", stream, code });
    return answer.ok ? null : answer;
  } finally {
    await arriving.close();
  }

  /** Its bytes are those that its name says; the others are asked for again. */
  async function finished(): Promise<string | null> {
    return (await arriving.finish()) ? null : "file_mismatch";
  }
}
