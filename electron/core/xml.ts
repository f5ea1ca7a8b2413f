/**
 * Reads the XML of a workbook's parts tag by tag, in one pass over the text and without a tree, so
 * that a sheet with a million empty rows costs only time in proportion. Document types are refused:
 * no workbook has one, and entities declared there could grow without bound.
 */
export type XmlHandler = {
  /** Names come without their prefix; `attributes` are as they stand, see `attribute`. */
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(value: string): void;
};

/** False when the text is not XML that can be read. */
export function scanXml(xml: string, handler: XmlHandler): boolean {
  let at = 0;
  let depth = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag > at && depth > 0) handler.text?.(decode(xml.slice(at, tag)));
    if (tag < 0) break;
    if (xml.startsWith("<?", tag)) at = after(xml, "?>", tag);
    else if (xml.startsWith("<!--", tag)) at = after(xml, "-->", tag);
    else if (xml.startsWith("<![CDATA[", tag)) {
      at = after(xml, "]]>", tag);
      if (at > 0) handler.text?.(xml.slice(tag + 9, at - 3));
    } else if (xml.startsWith("<!", tag)) return false;
    else {
      const end = tagEnd(xml, tag);
      if (end < 0) return false;
      at = end + 1;
      if (xml[tag + 1] === "/") {
        handler.close?.(bare(xml.slice(tag + 2, nameEnd(xml, tag + 2, end))));
        depth -= 1;
        if (depth < 0) return false;
        continue;
      }
      const isEmpty = xml[end - 1] === "/";
      const last = isEmpty ? end - 1 : end;
      const start = nameEnd(xml, tag + 1, last);
      const name = bare(xml.slice(tag + 1, start));
      handler.open?.(name, xml.slice(start, last));
      if (isEmpty) handler.close?.(name);
      else depth += 1;
    }
    if (at <= 0) return false;
  }
  return depth === 0;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** Where the tag closes; a ">" within quotes does not close it. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

function nameEnd(xml: string, from: number, end: number): number {
  let at = from;
  while (at < end && xml.charCodeAt(at) > 0x20) at += 1;
  return at;
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

/** An attribute's value by its name without prefix, or null. */
export function attribute(attributes: string, name: string): string | null {
  for (const [, key, double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (bare(key ?? "") === name) return decode(double ?? single ?? "");
  }
  return null;
}

/** Sticky, so that each character is looked at once. */
const ATTRIBUTE = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.includes("&")
    ? text.replace(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,4}));/gi,
        (whole: string, figure?: string, hex?: string, name?: string) => {
          if (name !== undefined) return NAMED[name] ?? whole;
          const code = figure === undefined ? Number.parseInt(hex ?? "", 16) : Number(figure);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;
