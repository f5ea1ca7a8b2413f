/**
 * Bookmarks and properties for a PDF that pdf.js has joined, as an update behind it (ISO 32000-1,
 * 7.5.6): what stands there already stays byte for byte.
 */

export type Bookmark = { level: 0 | 1; text: string; page: number };

export type Properties = { title: string; author: string; made: string };

/**
 * What is to be written behind the PDF; nothing when its shape is not the one that pdf.js writes.
 */
export function outlineUpdate(
  pdf: Uint8Array,
  bookmarks: readonly Bookmark[],
  properties: Properties,
): Buffer {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = file.subarray(-64).toString("latin1");
  const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(tail)?.[1] ?? Number.NaN);
  const size = Number(/\/Size (\d+)/u.exec(textAt(file, before))?.[1] ?? Number.NaN);
  const root = objectAt(file, 1);
  const pages = Number(/\/Pages (\d+) 0 R/u.exec(root)?.[1] ?? Number.NaN);
  const order = Number.isNaN(pages) ? [] : pageOrder(file, pages);
  if (Number.isNaN(before) || Number.isNaN(size) || !root.includes("/Catalog")) {
    return Buffer.alloc(0);
  }
  const marks = bookmarks.filter(({ page }) => order[page - 1] !== undefined);
  if (marks.length === 0) return Buffer.alloc(0);
  const outline = outlineObjects(marks, order, size);
  const catalog = root
    .replace(/\s*\/(?:Outlines|PageMode|Lang)\s*(?:\d+ 0 R|\/\w+|\([^)]*\))/gu, "")
    .replace(/>>\s*$/u, ` /Outlines ${size} 0 R /PageMode /UseOutlines /Lang (id) >>`);
  const objects = new Map<number, string>([[1, catalog], [2, infoOf(properties)], ...outline]);
  return update(file.length, objects, before, size + outline.length);
}

/** Pages of a PDF that pdf.js has joined; 0 for one of another shape. */
export function pageCount(pdf: Uint8Array): number {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const pages = Number(/\/Pages (\d+) 0 R/u.exec(objectAt(file, 1))?.[1] ?? Number.NaN);
  if (Number.isNaN(pages)) return 0;
  return Number(/\/Count (\d+)/u.exec(objectAt(file, pages))?.[1] ?? 0);
}

/** As much as a dictionary at an offset may take. */
const textAt = (file: Buffer, at: number): string =>
  Number.isNaN(at) ? "" : file.subarray(at, at + 2000).toString("latin1");

/** The text of an object without a stream; empty where there is none of this number. */
function objectAt(file: Buffer, number: number): string {
  const head = `\n${number} 0 obj\n`;
  const at = file.indexOf(head, 0, "latin1");
  if (at < 0) return "";
  const from = at + head.length;
  const end = file.indexOf("endobj", from, "latin1");
  return end < 0 ? "" : file.subarray(from, end).toString("latin1").trim();
}

/** Numbers of the pages' objects, in the order of the pages. */
function pageOrder(file: Buffer, node: number, depth = 0): number[] {
  const text = objectAt(file, node);
  if (!/\/Type \/Pages\b/u.test(text)) return [node];
  const kids = /\/Kids \[([^\]]*)\]/u.exec(text)?.[1] ?? "";
  if (depth > 8) return [];
  return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap(([, kid]) =>
    pageOrder(file, Number(kid), depth + 1),
  );
}

/** The tree of bookmarks: parts, and the papers in them. The root has the number `first`. */
function outlineObjects(
  marks: readonly Bookmark[],
  order: readonly number[],
  first: number,
): [number, string][] {
  const nodes = marks.map((mark, at) => ({
    ...mark,
    number: first + 1 + at,
    kids: [] as number[],
  }));
  const tops: number[] = [];
  const parents = new Map<number, number>();
  let part: (typeof nodes)[number] | null = null;
  for (const node of nodes) {
    if (node.level === 1 && part !== null) {
      part.kids.push(node.number);
      parents.set(node.number, part.number);
    } else {
      tops.push(node.number);
      if (node.level === 0) part = node;
    }
  }
  const entries = nodes.map((node): [number, string] => {
    const parent = parents.get(node.number) ?? first;
    const siblings = nodes.find(({ number }) => number === parent)?.kids ?? tops;
    const at = siblings.indexOf(node.number);
    const link = (name: string, to: number | undefined): string =>
      to === undefined ? "" : ` /${name} ${to} 0 R`;
    const open =
      node.kids.length === 0
        ? ""
        : `${link("First", node.kids[0])}${link("Last", node.kids.at(-1))} /Count ${node.kids.length}`;
    return [
      node.number,
      `<< /Title ${text16(node.text)} /Parent ${parent} 0 R${link("Prev", siblings[at - 1])}${link("Next", siblings[at + 1])}${open} /Dest [${order[node.page - 1]} 0 R /Fit] >>`,
    ];
  });
  const root = `<< /Type /Outlines /First ${tops[0]} 0 R /Last ${tops.at(-1)} 0 R /Count ${nodes.length} >>`;
  return [[first, root], ...entries];
}

const infoOf = ({ title, author, made }: Properties): string => {
  const at = `(D:${made.replace(/[^0-9]/gu, "").slice(0, 14)}Z)`;
  return `<< /Title ${text16(title)} /Author ${text16(author)} /Creator (Lajur) /Producer (Lajur) /CreationDate ${at} /ModDate ${at} >>`;
};

/** A text string as UTF-16 in hexadecimal, so that no character of it needs escaping. */
const text16 = (text: string): string =>
  `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;

/** Objects with a cross-reference stream of their own, for a file of `offset` bytes. */
function update(
  offset: number,
  objects: ReadonlyMap<number, string>,
  previous: number,
  next: number,
): Buffer {
  const sorted = [...objects].sort(([a], [b]) => a - b);
  const parts: Buffer[] = [Buffer.from("\n", "latin1")];
  let at = offset + 1;
  const places: [number, number][] = [];
  const add = (text: string): void => {
    const bytes = Buffer.from(text, "latin1");
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [number, text] of sorted) {
    places.push([number, at]);
    add(`${number} 0 obj\n${text}\nendobj\n`);
  }
  const start = at;
  places.push([next, start]);
  const index = places.map(([number]) => `${number} 1`).join(" ");
  const rows = Buffer.alloc(places.length * 7);
  for (const [row, [, place]] of places.entries()) {
    rows.writeUInt8(1, row * 7);
    rows.writeUInt32BE(place, row * 7 + 1);
  }
  add(
    `${next} 0 obj\n<< /Type /XRef /Size ${next + 1} /Root 1 0 R /Info 2 0 R /Prev ${previous} /Index [${index}] /W [1 4 2] /Length ${rows.length} >>\nstream\n`,
  );
  parts.push(rows);
  parts.push(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, "latin1"));
  return Buffer.concat(parts);
}
