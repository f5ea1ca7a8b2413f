import type { Kysely } from "kysely";
import type { Tables } from "../../store/tables.ts";
import { type OfficeCard, officeCard, type OfficeProfile, profileSchema } from "../office-card.ts";

type Db = Kysely<Tables>;

/** All offices that may be asked, by name. */
export async function listOffices(db: Db): Promise<OfficeCard[]> {
  const rows = await offices(db).orderBy("office.name").execute();
  return rows.map(cardOf);
}

/** The office of a portal that has one alone: every page is its own then. */
export async function findOnlyOffice(db: Db): Promise<OfficeCard | null> {
  const rows = await offices(db).limit(2).execute();
  const [only] = rows;
  return only === undefined || rows.length > 1 ? null : cardOf(only);
}

export async function findOffice(db: Db, id: string): Promise<OfficeCard | null> {
  const row = await offices(db).where("office.id", "=", id).executeTakeFirst();
  return row === undefined ? null : cardOf(row);
}

/** The office's picture; null for none. */
export async function findLogo(
  db: Db,
  id: string,
): Promise<{ type: string; bytes: Buffer } | null> {
  const row = await offices(db).where("office.id", "=", id).executeTakeFirst();
  const [, type, data] =
    /^data:(image\/(?:png|jpeg));base64,(.+)$/.exec(profileOf(row?.profile ?? null)?.logo ?? "") ??
    [];
  if (type === undefined || data === undefined) return null;
  return { type, bytes: Buffer.from(data, "base64") };
}

/** Names of the office's SOPs that serve a requester. */
export async function listServices(db: Db, office: string): Promise<string[]> {
  const rows = await db
    .selectFrom("public_service")
    .select("name")
    .distinct()
    .where("office", "=", office)
    .where("offered", "=", 1)
    .orderBy("name")
    .limit(50)
    .execute();
  return rows.map(({ name }) => name);
}

const offices = (db: Db) =>
  db
    .selectFrom("office")
    .leftJoin("public_office", "public_office.office", "office.id")
    .select(["office.id", "office.name", "public_office.profile"]);

const cardOf = ({ id, name, profile }: { id: string; name: string; profile: string | null }) =>
  officeCard(id, name, profileOf(profile));

const profileOf = (json: string | null): OfficeProfile | null =>
  json === null ? null : profileSchema.parse(JSON.parse(json));
