import type { ServiceContext } from "../context.ts";
import type { Store } from "../store/store.ts";

/**
 * Says that this portal was restored from a backup: every PC then compares what it has with what the
 * portal still has, sends again what was lost, and reads from the beginning.
 */
export async function renewEpoch({ store, newId }: ServiceContext): Promise<string> {
  const value = newId();
  await store.db.updateTable("fact").set({ value }).where("name", "=", "epoch").execute();
  return value;
}

export async function readEpoch(db: Store["db"]): Promise<string> {
  const row = await db
    .selectFrom("fact")
    .select("value")
    .where("name", "=", "epoch")
    .executeTakeFirstOrThrow();
  return row.value;
}
