import type { RequestDetail } from "#shared/contract.ts";
import type { Requester } from "#shared/request/model.ts";
import { filledLines } from "#shared/text.ts";
import { plainDay } from "#shared/time/format.ts";

/** How letters name a request and the one who asked. */

/** Name, institution and address of the requester as lines after Yth. */
export function addressee(requester: Requester): string[] {
  const institution = requester.institution === requester.name ? "" : requester.institution;
  const address = filledLines(requester.address);
  const lines = [requester.name, institution, ...address].filter((line) => line !== "");
  return address.length === 0 ? [...lines, "di Tempat"] : lines;
}

/** "Telepon 0812, pos-el ayu@contoh.id". */
export function contactOf({ phone, email }: Requester): string {
  const contact = [phone === "" ? "" : `Telepon ${phone}`, email === "" ? "" : `pos-el ${email}`];
  return contact.filter((part) => part !== "").join(", ");
}

/** "Nomor 12/X/2026 tanggal 3 November 2026" of the letter that came in; empty without one. */
export function letterInHand({ letter: { number, date } }: RequestDetail): string {
  const parts = [
    number === "" ? "" : `Nomor ${number}`,
    date === "" ? "" : `tanggal ${plainDay(date)}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** "Universitas Contoh (Rina Lestari)", or the name alone; the office for its own work. */
export function senderOf({ requester }: RequestDetail, office: string): string {
  if (requester === null) return office;
  const { name, institution } = requester;
  return institution === "" || institution === name ? name : `${institution} (${name})`;
}

/** The start of an answer's first sentence: to which letter, about what, since when. */
export function referring(request: RequestDetail): string {
  const { number, date } = request.letter;
  const letter =
    number === "" && date === ""
      ? "permohonan data Saudara"
      : [
          "surat Saudara",
          number === "" ? "" : `nomor ${number}`,
          date === "" ? "" : `tanggal ${plainDay(date)}`,
        ]
          .filter((part) => part !== "")
          .join(" ");
  return `Menindaklanjuti ${letter} perihal ${request.subject}, yang kami terima pada tanggal ${plainDay(request.received)} dan tercatat dengan nomor registrasi ${request.number}`;
}

/** What the paper shows where nothing was filled in. */
export const orDash = (text: string): string => (text.trim() === "" ? "-" : text);
