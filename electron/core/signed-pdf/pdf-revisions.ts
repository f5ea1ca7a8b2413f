import { type PdfValue, isSpace, readValue } from "./pdf-values.ts";

/** A revision of a file: which objects it brings, and where the one before it is listed. */
type Revision = {
  at: number;
  /** Offset by number of the objects it writes; null for those it deletes. */
  objects: Map<number, number | null>;
  trailer: Map<string, PdfValue>;
};

/** Most revisions and longest table read; a file beyond counts as changed. */
const MOST_REVISIONS = 50;
const LONGEST_TABLE = 8 * 1024 * 1024;

/**
 * True when what follows the offset `end` of a signed file adds nothing but data to validate the
 * signatures with (a document security store, ETSI EN 319 142, as signing services append it): no
 * object of the signed revision is written anew but the catalog, in which at most /DSS and
 * /Extensions differ, and the properties (/Info), which stand on no page. Everything that cannot be
 * followed here counts as a change, cross-reference streams among it.
 */
export function addsValidationDataOnly(bytes: Buffer, end: number): boolean {
  const signed = revisions(bytes.subarray(0, end));
  const all = revisions(bytes);
  const last = signed?.[0];
  if (signed === null || all === null || last === undefined) return false;
  const added = all.slice(0, -signed.length);
  if (added.length === 0 || all[added.length]?.at !== last.at) return false;
  const size = Math.max(...signed.map(({ trailer }) => numberOf(trailer.get("Size"))));
  const root = referenced(last.trailer.get("Root"));
  const info = referenced(last.trailer.get("Info"));
  const catalog = root === null ? null : catalogOf(bytes, signed, root);
  if (root === null || catalog === null) return false;
  const harmless = ([number, at]: [number, number | null]): boolean => {
    // Number 0 heads the list of deleted objects in every table.
    if (at === null) return number === 0;
    if (at < end || startOf(bytes, number, at) === null) return false;
    if (number === root) return sameCatalog(bytes, catalog, startOf(bytes, number, at));
    return number >= size || number === info;
  };
  return added.every(
    ({ at, objects, trailer }) =>
      at >= end && referenced(trailer.get("Root")) === root && [...objects].every(harmless),
  );
}

/** The revisions of a file, the newest first; null when they cannot be followed to the first. */
function revisions(bytes: Buffer): Revision[] | null {
  const tail = bytes.subarray(-2048).toString("latin1");
  const [, start] = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail) ?? [];
  const found: Revision[] = [];
  let at = start === undefined ? -1 : Number(start);
  while (found.length < MOST_REVISIONS) {
    const one = revisionAt(bytes, at);
    if (one === null || one.trailer.has("XRefStm") || one.trailer.has("Encrypt")) return null;
    found.push(one);
    const before = one.trailer.get("Prev");
    if (before === undefined) return found;
    const previous = numberOf(before);
    // Each one lies before its successor, so a circle cannot be.
    if (!(previous < at)) return null;
    at = previous;
  }
  return null;
}

function revisionAt(bytes: Buffer, at: number): Revision | null {
  if (!(at >= 0) || at >= bytes.length) return null;
  const table = bytes.subarray(at, at + LONGEST_TABLE);
  const stop = table.indexOf("trailer");
  if (stop < 0 || table.subarray(0, 4).toString("latin1") !== "xref") return null;
  const words = table.subarray(4, stop).toString("latin1").trim().split(/\s+/);
  const objects = new Map<number, number | null>();
  for (let word = 0; word < words.length;) {
    const [first, count] = [Number(words[word]), Number(words[word + 1])];
    word += 2;
    if (!Number.isSafeInteger(first) || !(count <= (words.length - word) / 3)) return null;
    for (let index = 0; index < count; index += 1, word += 3) {
      const [offset, kind] = [Number(words[word]), words[word + 2]];
      if (!Number.isSafeInteger(offset) || (kind !== "n" && kind !== "f")) return null;
      // An object listed twice is read differently by different programs.
      if (objects.has(first + index)) return null;
      objects.set(first + index, kind === "n" ? offset : null);
    }
  }
  const { value } = readValue(bytes, at + stop + "trailer".length);
  return value?.type === "dictionary" ? { at, objects, trailer: value.entries } : null;
}

/** Where the value of an object begins that is said to stand at `at`; null when it does not. */
function startOf(bytes: Buffer, number: number, at: number): number | null {
  const head = bytes.subarray(at, at + 40).toString("latin1");
  const [whole, written] = /^(\d+)\s+\d+\s+obj/.exec(head) ?? [];
  const own = at === 0 || isSpace(bytes[at - 1]);
  return whole !== undefined && own && Number(written) === number ? at + whole.length : null;
}

function catalogOf(bytes: Buffer, signed: Revision[], root: number): PdfValue | null {
  const at = signed.find(({ objects }) => objects.has(root))?.objects.get(root) ?? null;
  const start = at === null ? null : startOf(bytes, root, at);
  return start === null ? null : readValue(bytes, start).value;
}

function sameCatalog(bytes: Buffer, catalog: PdfValue, start: number | null): boolean {
  const value = start === null ? null : readValue(bytes, start).value;
  if (value?.type !== "dictionary" || catalog.type !== "dictionary") return false;
  const rest = ({ entries }: typeof value): PdfValue => ({
    type: "dictionary",
    entries: new Map([...entries].filter(([key]) => key !== "DSS" && key !== "Extensions")),
  });
  return canonical(bytes, rest(value)) === canonical(bytes, rest(catalog));
}

/** The same for two values that say the same, whatever the order of their keys. */
function canonical(bytes: Buffer, value: PdfValue): string {
  switch (value.type) {
    case "dictionary":
      return `<<${[...value.entries]
        .map(([key, entry]) => `/${JSON.stringify(key)} ${canonical(bytes, entry)}`)
        .sort()
        .join(" ")}>>`;
    case "array":
      return `[${value.items.map((item) => canonical(bytes, item)).join(" ")}]`;
    case "string":
      return bytes.subarray(value.from, value.to).toString("latin1");
    case "name":
    case "number":
    case "reference":
    case "word":
      return JSON.stringify(value);
  }
}

const numberOf = (value: PdfValue | undefined): number =>
  value?.type === "number" ? value.value : Number.NaN;

const referenced = (value: PdfValue | undefined): number | null =>
  value?.type === "reference" ? value.number : null;
