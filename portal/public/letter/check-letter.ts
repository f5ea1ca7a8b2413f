import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { shortDigest, vouchedText } from "#shared/letter/check-code.ts";
import { openSealed } from "#shared/privacy/sealed.ts";
import type { IssuedDocument } from "#shared/request/events.ts";
import type { WireEvent, WireIdentity } from "#shared/sync/wire.ts";
import type { Tables } from "../../store/tables.ts";
import type { OfficeCard } from "../office-card.ts";
import { findOffice } from "../store/offices.ts";
import { openIdentity } from "./open-identity.ts";

type Db = Kysely<Tables>;
export type LetterCode = { number: string; date: string; digest: string };

export type LetterVerdict =
  /** The office issued it with these words; `voided` when it took it back later. */
  | { kind: "stands" | "voided"; office: OfficeCard; subject: string }
  /** A letter of this number and day exists, with other words. */
  | { kind: "different"; office: OfficeCard }
  /** It exists, but the requester's words in it were erased, so it cannot be compared. */
  | { kind: "erased"; office: OfficeCard }
  | { kind: "unknown" };

/**
 * Holds a printed code against the letters that the offices of this portal issued. The number alone
 * opens nothing: what a letter is about is said only to whoever has its digest.
 */
export async function checkLetter(db: Db, code: LetterCode): Promise<LetterVerdict> {
  const rows = await db
    .selectFrom("public_letter")
    .select(["office", "stream", "subject", "writer", "seq", "voided"])
    .where("number", "=", code.number)
    .where("day", "=", code.date)
    .limit(20)
    .execute();
  let other: LetterVerdict = { kind: "unknown" };
  for (const row of rows) {
    const office = await findOffice(db, row.office);
    const issued = await readIssued(db, row);
    if (office === null || issued === null) continue;
    if (issued.digest.startsWith(code.digest)) {
      const kind = row.voided === 1 ? "voided" : "stands";
      return { kind, office, subject: issued.subject };
    }
    if (other.kind !== "different") {
      other = { kind: issued.whole ? "different" : "erased", office };
    }
  }
  return other;
}

type Row = { office: string; stream: string; subject: string; writer: string; seq: number };
type Issued = { digest: string; subject: string; whole: boolean };

/** What the event says, with the requester's words put back as far as they are still there. */
async function readIssued(db: Db, row: Row): Promise<Issued | null> {
  const event = await db
    .selectFrom("feed")
    .select("json")
    .where("writer", "=", row.writer)
    .where("seq", "=", row.seq)
    .where("kind", "=", "event")
    .executeTakeFirst();
  if (event === undefined) return null;
  const { body } = JSON.parse(event.json) as WireEvent;
  const identities = body.includes("⟪")
    ? await readIdentities(db, row)
    : new Map<string, WireIdentity>();
  let whole = true;
  const read = (digest: string) => {
    const identity = identities.get(digest);
    const requester = identity === undefined ? null : openIdentity(identity);
    whole = whole && requester !== null;
    return requester;
  };
  const issued = JSON.parse(openSealed(body, read, "")) as IssuedDocument;
  const digest = createHash("sha256").update(vouchedText(issued)).digest("hex");
  return { digest: shortDigest(digest), subject: issued.about ?? "", whole };
}

async function readIdentities(db: Db, row: Row): Promise<Map<string, WireIdentity>> {
  const rows = await db
    .selectFrom("feed")
    .select("identities")
    .where("office", "=", row.office)
    .where("stream", "=", row.stream)
    .where("identities", "is not", null)
    .execute();
  const all = rows.flatMap(({ identities }) => JSON.parse(identities ?? "[]") as WireIdentity[]);
  return new Map(all.map((identity) => [identity.digest, identity]));
}
