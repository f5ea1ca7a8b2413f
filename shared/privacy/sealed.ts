import type { Requester } from "#shared/request/model.ts";

/**
 * The requester's own words within the texts of events. Somebody writes "Diserahkan kepada Ayu
 * Contoh" into a note: the log keeps "Diserahkan kepada ⟪digest.name⟫", and whoever reads it gets
 * the words back for as long as the identity with this digest is there. Pure.
 */

const FIELDS = ["name", "identity", "phone", "email", "address"] as const;
type Field = (typeof FIELDS)[number];

/** Shorter ones stand in other words by accident, in characters. */
const LEAST: Record<Field, number> = { name: 4, identity: 6, phone: 6, email: 6, address: 10 };

/** What programs read in an event's body, and posts of the office: never a requester's words. */
const STRUCTURE = new Set([
  "id",
  "kind",
  "number",
  "suffix",
  "date",
  "day",
  "received",
  "due",
  "period",
  "delivery",
  "requester",
  "sop",
  "running",
  "sha256",
  "file",
  "proof",
  "office",
  "template",
  "register",
  "classification",
  "security",
  "urgency",
  "nature",
  "availability",
  "branch",
  "checkers",
  "signer",
  "signers",
  "from",
  "leads",
  "recipient",
  "parent",
]);

const MARK = /⟪([0-9a-f]{64})\.(name|identity|phone|email|address)⟫/g;

type Known = { digest: string; requester: Requester };

/**
 * The body as JSON with the words of these identities replaced, the latest one's first. The name of
 * an office or a company is no personal data; its contact's number and address are.
 */
export function sealBody(body: unknown, identities: readonly Known[]): string {
  const json = JSON.stringify(body);
  const marks = new Map<string, string>();
  for (const { digest, requester } of identities) {
    for (const field of FIELDS) {
      const words = requester[field].trim();
      const personal = field !== "name" || isPerson(requester);
      if (!personal || words.length < LEAST[field] || marks.has(words)) continue;
      if (json.includes(escaped(words))) marks.set(words, `⟪${digest}.${field}⟫`);
    }
  }
  if (marks.size === 0) return json;
  const longestFirst = [...marks.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(literal).join("|")})(?![\\p{L}\\p{N}])`,
    "gu",
  );
  const seal = (text: string): string =>
    text.replace(pattern, (words) => marks.get(words) ?? words);
  return JSON.stringify(walked(body, seal));
}

const isPerson = ({ kind }: Requester): boolean => kind === "individual" || kind === "student";

function walked(value: unknown, seal: (text: string) => string): unknown {
  if (typeof value === "string") return seal(value);
  if (Array.isArray(value)) return value.map((one) => walked(one, seal));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      // A disposition goes to a list of posts, a letter to whoever is written there.
      const structural = STRUCTURE.has(key) || (key === "to" && Array.isArray(one));
      return [key, structural ? one : walked(one, seal)];
    }),
  );
}

/** Puts the words back into a text or into JSON; `erased` where the identity is gone. */
export function openSealed(
  json: string,
  read: (digest: string) => Requester | null,
  erased: string,
): string {
  if (!json.includes("⟪")) return json;
  return json.replace(MARK, (_, digest: string, field: Field) =>
    escaped(read(digest)?.[field].trim() ?? erased),
  );
}

/** As it stands within JSON's quotes. */
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
