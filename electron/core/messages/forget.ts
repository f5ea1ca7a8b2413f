import { rmSync } from "node:fs";
import { createFileStore } from "../files/store.ts";
import type { Archive } from "../archive/archive.ts";
import { filesOf, type Inbox } from "./inbox.ts";
import type { Outbox } from "./outbox.ts";

/**
 * Deletes what was said about a form that came to nothing (UU 27/2022), and the contents that came
 * with it, unless something else in the archive has the same content. What the portal was told stays
 * sent.
 */
export function forgetForm(
  archive: Archive,
  { inbox, outbox }: { inbox: Inbox; outbox: Outbox },
  key: string,
): void {
  const files = inbox.of(key).flatMap(filesOf);
  archive.transact(() => {
    inbox.forget(key);
    outbox.forgetSent(key);
    for (const { sha256 } of files) {
      archive.sql("DELETE FROM sync_file WHERE sha256 = ? AND direction = 'in'").run(sha256);
    }
  });
  const store = createFileStore(archive.folder);
  for (const { sha256 } of files) {
    if (!inbox.names(sha256) && !isNamed(archive, sha256)) {
      rmSync(store.pathOf(sha256), { force: true });
    }
  }
}

const isNamed = (archive: Archive, sha256: string): boolean =>
  archive.sql("SELECT 1 FROM event WHERE instr(body, ?) > 0 LIMIT 1").get(sha256) !== undefined;
