import type { Archive } from "../archive/archive.ts";

export type PortalOffice = { id: string; name: string };

/** Offices on the portal, as they were last known: a step is handed over without a line too. */
export const listOffices = (archive: Pick<Archive, "sql">): PortalOffice[] =>
  archive.sql("SELECT id, name FROM portal_office ORDER BY name, id").all() as PortalOffice[];

export const officeNamed = (archive: Archive, id: string): PortalOffice | null =>
  (archive.sql("SELECT id, name FROM portal_office WHERE id = ?").get(id) as
    | PortalOffice
    | undefined) ?? null;

/** Takes the place of what was known before. */
export function keepOffices(
  archive: Pick<Archive, "sql" | "transact">,
  offices: readonly PortalOffice[],
): void {
  const known = listOffices(archive);
  const same =
    known.length === offices.length &&
    offices.every(({ id, name }) => known.some((one) => one.id === id && one.name === name));
  if (same) return;
  archive.transact(() => {
    archive.sql("DELETE FROM portal_office").run();
    const put = archive.sql("INSERT OR REPLACE INTO portal_office (id, name) VALUES (?, ?)");
    for (const { id, name } of offices) put.run(id, name);
  });
}
