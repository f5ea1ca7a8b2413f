import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FeedRow } from "../../../portal/store/migrations/0001-core.ts";
import type { Store } from "../../../portal/store/store.ts";
import { freshStore, STORES } from "../../support/stores.ts";

/** Both stores are held to the same behaviour. */
describe.each(STORES)("the store on %s", (kind) => {
  let store: Store;
  beforeEach(async (context) => {
    store = await freshStore(kind, context);
    await store.db
      .insertInto("office")
      .values([
        { id: "a", name: "Kantor A", created: "2026-11-21T00:00:00.000Z" },
        { id: "b", name: "Kantor B", created: "2026-11-21T00:00:00.000Z" },
      ])
      .execute();
  });
  afterEach(() => store?.close());

  const row = (office: string, n: number, text = "{}"): FeedRow => ({
    office,
    n,
    kind: "event",
    check_digits: "00000000",
    upto: n * 2,
    at: "2026-11-21T00:00:00.000Z",
    writer: `w-${office}`,
    seq: n,
    hash: "h",
    stream: "office",
    refused: null,
    type: "note.added",
    json: text,
    identities: null,
  });

  test("gives an epoch to a new database and keeps it", async () => {
    const rows = await store.db.selectFrom("fact").selectAll().execute();
    expect(rows).toEqual([{ name: "epoch", value: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  });

  test("keeps rows as they are, numbers as numbers, any text in its JSON", async () => {
    const hostile = JSON.stringify({ text: "'; drop table feed; -- <b> \u0000 \u{1F600} é \\" });
    await store.transact((tx) => store.insertFeed(tx, [row("a", 1), row("a", 2, hostile)]));
    const rows = await store.db.selectFrom("feed").selectAll().orderBy("n").execute();
    expect(rows).toEqual([row("a", 1), row("a", 2, hostile)]);
  });

  test("counts as numbers", async () => {
    await store.transact((tx) => store.insertFeed(tx, [row("a", 1), row("a", 2)]));
    const { count } = await store.db
      .selectFrom("feed")
      .select((of) => of.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(2);
  });

  test("undoes a transaction that throws", async () => {
    const broken = store.transact(async (tx) => {
      await store.insertFeed(tx, [row("a", 1)]);
      throw new Error("midway");
    });
    await expect(broken).rejects.toThrow("midway");
    expect(await store.db.selectFrom("feed").select("n").execute()).toEqual([]);
  });

  test("takes no place of a feed and no event twice", async () => {
    await store.transact((tx) => store.insertFeed(tx, [row("a", 1)]));
    const twice = (one: FeedRow) => store.transact((tx) => store.insertFeed(tx, [one]));
    await expect(twice({ ...row("a", 1), seq: 9 })).rejects.toThrow(/unique|duplicate/i);
    await expect(twice({ ...row("b", 1), writer: "w-a" })).rejects.toThrow(/unique|duplicate/i);
  });

  test("lets one after the other have an office, and others meanwhile another one", async () => {
    const order: string[] = [];
    const add = (office: string, name: string) =>
      store.transact(async (tx) => {
        const held = await store.lockOffice(tx, office);
        const n = (held?.feed_n ?? 0) + 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        await tx.updateTable("office").set({ feed_n: n }).where("id", "=", office).execute();
        order.push(`${name}:${n}`);
      });
    await Promise.all([add("a", "one"), add("a", "two"), add("a", "three"), add("b", "other")]);
    expect(order.filter((one) => !one.startsWith("other")).map((one) => one.split(":")[1])).toEqual(
      ["1", "2", "3"],
    );
    expect(order).toContain("other:1");
    expect(await store.transact((tx) => store.lockOffice(tx, "nobody"))).toBeNull();
  });

  test("lets one do what only one may do", async () => {
    const { promise: finish, resolve } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const first = store.onlyOne("clearing", () => {
      begin();
      return finish;
    });
    await begun;
    expect(await store.onlyOne("clearing", () => Promise.resolve())).toBe(false);
    expect(await store.onlyOne("other work", () => Promise.resolve())).toBe(true);
    resolve();
    expect(await first).toBe(true);
    expect(await store.onlyOne("clearing", () => Promise.resolve())).toBe(true);
    const failing = store.onlyOne("clearing", () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(await store.onlyOne("clearing", () => Promise.resolve())).toBe(true);
  });

  test("tells the news of an office to those who wait for it", async () => {
    const { promise: heard, resolve } = Promise.withResolvers<void>();
    const deaf = store.onNews("a", resolve);
    // A listener of another node hears as soon as it listens.
    const timer = setInterval(() => void store.announce("a"), 20);
    await heard;
    clearInterval(timer);
    deaf();
    // From here on it listens: only news of the own office wake anybody.
    const { promise: again, resolve: hear } = Promise.withResolvers<void>();
    let other = 0;
    store.onNews("b", () => (other += 1));
    store.onNews("a", hear);
    await store.announce("a");
    await again;
    expect(other).toBe(0);
  });

  test("says that it can be reached", async () => {
    await expect(store.ready()).resolves.toBeUndefined();
  });
});
