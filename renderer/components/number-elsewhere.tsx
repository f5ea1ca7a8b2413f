import { Link } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { holdingText as text } from "../text/holding.ts";
import { InfoNote } from "./note.tsx";

type Book = ResultOf<"register.list">[number];

/** Why this PC cannot give the book's next number, and what can be done; nothing where it can. */
export function NumberElsewhere({ book }: { book: Book }) {
  const { holding } = book;
  if (book.next !== "" || holding === null) return null;
  const { state, holder, asked } = holding;
  return (
    <InfoNote title={text.noNumber[state](holder?.name ?? "")}>
      {asked && state === "elsewhere" ? text.askedAlready : text.whatToDo[state]}{" "}
      <Link href={state === "unsure" ? "/pengaturan/portal" : "/pengaturan/penomoran"}>
        {state === "unsure" ? text.toPortal : text.toNumbering}
      </Link>
    </InfoNote>
  );
}
