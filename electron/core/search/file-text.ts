import { deflateSync, inflateSync } from "node:zlib";
import type { Db } from "../archive/database.ts";

/**
 * What is known of the text in an attachment. `missing`: its content has not come yet; `none`: its
 * kind holds no text that can be read.
 */
export type TextState =
  | "waiting"
  | "missing"
  | "ok"
  | "empty"
  | "locked"
  | "broken"
  | "too-large"
  | "none";

/** Attachments whose text is read, by their name's ending. */
const READABLE = /\.(pdf|docx|docm|xlsx|xlsm|txt|csv)$/i;

/** After so many tries that ended the reader it is left alone. */
const MOST_TRIES = 2;

/** Texts found in attachments, by the SHA-256 of their content. */
export function createFileTexts(db: Db) {
  const find = db.prepare("SELECT id, state FROM file_text WHERE sha256 = ?");
  const add = db
    .prepare("INSERT INTO file_text (sha256, state) VALUES (?, ?) RETURNING id")
    .pluck();
  const setState = db.prepare("UPDATE file_text SET state = ? WHERE id = ?");
  const setText = db.prepare("UPDATE file_text SET state = ?, text = ? WHERE id = ?");
  const text = db.prepare("SELECT text FROM file_text WHERE sha256 = ?").pluck();
  const next = db.prepare(
    "SELECT id, sha256, tries FROM file_text WHERE state = 'waiting' ORDER BY id DESC LIMIT 1",
  );
  const begin = db.prepare("UPDATE file_text SET tries = tries + 1 WHERE id = ?");
  const waiting = db.prepare("SELECT count(*) FROM file_text WHERE state = 'waiting'").pluck();
  const again = db.prepare("UPDATE file_text SET state = 'waiting' WHERE state = 'missing'");

  return {
    /** The row of this content, made when it is new; it waits to be read when its name promises text. */
    rowOf(sha256: string, name: string): { id: number; state: TextState } {
      const readable = READABLE.test(name);
      const known = find.get(sha256) as { id: number; state: TextState } | undefined;
      if (known === undefined) {
        const state = readable ? "waiting" : "none";
        return { id: add.get(sha256, state) as number, state };
      }
      if (known.state !== "none" || !readable) return known;
      setState.run("waiting", known.id);
      return { id: known.id, state: "waiting" };
    },
    /** Empty where there is none, none yet, or where the disk has garbled it; the doctor finds that. */
    read(sha256: string): string {
      const packed = text.get(sha256) as Buffer | null | undefined;
      if (packed === null || packed === undefined) return "";
      try {
        return inflateSync(packed).toString("utf8");
      } catch (error) {
        if (error instanceof Error && "code" in error) return "";
        throw error;
      }
    },
    keep(id: number, state: TextState, found: string): void {
      setText.run(state, found === "" ? null : deflateSync(Buffer.from(found, "utf8")), id);
    },
    /** The latest one that waits; null when none does. */
    next(): { id: number; sha256: string; hopeless: boolean } | null {
      const row = next.get() as { id: number; sha256: string; tries: number } | undefined;
      if (row === undefined) return null;
      return { id: row.id, sha256: row.sha256, hopeless: row.tries >= MOST_TRIES };
    },
    begin: (id: number): void => void begin.run(id),
    waiting: (): number => waiting.get() as number,
    /** Those whose content had not come are tried once more. */
    lookAgain: (): void => void again.run(),
  };
}
