import type { HeldRegister } from "#shared/register/series.ts";
import { strangerSeries } from "#shared/register/series.ts";
import type { Archive } from "../archive/archive.ts";
import { copyTag } from "../archive/incarnation.ts";
import { putMeta, readMeta } from "../archive/meta.ts";
import type { Deps } from "../deps.ts";
import { lastGiven } from "./last-value.ts";

/** Who may give which numbers here and now, so that no two PCs ever give the same. */
export type Numbering = Pick<Deps, "archive" | "device">;

export type Holder = { device: string; name: string; at: string; actor: string; reason: string };

export type Block = {
  id: string;
  year: number;
  from: number;
  to: number;
  device: string;
  name: string;
  at: string;
  /** Why nobody gives the rest of it; null while it is open. */
  closed: string | null;
};

/**
 * own: this PC gives all that stands in nobody's block. elsewhere: another PC does, and here only
 * what is left of this one's blocks. unsure: the archive was copied or went back to an earlier day,
 * so what it gave since is not known before a sync. apart: it belongs to no portal any more.
 */
export type HoldState = "own" | "elsewhere" | "unsure" | "apart";

export function holdState({ archive, device }: Numbering, holder: Holder | null): HoldState {
  const own = device();
  if (own === null) return isShared(archive) && holder?.device !== "" ? "apart" : "own";
  if (copyTag(archive.db) !== null) return "unsure";
  // Until the first PC of the office has said that it holds them, it does.
  const holds = holder === null ? own.letter === "" : holder.device === own.id;
  return holds ? "own" : "elsewhere";
}

/** Several PCs have given numbers out of these registers, or may. */
export const isShared = (archive: Archive): boolean =>
  archive.sql("SELECT 1 FROM register_holder LIMIT 1").get() !== undefined;

export const holderOf = (archive: Archive, register: HeldRegister): Holder | null =>
  (archive
    .sql("SELECT device, name, at, actor, reason FROM register_holder WHERE register = ?")
    .get(register) as Holder | undefined) ?? null;

/** All blocks of a year in the order of their numbers, closed ones too. */
export const blocksOf = (archive: Archive, register: string, year: number): Block[] =>
  archive
    .sql(
      `SELECT id, year, first AS "from", last AS "to", device, name, at, closed FROM register_block
       WHERE register = ? AND year = ? ORDER BY first, id`,
    )
    .all(register, year) as Block[];

/** The next number of a block; null when it is used up. */
export function nextOfBlock(archive: Archive, register: string, block: Block): number | null {
  const { year, from, to } = block;
  const next = Math.max(from, lastGiven(archive, register, year, block) + 1);
  return block.closed === null && next <= to ? next : null;
}

/** The letter of a PC that has left its portal goes on being its own. */
const LETTER = "letter";

export function rememberLetter(archive: Archive, letter: string): void {
  if (readMeta(archive.db, LETTER) !== letter) putMeta(archive.db, LETTER, letter);
}

/** The letter under which this PC counts by itself; empty for an office's first or only one. */
export function seriesOf({ archive, device }: Numbering): string {
  const own = device();
  const tag = copyTag(archive.db);
  if (tag !== null && (own !== null || isShared(archive))) return strangerSeries(tag);
  return own?.letter ?? readMeta(archive.db, LETTER) ?? "";
}
