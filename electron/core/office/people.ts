import type { Person } from "#shared/contract.ts";
import type { Archive } from "../archive/archive.ts";

/** The command line acts under this name unless a user is named. */
export const CONSOLE: Person = { id: "konsol", name: "Baris perintah" };

/** What the public does through the portal is recorded under this name. */
export const PUBLIC: Person = { id: "portal", name: "Pemohon (portal)" };

/** Names of users by id, for showing who did what. */
export function peopleOf(archive: Archive): (id: string) => Person {
  const find = archive.sql("SELECT name FROM user WHERE id = ?").pluck();
  return (id) => {
    if (id === CONSOLE.id) return CONSOLE;
    if (id === PUBLIC.id) return PUBLIC;
    return { id, name: (find.get(id) as string | undefined) ?? id };
  };
}
