import type { Hooks, PassedMessage } from "../context.ts";
import type { Tx } from "../store/store.ts";
import { hashesIn } from "./hashes-in.ts";
import { grantFile, nameFiles, unnameFiles } from "./rights.ts";

/** Learns from what arrives which files may come and who may read them. */
export function addFileHooks(hooks: Hooks, now: () => Date): void {
  hooks.accepted.push(async (tx, office, events) => {
    const named = new Map<string, Set<string>>();
    for (const { event, body } of events) {
      if (event.type === "request.destroyed") {
        named.delete(event.stream);
        await unnameFiles(tx, { office, source: event.stream });
      }
      const hashes = hashesIn(body);
      if (hashes.length === 0) continue;
      const ofStream = named.get(event.stream) ?? new Set();
      for (const sha256 of hashes) ofStream.add(sha256);
      named.set(event.stream, ofStream);
    }
    for (const [source, hashes] of named) await nameFiles(tx, { office, source }, [...hashes]);
  });

  hooks.passed.push((tx, passed) => noteFiles(tx, passed, now()));
}

/** Who may send and read the files of a message. */
export async function noteFiles(
  tx: Tx,
  { from, to, message }: PassedMessage,
  now: Date,
): Promise<void> {
  const hashes = hashesIn(message.body);
  if (hashes.length === 0) return;
  const source = `message:${message.id}`;
  if (from !== "public") await nameFiles(tx, { office: from, source }, hashes);
  if (to === "public") return;
  if (from !== "public") return nameFiles(tx, { office: to, source, giver: from }, hashes);
  // What the public sends has been stored by the portal itself before the message is made.
  await nameFiles(tx, { office: to, source }, hashes);
  const files = "files" in message.body ? message.body.files : [];
  for (const file of files) await grantFile(tx, to, file, now.toISOString());
}
