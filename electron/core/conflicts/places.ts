import type { ConflictSide } from "#shared/conflict/contract.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";

type Written = Pick<ConflictSide["decisions"][number], "at" | "by" | "pc" | "own">;

/** Who wrote an event, when, and on which PC, by the event's id `writer:seq`. */
export function placesOf(
  archive: Archive,
): (id: string, event: { at: string; by: string }) => Written {
  const person = peopleOf(archive);
  const find = archive.sql(
    `SELECT coalesce(pc.name, '') AS name,
       writer.own OR coalesce(pc.name = (SELECT device_name FROM portal), 0) AS own FROM writer
     LEFT JOIN writer_pc AS pc ON pc.writer = writer.uuid WHERE writer.uuid = ?`,
  );
  return (id, { at, by }) => {
    const writer = id.slice(0, id.lastIndexOf(":"));
    const found = find.get(writer) as { name: string; own: number } | undefined;
    return { at, by: person(by), pc: found?.name ?? "", own: found?.own === 1 };
  };
}
