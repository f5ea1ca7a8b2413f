import type { ErrorCode } from "#shared/errors.ts";
import { scanXml } from "../../xml.ts";

/** In UTF-16 units. */
const LARGEST = 8 * 1024 * 1024;
const MOST_TAGS = 100_000;
const MOST_NAMESPACES = 10_000;
/** BPMN has a dozen levels; a sub-process adds one. */
const DEEPEST = 100;
/** An attribute may list what it refers to, each looked for among those before it. */
const LONG_LIST =
  /\b(?:\w*Refs?|\w*With\w+|\w*[eE]lements|\w*Links|\w*Definitions|incoming|outgoing|supports|source|target|lanes)\s*=\s*(?:"[^"]{1000}|'[^']{1000})/;
const LONGEST_TAG = 200_000;

/**
 * What speaks against even parsing the text. The parser's time and memory grow faster than the text
 * in a few places, so those are bounded here, in one pass.
 */
export function guard(xml: string): ErrorCode | null {
  if (xml.length > LARGEST) return "bpmn_too_large";
  if (hasDeclarations(xml)) return "bpmn_entities";
  let tags = 0;
  let namespaces = 0;
  let depth = 0;
  let isHuge = false;
  let root: string | null = null;
  const isSound = scanXml(xml, {
    open(name, attributes) {
      root ??= name;
      tags += 1;
      depth += 1;
      if (attributes.includes("xmlns")) namespaces += attributes.split("xmlns").length - 1;
      isHuge ||= depth > DEEPEST || attributes.length > LONGEST_TAG;
      if (attributes.length > 1000 && LONG_LIST.test(attributes)) isHuge = true;
    },
    close() {
      depth -= 1;
    },
  });
  if (isHuge || tags > MOST_TAGS || namespaces > MOST_NAMESPACES) return "bpmn_too_large";
  return isSound && root === "definitions" ? null : "bpmn_unreadable";
}

/** True for a document type or an entity, wherever one is declared. */
function hasDeclarations(xml: string): boolean {
  for (let at = xml.indexOf("<!"); at >= 0; at = xml.indexOf("<!", at)) {
    const end = xml.startsWith("<!--", at) ? "-->" : xml.startsWith("<![CDATA[", at) ? "]]>" : null;
    if (end === null) return true;
    const after = xml.indexOf(end, at);
    if (after < 0) return false;
    at = after + end.length;
  }
  return false;
}
