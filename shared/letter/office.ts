import type { Office, Official } from "#shared/office.ts";
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
