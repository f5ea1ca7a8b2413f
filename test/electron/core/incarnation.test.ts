import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { intake, openCore, temporaryFolder } from "../../support/core.ts";

let place: string;
let folder: string;
let twins: string;
beforeEach(() => {
  place = temporaryFolder();
  folder = join(place, "arsip");
  twins = join(place, "pc-1");
  mkdirSync(folder);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const open = (archive = folder, pc = twins) => openCore({ archive, twins: pc });

async function work(archive = folder, pc = twins): Promise<void> {
  const lajur = open(archive, pc);
  await lajur.call("request.create", intake);
  await lajur.core.close();
}

/** Writers of a closed archive with what each has written. */
function writersOf(archive = folder): { uuid: string; seq: number }[] {
  const db = new Database(join(archive, "archive.sqlite"), { readonly: true });
  try {
    return db.prepare("SELECT uuid, seq FROM writer ORDER BY id").all() as never;
  } finally {
    db.close();
  }
}

/** Every event's id with its hash: one id may only ever mean one event. */
function eventsOf(archive: string): Map<string, string> {
  const db = new Database(join(archive, "archive.sqlite"), { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT writer.uuid || ':' || event.seq AS id, hex(event.hash) AS hash
         FROM event JOIN writer ON writer.id = event.writer`,
      )
      .all() as { id: string; hash: string }[];
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  } finally {
    db.close();
  }
}

function expectNoIdTwice(...archives: string[]): void {
  const known = new Map<string, string>();
  for (const archive of archives) {
    for (const [id, hash] of eventsOf(archive)) {
      expect(known.get(id) ?? hash).toBe(hash);
      known.set(id, hash);
    }
  }
}

test("an archive that is closed in order goes on with its writer", async () => {
  await work();
  const [first] = writersOf();
  await work();
  expect(writersOf()).toEqual([{ uuid: first?.uuid, seq: expect.any(Number) }]);
});

test("a folder copied to a second PC goes on there with a writer of its own", async () => {
  await work();
  const copy = join(place, "salinan");
  cpSync(folder, copy, { recursive: true });
  await work(copy, join(place, "pc-2"));
  await work();
  expect(writersOf(copy)).toHaveLength(2);
  expect(writersOf()).toHaveLength(1);
  expectNoIdTwice(folder, copy);
});

test("so does one copied beside the first on the same PC", async () => {
  await work();
  const copy = join(place, "salinan");
  cpSync(folder, copy, { recursive: true });
  await work(copy);
  await work();
  expectNoIdTwice(folder, copy);
});

test("an older copy put back over the archive never uses a number again", async () => {
  await work();
  const copy = join(place, "kemarin");
  cpSync(folder, copy, { recursive: true });
  await work();
  const lost = join(place, "sebelum-pulih");
  cpSync(folder, lost, { recursive: true });
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  await work();
  expect(writersOf()).toHaveLength(2);
  expectNoIdTwice(folder, lost);
});

test("nor does a copy that was taken while the archive was open", async () => {
  await work();
  const lajur = open();
  await lajur.call("request.create", intake);
  const copy = join(place, "saat-terbuka");
  cpSync(folder, copy, { recursive: true });
  await lajur.call("request.create", intake);
  await lajur.core.close();
  const lost = join(place, "sebelum-pulih");
  cpSync(folder, lost, { recursive: true });
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  await work();
  expect(writersOf()).toHaveLength(2);
  expectNoIdTwice(folder, lost);
});

test("starts that write nothing leave no writers behind", async () => {
  await work();
  for (let start = 0; start < 3; start += 1) {
    const lajur = open(folder, join(place, `pc-${start + 5}`));
    await lajur.call("request.list", {});
    await lajur.core.close();
  }
  expect(writersOf()).toHaveLength(1);
});

test("where the twin cannot be written each start has a writer of its own, and all goes on", async () => {
  await work(folder, "/dev/null/tidak-ada");
  await work(folder, "/dev/null/tidak-ada");
  expect(writersOf()).toHaveLength(2);
  expectNoIdTwice(folder);
});
