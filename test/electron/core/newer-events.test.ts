import Database from "better-sqlite3";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { hashOf } from "#core/archive/log.ts";
import { intake, openCore, type TestCore } from "../../support/core.ts";

let lajur: TestCore;
afterEach(() => lajur.dispose());

type Row = Parameters<typeof hashOf>[0] & { hash: Buffer };

/** Appends an event to the closed archive as another version of Lajur would have. */
function plant(stream: string, type: string, version: number, body: object): void {
  const db = new Database(join(lajur.folder, "archive.sqlite"));
  const writer = db.prepare("SELECT * FROM writer WHERE own = 1").get() as {
    id: number;
    uuid: string;
    seq: number;
    hash: Buffer;
  };
  const head = db.prepare("SELECT max(lamport) FROM head WHERE stream = ?").pluck().get(stream);
  const row: Omit<Row, "hash"> = {
    writer: writer.uuid,
    seq: writer.seq + 1,
    prev: writer.hash,
    after: "[]",
    lamport: Number(head) + 1,
    at: "2026-11-21T03:00:00.000Z",
    actor: "konsol",
    stream,
    type,
    version,
    body: JSON.stringify(body),
  };
  const hash = hashOf(row);
  db.prepare(
    `INSERT INTO event (writer, seq, prev, after, lamport, at, actor, stream, type, version, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    writer.id,
    row.seq,
    row.prev,
    row.after,
    row.lamport,
    row.at,
    row.actor,
    stream,
    type,
    version,
    row.body,
    hash,
  );
  db.prepare("UPDATE writer SET seq = ?, hash = ? WHERE id = ?").run(row.seq, hash, writer.id);
  db.prepare(
    `INSERT INTO head (stream, writer, seq, lamport) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET seq = excluded.seq, lamport = excluded.lamport`,
  ).run(stream, writer.id, row.seq, row.lamport);
  db.close();
}

const planted = (id: string) => {
  const db = new Database(join(lajur.folder, "archive.sqlite"), { readonly: true });
  const bodies = db.prepare("SELECT body FROM event WHERE stream = ? AND seq > 0").pluck().all(id);
  db.close();
  return bodies;
};

test.each([
  ["an unknown event", "request.teleported", 1],
  ["a later shape of a known event", "note.added", 2],
])(
  "%s is kept as it is, shown as not understood, and decides nothing",
  async (_, type, version) => {
    lajur = openCore();
    const { id } = await lajur.call("request.create", intake);
    await lajur.core.close();
    const body = { ke: "mars", langkah: 3, isi: ["a", { b: 1 }] };
    plant(id, type, version, body);
    lajur = openCore({ archive: lajur.folder });
    await lajur.call("archive.rebuild", {});
    expect(await lajur.call("request.get", { id })).toMatchObject({
      newer: true,
      status: "running",
    });
    const history = await lajur.call("history.list", { request: id });
    expect(history.at(-1)).toMatchObject({ body });
    expect(await lajur.refusal("step.complete", { request: id, step: 1 })).toMatchObject({
      code: "request_newer",
    });
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
    await lajur.core.close();
    expect(planted(id)).toContain(JSON.stringify(body));
    lajur = openCore({ archive: lajur.folder });
  },
);

test("an event of the office that is not understood leaves the rest as it is", async () => {
  lajur = openCore();
  await lajur.call("request.create", intake);
  await lajur.core.close();
  plant("office", "office.launched", 1, { orbit: true });
  lajur = openCore({ archive: lajur.folder });
  await lajur.call("archive.rebuild", {});
  expect((await lajur.call("request.list", {})).total).toBe(1);
  expect((await lajur.call("archive.check", {})).problems).toEqual([]);
});
