import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openPostgresStore } from "../../../portal/store/postgres.ts";
import { openSqliteStore } from "../../../portal/store/sqlite.ts";
import { freshDatabase } from "../../support/stores.ts";

const office = { id: "a", name: "Kantor A", created: "2026-11-21T00:00:00.000Z" };

test("two nodes start on one new PostgreSQL at once and share epoch, news and locks", async (context) => {
  const url = await freshDatabase(context);
  const nodes = await Promise.all([openPostgresStore(url), openPostgresStore(url)]);
  const [one, other] = nodes;
  const epochs = await Promise.all(
    nodes.map(({ db }) => db.selectFrom("fact").select("value").executeTakeFirstOrThrow()),
  );
  expect(epochs[0]).toEqual(epochs[1]);

  const { promise: heard, resolve } = Promise.withResolvers<void>();
  other?.onNews("a", resolve);
  const timer = setInterval(() => void one?.announce("a"), 20);
  await heard;
  clearInterval(timer);

  const { promise: finish, resolve: end } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const held = one?.onlyOne("clearing", () => {
    begin();
    return finish;
  });
  await begun;
  expect(await other?.onlyOne("clearing", () => Promise.resolve())).toBe(false);
  end();
  expect(await held).toBe(true);
  await Promise.all(nodes.map((node) => node.close()));
});

test("a file is the same after it was closed, and a command may work beside the portal", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lajur-portal-"));
  const file = join(folder, "portal.sqlite");
  const portal = await openSqliteStore(file);
  const command = await openSqliteStore(file);
  await command.db.insertInto("office").values(office).execute();
  await command.close();
  expect(await portal.db.selectFrom("office").select("id").execute()).toEqual([{ id: "a" }]);
  await portal.close();
  const again = await openSqliteStore(file);
  expect(await again.db.selectFrom("office").select("name").execute()).toEqual([
    { name: "Kantor A" },
  ]);
  await again.close();
  rmSync(folder, { recursive: true });
});

test("a database of a newer portal is left as it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lajur-portal-"));
  const file = join(folder, "portal.sqlite");
  await (await openSqliteStore(file)).close();
  const db = new Database(file);
  db.prepare("insert into migration (name, at) values ('9999-later', '2030')").run();
  db.close();
  await expect(openSqliteStore(file)).rejects.toThrow("9999-later");
  rmSync(folder, { recursive: true });
});
