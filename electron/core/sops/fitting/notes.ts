import { type ImportNote, type ImportNoteCode, importNote } from "#shared/sop/import.ts";

/** Longest piece of a file's own text that a note repeats. */
const DETAIL = 120;
/** More notes than anybody reads say only how many there were. */
const MOST = 500;

export type FitOptions = {
  notes: Notes;
  /** The place in the imported file that a path of the draft was read from. */
  placeOf(path: PropertyKey[]): string;
  /** What is said of a key that the schema does not know. */
  unknown?: ImportNoteCode;
};

export type Notes = {
  add(code: ImportNoteCode, place: string, detail?: string): void;
  list(): ImportNote[];
};

export function createNotes(): Notes {
  const notes: ImportNote[] = [];
  let more = 0;
  return {
    add(code, place, detail = "") {
      if (notes.length >= MOST) more += 1;
      else notes.push(importNote(code, brief(place), brief(detail)));
    },
    list: () =>
      more === 0 ? notes : [...notes, importNote("not_taken", "", `${more} catatan lain`)],
  };
}

/** Cut between code points, and on one line. */
function brief(text: string): string {
  const words = text
    .slice(0, DETAIL * 4)
    .replace(/\s+/g, " ")
    .trim();
  const points = [...words];
  return points.length <= DETAIL ? words : `${points.slice(0, DETAIL).join("")}…`;
}
