import type { Person } from "#shared/contract.ts";
import type { Archive } from "../archive/archive.ts";

/** The command line acts under this name unless a user is named. */
export const CONSOLE: Person = { id: "konsol", name: "Baris perintah" };

/** Names of users by id, for showing who did what. */
export function peopleOf(archive: Archive): (id: string) => Person {
  const find = archive.sql("SELECT name FROM user WHERE id = ?").pluck();
  return (id) => {
    if (id === CONSOLE.id) return CONSOLE;
    return { id, name: (find.get(id) as string | undefined) ?? id };
  };
}
