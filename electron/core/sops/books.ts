import { basename, join } from "node:path";
import { fail, ok } from "#shared/errors.ts";
import type { OfficeEvent } from "#shared/office.ts";
import { type Book, bookSchema } from "#shared/sop/book.ts";
import type { Archive } from "../archive/archive.ts";
import type { Deps } from "../deps.ts";
import { actorOf } from "../office/methods.ts";
import { CONSOLE } from "../office/people.ts";
import type { Handlers } from "../types.ts";
import { type BrokenFile, brokenFile, readShipped, schemaFinding } from "./shipped.ts";

type StoredBook = Book & { id: string };

/**
 * Puts the shipped books into an archive that has never had any; one that was removed stays away. A
 * broken file is left out and named.
 */
export function shipBooks(archive: Archive, resources: string): BrokenFile[] {
  const known = archive.sql("SELECT 1 FROM event WHERE type = 'book.saved' LIMIT 1").get();
  if (known !== undefined) return [];
  const broken: BrokenFile[] = [];
  const events: OfficeEvent[] = [];
  for (const { file, data, detail } of readShipped(join(resources, "book"))) {
    const { success, data: book, error } = bookSchema.safeParse(data);
    const id = basename(file, ".json");
    if (success) events.push({ type: "book.saved", body: { ...book, id } });
    else broken.push(brokenFile(file, [schemaFinding(detail ?? error.message)]));
  }
  if (events.length > 0) archive.recordOffice(CONSOLE.id, events);
  return broken;
}

export function findBook(archive: Archive, id: string): StoredBook | null {
  const text = archive.sql("SELECT book FROM book WHERE id = ?").pluck().get(id);
  return typeof text === "string" ? (JSON.parse(text) as StoredBook) : null;
}

type Methods = "book.list" | "book.get" | "book.save" | "book.remove";

export function bookMethods(deps: Deps): Pick<Handlers, Methods> {
  const { archive, newId } = deps;
  return {
    "book.list": () => {
      const ids = archive.sql("SELECT id FROM book ORDER BY id").pluck().all() as string[];
      return ok(
        ids.flatMap((id) => {
          const book = findBook(archive, id);
          if (book === null) return [];
          return [{ id, title: book.title, year: book.year, sops: book.sops.length }];
        }),
      );
    },
    "book.get": ({ id }) => {
      const book = findBook(archive, id);
      return book === null ? fail("book_unknown", {}, "id") : ok(book);
    },
    "book.save": (params, context) => {
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      const { id = newId() } = params;
      if (params.id !== undefined && findBook(archive, id) === null) {
        return fail("book_unknown", {}, "id");
      }
      const book = { ...params, id };
      archive.recordOffice(actor.value, [{ type: "book.saved", body: book }]);
      deps.changed(null);
      return ok(book);
    },
    "book.remove": ({ id }, context) => {
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      if (findBook(archive, id) === null) return fail("book_unknown", {}, "id");
      archive.recordOffice(actor.value, [{ type: "book.removed", body: { id } }]);
      deps.changed(null);
      return ok({});
    },
  };
}
