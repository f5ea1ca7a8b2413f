import Database from "better-sqlite3";

/** How many pages the databases opened from here on may have; null for as many as they like. */
export type PageLimit = {
  /** Lets the open database grow by so many pages at most; null takes the limit away. */
  room(pages: number | null): void;
  /** The limit under which the next database is opened. */
  next(pages: number | null): void;
  stop(): void;
};

const ENDLESS = 4_294_967_294;

/** SQLite's own limit (PRAGMA max_page_count), set on the connection that the core writes with. */
export function limitPages(): PageLimit {
  const { pragma } = Database.prototype;
  let open: Database.Database | null = null;
  let first: number | null = null;
  const set = (db: Database.Database, pages: number): void =>
    void pragma.call(db, `max_page_count = ${pages}`);
  function found(db: Database.Database): void {
    open = db;
    if (first !== null) set(db, first);
  }
  // The core turns to WAL right after opening: by that its connection is known.
  Database.prototype.pragma = function (this: Database.Database, source, options) {
    const answer: unknown = pragma.call(this, source, options);
    if (source.startsWith("journal_mode = WAL")) found(this);
    return answer;
  };
  return {
    room(pages) {
      if (open === null) throw new Error("no database is open");
      const count = pragma.call(open, "page_count", { simple: true }) as number;
      set(open, pages === null ? ENDLESS : count + pages);
    },
    next(pages) {
      first = pages;
    },
    stop() {
      Database.prototype.pragma = pragma;
    },
  };
}
