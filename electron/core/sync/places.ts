import type { Failure } from "#shared/errors.ts";
import type { Device, Head, Joined } from "#shared/sync/protocol.ts";
import { type SyncSettings, syncSettingsSchema } from "#shared/sync/contract.ts";
import type { Archive } from "../archive/archive.ts";
import { putMeta, readMeta } from "../archive/meta.ts";

/** What this PC remembers of the portal, beside the log. */
export type Connection = {
  url: string;
  office: { id: string; name: string };
  device: Device;
  /** ISO instant. */
  joined: string;
};

/** How far both have come. `epoch` is empty until their heads were compared. */
export type Place = { epoch: string; cursor: string };

const SETTINGS = "sync.settings";
/** How old the time of the last success may be that is written down, in milliseconds. */
const KEPT_MS = 10 * 60_000;

type ConnectionRow = {
  url: string;
  office: string;
  office_name: string;
  device: string;
  device_name: string;
  letter: string;
  joined: string;
};

export type Places = ReturnType<typeof createPlaces>;

export function createPlaces({ db, sql }: Pick<Archive, "db" | "sql">) {
  let success: string | null = null;

  /** Null for an office without a portal. */
  function connection(): Connection | null {
    const row = sql("SELECT * FROM portal").get() as ConnectionRow | undefined;
    if (row === undefined) return null;
    return {
      url: row.url,
      office: { id: row.office, name: row.office_name },
      device: { id: row.device, name: row.device_name, letter: row.letter },
      joined: row.joined,
    };
  }

  /** Joined from now on; nothing of an earlier portal is known any more. Call in a transaction. */
  function join(url: string, { office, device }: Joined, now: string, place?: Place): void {
    leave();
    sql("INSERT INTO portal VALUES (1, ?, ?, ?, ?, ?, ?, ?)").run(
      ...[url, office.id, office.name, device.id, device.name, device.letter, now],
    );
    const { epoch, cursor } = place ?? { epoch: "", cursor: "0" };
    sql("INSERT INTO sync_place (one, epoch, cursor, seen) VALUES (1, ?, ?, ?)").run(
      ...[epoch, cursor, cursor],
    );
  }

  /** Call in a transaction. */
  function leave(): void {
    success = null;
    for (const table of ["portal", "sync_place", "sync_head", "sync_file", "sync_refused"]) {
      sql(`DELETE FROM ${table}`).run();
    }
  }

  function place(): Place {
    const row = sql("SELECT epoch, cursor FROM sync_place").get() as Place | undefined;
    return row ?? { epoch: "", cursor: "0" };
  }

  // A rebuilt database has no row: the portal is asked for everything then.
  const makePlace = (): unknown => sql("INSERT OR IGNORE INTO sync_place (one) VALUES (1)").run();

  const see = (cursor: string): void =>
    void sql(
      "UPDATE sync_place SET seen = @cursor WHERE CAST(seen AS INTEGER) < CAST(@cursor AS INTEGER)",
    ).run({ cursor });

  const lastWritten = (): string | null =>
    (sql("SELECT last_success FROM sync_place").pluck().get() as string | null | undefined) ?? null;

  const setHead = (writer: string, seq: number): void =>
    void sql(
      `INSERT INTO sync_head (writer, seq) VALUES (?, ?)
       ON CONFLICT (writer) DO UPDATE SET seq = max(seq, excluded.seq)`,
    ).run(writer, seq);

  function stopped(): Failure | null {
    const text = sql("SELECT stopped FROM sync_place").pluck().get() as string | null | undefined;
    return text === null || text === undefined ? null : (JSON.parse(text) as Failure);
  }

  return {
    connection,
    join,
    leave,
    place,
    settings(): SyncSettings {
      const text = readMeta(db, SETTINGS);
      return syncSettingsSchema.parse(text === undefined ? {} : JSON.parse(text));
    },
    saveSettings: (settings: SyncSettings): void => putMeta(db, SETTINGS, JSON.stringify(settings)),
    /** What the portal calls the office and this PC now. */
    rename(office: { name: string }, device: Device): void {
      sql(
        `UPDATE portal SET office_name = @office, device_name = @name, letter = @letter
         WHERE (office_name, device_name, letter) <> (@office, @name, @letter)`,
      ).run({ office: office.name, name: device.name, letter: device.letter });
    },
    /** Read up to here. */
    setCursor(cursor: string): void {
      sql("UPDATE sync_place SET cursor = ? WHERE cursor <> ?").run(cursor, cursor);
      see(cursor);
    },
    /** The furthest place in the feed that the portal has told of. */
    seen: (): string =>
      (sql("SELECT seen FROM sync_place").pluck().get() as string | undefined) ?? "0",
    see,
    /** The heads of both are compared before anything else is sent. */
    forgetEpoch: (): void => void sql("UPDATE sync_place SET epoch = '', seen = '0'").run(),
    /** From the beginning of the portal's feed, with its heads as it told them. */
    beginEpoch(epoch: string, heads: readonly Pick<Head, "writer" | "seq">[]): void {
      makePlace();
      sql("UPDATE sync_place SET epoch = ?, cursor = '0', seen = '0'").run(epoch);
      sql("DELETE FROM sync_head").run();
      for (const head of heads) setHead(head.writer, head.seq);
    },
    heads(): Map<string, number> {
      const rows = sql("SELECT writer, seq FROM sync_head").raw().all();
      return new Map(rows as [string, number][]);
    },
    /** The portal has a writer at least so far. */
    setHead,
    /** Written now and then only: with nothing to do a round writes nothing. */
    succeeded(now: string): void {
      success = now;
      const written = lastWritten();
      const fresh = written !== null && Math.abs(Date.parse(now) - Date.parse(written)) < KEPT_MS;
      if (fresh && stopped() === null) return;
      makePlace();
      sql("UPDATE sync_place SET last_success = ?, stopped = NULL").run(now);
    },
    lastSuccess: (): string | null => success ?? lastWritten(),
    /** Why it does not go on without a person; null when it does. */
    stopped,
    stop(failure: Failure): void {
      makePlace();
      sql("UPDATE sync_place SET stopped = ?").run(JSON.stringify(failure));
    },
  };
}
