import { randomBytes } from "node:crypto";
import { noHooks, type ServiceContext } from "../../../portal/context.ts";
import { readEpoch } from "../../../portal/service/epoch.ts";
import type { Store } from "../../../portal/store/store.ts";
import { joinedPc, newOffice } from "../../support/portal-offices.ts";

/** PCs of one office. */
const AN_OFFICE = 20;

export type Seeded = { epoch: string; offices: { id: string; tokens: string[] }[] };

/** Made-up offices of twenty PCs each, that have joined and have nothing yet. */
export async function seedOffices(store: Store, pcs: number): Promise<Seeded> {
  const ctx: ServiceContext = {
    store,
    now: () => new Date(),
    newId: () => randomBytes(16).toString("hex"),
    hooks: noHooks(),
  };
  const offices: Seeded["offices"] = [];
  for (let left = pcs; left > 0; left -= AN_OFFICE) {
    const id = await newOffice(ctx, `Dinas Contoh ${offices.length + 1}`);
    const tokens: string[] = [];
    while (tokens.length < Math.min(AN_OFFICE, left)) {
      tokens.push((await joinedPc(ctx, id, `PC ${tokens.length + 1}`)).token);
    }
    offices.push({ id, tokens });
  }
  return { epoch: await readEpoch(store.db), offices };
}

/** Things in the feeds of all offices. */
export async function feedItems(store: Store): Promise<number> {
  const { items } = await store.db
    .selectFrom("feed")
    .select((row) => row.fn.countAll<number>().as("items"))
    .executeTakeFirstOrThrow();
  return items;
}
