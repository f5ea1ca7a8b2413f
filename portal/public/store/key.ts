import { createHash, randomBytes } from "node:crypto";
import type { Store } from "../../store/store.ts";

const NAME = "public-key";

/** The key that signs forms and hashes secret codes: one for all nodes, made once. */
export async function readKey(store: Store): Promise<Buffer> {
  await store.db
    .insertInto("fact")
    .values({ name: NAME, value: randomBytes(32).toString("hex") })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await store.db
    .selectFrom("fact")
    .select("value")
    .where("name", "=", NAME)
    .executeTakeFirstOrThrow();
  return Buffer.from(row.value, "hex");
}

/** What is stored of a form's nonce: whoever reads the database cannot send the form again. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
