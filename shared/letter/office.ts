import type { Office, Official, Term } from "#shared/office.ts";
import type { Signer } from "#shared/request/model.ts";
import { plainDay } from "#shared/time/format.ts";
import type { Kop, Signature } from "./types.ts";
import { groupedNip } from "./words.ts";

/** What every paper takes from the office's profile: its kop and its signing official. */

export function kopOf(office: Office): Kop {
  const contacts = [
    office.phone === "" ? "" : `Telepon ${office.phone}`,
    office.email === "" ? "" : `Pos-el ${office.email}`,
    office.website === "" ? "" : `Laman ${office.website}`,
  ].filter((contact) => contact !== "");
  return {
    government: office.government,
    name: office.name,
    lines: [...office.address.split(/\r?\n/), contacts.join(" · ")].filter(
      (line) => line.trim() !== "",
    ),
    logo: office.logo,
  };
}

/** "Contoh, 19 November 2026". */
export const placeAndDay = (office: Office, day: string): string =>
  `${office.place}, ${plainDay(day)}`;

/** The official's place to sign; `place` is empty where the letter's head carries the date. */
export function signatureOf(official: Official, place: string): Signature {
  const nip = official.nip === "" ? "" : `NIP ${groupedNip(official.nip)}`;
  return {
    place,
    post: `${official.post},`,
    name: official.name,
    details: [official.rank, nip].filter((line) => line !== ""),
  };
}

/**
 * Where an official of the office signs: the post as it was held on the letter's day, so that a
 * letter of last year still names last year's head; `a.n.` and `u.b.` for whom it is signed.
 */
export function officialSignature(
  office: Office,
  signer: Signer | null,
  date: string,
  place: string,
): Signature {
  const post = signer?.post ?? office.head.post;
  const holder = holderOf(office, post, date);
  const [first, second] = signer?.onBehalf ?? [];
  const own = `${standingOf(holder)}${post},`;
  const lines = [
    ...(first === undefined ? [] : [`a.n. ${first}`]),
    ...(second === undefined ? [] : [second, "u.b."]),
    own,
  ];
  return { ...signatureOf(holder, place), post: lines.join("\n") };
}

/** Who held a post on a day; a line to sign by hand where nobody is known to. */
export function holderOf(office: Office, post: string, date: string): Official & Partial<Term> {
  const held = office.terms.filter(
    (term) =>
      term.post === post &&
      (term.from === "" || term.from <= date) &&
      (term.until === "" || date <= term.until),
  );
  // Whoever acts for another stands before the one who is away.
  const acting = held.find(({ standing }) => standing !== "");
  const holder = acting ?? held.at(-1);
  if (holder !== undefined) return holder;
  if (post === office.head.post) return office.head;
  return { post, name: "", rank: "", nip: "" };
}

const standingOf = ({ standing }: Partial<Term>): string =>
  standing === undefined || standing === "" ? "" : `${standing} `;
