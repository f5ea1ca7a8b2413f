import type { ServiceContext } from "../context.ts";
import { type Answer, refuse, taken } from "./answer.ts";

export type Office = { id: string; name: string };

/** In the order of their names. */
export const listOffices = ({ store }: Pick<ServiceContext, "store">): Promise<Office[]> =>
  store.db.selectFrom("office").select(["id", "name"]).orderBy("name").execute();

/** A new office; `office_taken` where one has the name. `name` is a line of at most 120. */
export async function addOffice(ctx: ServiceContext, name: string): Promise<Answer<Office>> {
  const office = { id: ctx.newId(), name: name.trim() };
  const { numInsertedOrUpdatedRows } = await ctx.store.db
    .insertInto("office")
    .values({ ...office, created: ctx.now().toISOString() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? taken(office) : refuse("office_taken", { name });
}

export async function renameOffice(
  { store }: ServiceContext,
  id: string,
  name: string,
): Promise<Answer<Office>> {
  const office = { id, name: name.trim() };
  return store.transact(async (tx) => {
    const other = await tx
      .selectFrom("office")
      .select("id")
      .where("name", "=", office.name)
      .where("id", "!=", id)
      .executeTakeFirst();
    if (other !== undefined) return refuse("office_taken", { name });
    const { numUpdatedRows } = await tx
      .updateTable("office")
      .set({ name: office.name })
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n ? taken(office) : refuse("office_unknown", { name: id });
  });
}

/** By its id or its name, as an operator types it. */
export async function findOffice(
  { store }: Pick<ServiceContext, "store">,
  text: string,
): Promise<Answer<Office>> {
  const rows = await store.db
    .selectFrom("office")
    .select(["id", "name"])
    .where((row) => row.or([row("id", "=", text), row("name", "=", text.trim())]))
    .execute();
  const office = rows[0];
  return office === undefined ? refuse("office_unknown", { name: text }) : taken(office);
}
