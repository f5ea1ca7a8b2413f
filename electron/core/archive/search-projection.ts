import type { RequestEvent } from "#shared/request/events.ts";
import type { Requester } from "#shared/request/model.ts";
import type { RequestState, RequestStatus } from "#shared/request/state.ts";
import type { SearchKind } from "#shared/search/contract.ts";
import type { Db } from "./database.ts";
import { putMeta } from "./meta.ts";
import { type Doc, docsOf, type KindName } from "../search/docs.ts";
import { createFileTexts } from "../search/file-text.ts";
import { createPlaces, isPlaced } from "../search/place.ts";
import { createWordBook } from "../search/word-book.ts";

/** The index itself is emptied by `clear`; its tables take no plain DELETE. */
export const SEARCH_TABLES = ["search_doc", "search_word", "search_stem", "search_due"] as const;

export const KIND_NUMBERS: Record<SearchKind, number> = { request: 1, letter: 2, file: 3, note: 4 };

/** In `meta` while words of an erased person may still lie in the index's pages; see search/purge.ts. */
export const PURGE = "search.purge";

/** Tokens by which hits are narrowed down within the index. */
export const kindTag = (kind: SearchKind): string => `xk${KIND_NUMBERS[kind]}`;
export const sopTag = (sop: string): string => `xs${hashOf(sop).toString(36)}`;
export const statusTag = (status: RequestStatus): string => `xt${status}`;
/** The year on the office's wall clock, which is `ahead` milliseconds before UTC. */
export const yearTag = (year: number): string => `xy${year}`;

type Known = { id: number; kind: number; ref: string; hash: number };

/**
 * What the search finds, written in the transaction of the event. Only what changed is written: a
 * completed step without a note writes nothing.
 */
export function createSearchProjection(db: Db, ahead: () => number) {
  const files = createFileTexts(db);
  const placeOf = createPlaces(db);
  const kindName = createKindNames(db);
  const wordBook = createWordBook(db);
  const findRequest = db.prepare("SELECT id FROM search_doc WHERE kind = 1 AND ref = ?").pluck();
  const findDocs = db.prepare(
    `SELECT id, kind, ref, hash FROM search_doc WHERE id = @parent
     UNION ALL SELECT id, kind, ref, hash FROM search_doc WHERE parent = @parent AND kind > 1`,
  );
  const addDoc = db.prepare(
    `INSERT INTO search_doc (id, parent, kind, ref, file, hash)
     VALUES (@id, @parent, @kind, @ref, @file, @hash)`,
  );
  const setHash = db.prepare("UPDATE search_doc SET hash = ? WHERE id = ?");
  const dropDoc = db.prepare("DELETE FROM search_doc WHERE id = ?");
  const addText = db.prepare(
    `INSERT INTO search_text (rowid, head, body, about, tags)
     VALUES (@id, @head, @body, @about, @tags)`,
  );
  const dropText = db.prepare("DELETE FROM search_text WHERE rowid = ?");
  const putDue = db.prepare("INSERT INTO search_due (request) VALUES (?) ON CONFLICT DO NOTHING");

  const yearOf = (at: string): number => new Date(Date.parse(at) + ahead()).getUTCFullYear();

  /** Writes what can be found of a request, as far as it is not written already. */
  function writeRequest(state: RequestState, requester: Requester | null): void {
    // By time, so that what came within a minute stands in its order; the request itself is first,
    // whatever a clock that was set back said since.
    const docs = docsOf(state, requester, kindName).sort(
      (a, b) =>
        Number(b.kind === "request") - Number(a.kind === "request") ||
        (a.at < b.at ? -1 : Number(a.at > b.at)),
    );
    const parent = findRequest.get(state.id) as number | undefined;
    const known = new Map<string, Known>();
    if (parent !== undefined) {
      for (const row of findDocs.all({ parent }) as Known[]) known.set(keyOf(row), row);
    }
    const tags = `${sopTag(state.sop.id)} ${statusTag(state.status)}`;
    let own = parent ?? null;
    for (const doc of docs) {
      const kind = KIND_NUMBERS[doc.kind];
      const file = doc.sha256 === null ? null : files.rowOf(doc.sha256, doc.head[0] ?? "");
      // Only a text that was found is words of the row; why there is none may change at any time.
      const hash = hashOf(JSON.stringify([doc, file?.state === "ok", state.status]));
      const key = keyOf({ kind, ref: doc.ref });
      const before = known.get(key);
      known.delete(key);
      if (before?.hash === hash) continue;
      // The request's own row stays: the others name it, and its moment never changes.
      if (before !== undefined && (before.id === parent || isPlaced(before.id, doc.at))) {
        dropText.run(before.id);
        setHash.run(hash, before.id);
        writeText(before.id, doc, tags);
        continue;
      }
      // A draft that is written again stands where its new moment is.
      if (before !== undefined) drop(before.id);
      const id = placeOf(doc.at);
      own ??= id;
      addDoc.run({ id, parent: own, kind, ref: doc.ref, file: file?.id ?? null, hash });
      writeText(id, doc, tags);
    }
    for (const { id } of known.values()) drop(id);
  }

  function writeText(id: number, doc: Doc, tags: string): void {
    const head = doc.head.join("\n");
    const body = doc.sha256 === null ? doc.body.join("\n") : files.read(doc.sha256);
    const about = doc.about.join("\n");
    addText.run({
      id,
      head,
      body,
      about,
      tags: `${kindTag(doc.kind)} ${tags} ${yearTag(yearOf(doc.at))}`,
    });
    wordBook.add(`${head}\n${about}`, body);
  }

  function drop(id: number): void {
    dropText.run(id);
    dropDoc.run(id);
  }

  /** Forgets a request right before it is written anew, because of what must not be known any more. */
  function dropRequest(request: string): void {
    const parent = findRequest.get(request) as number | undefined;
    if (parent === undefined) return;
    for (const { id } of findDocs.all({ parent }) as Known[]) drop(id);
    putMeta(db, PURGE, "1");
  }

  function clear(): void {
    kindName.forget();
    wordBook.beginAnew();
    for (const table of ["search_text", "search_part"]) {
      db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
    }
  }

  return {
    writeRequest,
    /** Has a request written later; see search/catch-up.ts. */
    writeLater: (request: string): void => void putDue.run(request),
    dropRequest,
    clear,
    kindName,
    writeMany: wordBook.addMany,
    forget: wordBook.forget,
  };
}

const keyOf = ({ kind, ref }: { kind: number; ref: string }): string => `${kind} ${ref}`;

/** Names of the kinds of letters; a version of a template never changes, so its name is kept. */
function createKindNames(db: Db): KindName & { forget(): void } {
  const names = new Map<string, string>();
  const find = db
    .prepare("SELECT json_extract(template, '$.name') FROM template WHERE id = ? AND version = ?")
    .pluck();
  const nameOf = ({ id, version }: { id: string; version: number }): string => {
    const key = `${id}@${version}`;
    const known = names.get(key) ?? (find.get(id, version) as string | undefined);
    if (known === undefined) return "";
    names.set(key, known);
    return known;
  };
  return Object.assign(nameOf, { forget: () => names.clear() });
}

/** A hash of 53 bits that tells one text from the next, quickly; no protection against malice. */
function hashOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}

/** Whether an event may bring or take words that are searched; most steps bring none. */
export const touchesSearch = (event: RequestEvent): boolean =>
  event.type === "step.completed" ? event.body.note !== "" : !WORDLESS.has(event.type);

const WORDLESS: ReadonlySet<RequestEvent["type"]> = new Set([
  "clock.resumed",
  "letter.submitted",
  "request.filed",
  "request.moved",
  "request.reviewed",
]);
