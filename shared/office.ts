import { z } from "zod";
import type { Book } from "#shared/sop/book.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { block, line, optionalBlock, optionalLine } from "#shared/text.ts";
import type { CalendarSettings, HolidayYear } from "#shared/time/calendar.ts";
import { ZONES } from "#shared/time/zone.ts";

/** The office that owns the archive: its kop, its signing official, its users. */

const NIP = /^\d{18}$/;

/** A post with the person who holds it; NIP is 18 digits, printed grouped 8 6 1 3. */
export const officialSchema = z.strictObject({
  post: line(200),
  name: line(200),
  rank: optionalLine(120),
  nip: z
    .string()
    .default("")
    .refine((nip) => nip === "" || NIP.test(nip), { error: "nip_invalid" }),
});

/** PNG or JPEG as a data URL, at most 1 MB decoded. */
export const logoSchema = z
  .string()
  .max(1_400_000, { error: "logo_invalid" })
  .refine((url) => url === "" || /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(url), {
    error: "logo_invalid",
  });

export const officeSchema = z.strictObject({
  /** First line of the kop, such as PEMERINTAH KABUPATEN CONTOH. */
  government: line(160),
  /** Second line of the kop: the perangkat daerah. */
  name: line(160),
  address: block(300),
  phone: optionalLine(60),
  email: optionalLine(120),
  website: optionalLine(120),
  /** Place before the date on letters. */
  place: line(80),
  zone: z.enum(ZONES).default("WIB"),
  /** Data URL of the lambang daerah; empty prints none. */
  logo: logoSchema.default(""),
  /** Who signs the letters. */
  head: officialSchema,
  /**
   * Pattern of the letters' number: {nomor} running, {bulan} Roman month, {tahun} year;
   * everything else stands as it is.
   */
  letterPattern: line(120).refine((pattern) => pattern.includes("{nomor}"), {
    error: "params_invalid",
  }),
  /** Recipients offered on the lembar disposisi, in the office's order of rank. */
  recipients: z.array(line(200)).max(40).default([]),
  /** Instructions offered on the lembar disposisi. */
  instructions: z.array(line(200)).max(40).default([]),
  /** Marks lanes also involved on printed sheets too, which the norm leaves blank. */
  sheetDots: z.boolean().default(false),
  /** Where and how a requester may object to a refusal; printed on it. */
  objection: optionalBlock(600),
});

export const userSchema = z.strictObject({
  name: line(200),
  post: line(200),
  /** Lanes the user works on, by their names in the SOPs. */
  lanes: z.array(line(120)).max(60).default([]),
  active: z.boolean().default(true),
});

export type Office = z.infer<typeof officeSchema>;
export type Official = z.infer<typeof officialSchema>;
export type User = z.infer<typeof userSchema>;
export type { Zone } from "#shared/time/zone.ts";

/** What happened to the office itself, on the stream `office`. */
export type OfficeEvent =
  | { type: "office.saved"; body: Office }
  | { type: "user.saved"; body: User & { id: string } }
  | { type: "sop.published"; body: Definition }
  | { type: "sop.retired"; body: { id: string; reason: string } }
  | { type: "sop.reinstated"; body: { id: string } }
  /** Somebody has confirmed what was read into a row of the paper. */
  | { type: "sop.confirmed"; body: { id: string; version: number; step: number } }
  | { type: "book.saved"; body: Book & { id: string } }
  | { type: "book.removed"; body: { id: string } }
  | { type: "calendar.saved"; body: CalendarSettings }
  /** The holidays of one year, whole; they take the place of those known before. */
  | { type: "holidays.saved"; body: HolidayYear };
