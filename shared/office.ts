import { z } from "zod";
import type { PcEvent } from "#shared/conflict/events.ts";
import type { BundleEvent } from "#shared/bundle/events.ts";
import { REGISTER_IDS } from "#shared/letter/register.ts";
import type { TemplateVersion } from "#shared/letter/template.ts";
import type { Book } from "#shared/sop/book.ts";
import type { IncomingEvent } from "#shared/public-request/events.ts";
import type { RegisterEvent } from "#shared/register/events.ts";
import type { RetentionOfficeEvent } from "#shared/retention/events.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { block, day, line, optionalBlock, optionalLine } from "#shared/text.ts";
import type { CalendarSettings, HolidayYear } from "#shared/time/calendar.ts";
import { ZONES } from "#shared/time/zone.ts";

/** The office that owns the archive: its kop, its signing official, its users. */

/** A pattern must hold the running number, or two letters would have one. */
export function hasRunning(pattern: string): boolean {
  return /\{nomor(:[1-9])?\}/.test(pattern);
}

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

/** How somebody holds a post: in full, or acting (norms, part 2). */
export const STANDINGS = ["", "Plt.", "Plh.", "Pj."] as const;

/** Who held a post, from which day until which; empty days are open. */
export const termSchema = officialSchema.extend({
  standing: z.enum(STANDINGS).default(""),
  from: z.union([z.literal(""), day]).default(""),
  until: z.union([z.literal(""), day]).default(""),
});

/** How letters are set. The norms' full tables could not be read, so each office has its own. */
export const letterStyleSchema = z.strictObject({
  paper: z.enum(["A4", "F4"]).default("A4"),
  /** Millimetres. */
  margins: z
    .strictObject({
      top: z.number().min(5).max(60),
      right: z.number().min(5).max(60),
      bottom: z.number().min(10).max(60),
      left: z.number().min(5).max(60),
    })
    .default({ top: 25, right: 25, bottom: 25, left: 30 }),
  /** The measures of Arial, or of Times New Roman. */
  font: z.enum(["sans", "serif"]).default("sans"),
  /** Points. */
  size: z.int().min(10).max(13).default(11),
  /** Line height as a multiple of the font's own. */
  spacing: z.number().min(1).max(2).default(1.12),
});

export const DEFAULT_STYLE = letterStyleSchema.parse({});

/** How a register numbers. */
export const registerSettingsSchema = z.strictObject({
  pattern: line(120).refine(hasRunning, { error: "pattern_without_number" }),
  /** Whether running numbers start anew each year. */
  reset: z.enum(["yearly", "never"]).default("yearly"),
  /** The first running number, for an office that goes on from a book on paper. */
  first: z.int().min(1).max(1_000_000).default(1),
  /** Year that begins with `first`; others begin with 1. 0 for every year. */
  firstIn: z.int().min(0).max(9999).default(0),
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
   * Pattern of the numbers of surat keluar; see shared/letter/number.ts for its parts.
   */
  letterPattern: line(120).refine(hasRunning, { error: "pattern_without_number" }),
  /** Unit's code in numbers, `{unit}`. */
  unit: optionalLine(60),
  /** Registers that differ from the defaults; surat keluar's pattern is `letterPattern`. */
  registers: z.partialRecord(z.enum(REGISTER_IDS), registerSettingsSchema).default({}),
  /** Who held which post when; the head of now stands in `head`. */
  terms: z.array(termSchema).max(100).default([]),
  letterStyle: letterStyleSchema.default(DEFAULT_STYLE),
  /** Words that a signing service looks for where the signature goes; empty for none. */
  signatureAnchor: optionalLine(40),
  /** Address of the portal, for the code on letters; empty for an office without one. */
  portalUrl: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(300)]).default(""),
  /** Recipients offered on the lembar disposisi, in the office's order of rank. */
  recipients: z.array(line(200)).max(40).default([]),
  /** Instructions offered on the lembar disposisi. */
  instructions: z.array(line(200)).max(40).default([]),
  /** Marks lanes also involved on printed sheets too, which the norm leaves blank. */
  sheetDots: z.boolean().default(false),
  /** Where and how a requester may object to a refusal; printed on it. */
  objection: optionalBlock(600),
});

/** What a new office need not think about: numbers, terms and the look of its letters. */
export const OFFICE_DEFAULTS = {
  unit: "",
  registers: {},
  terms: [],
  letterStyle: DEFAULT_STYLE,
  signatureAnchor: "",
  portalUrl: "",
} satisfies Partial<z.infer<typeof officeSchema>>;

export const userSchema = z.strictObject({
  name: line(200),
  post: line(200),
  /** Lanes the user works on, by their names in the SOPs. */
  lanes: z.array(line(120)).max(60).default([]),
  active: z.boolean().default(true),
});

export type Office = z.infer<typeof officeSchema>;
export type Official = z.infer<typeof officialSchema>;
export type Term = z.infer<typeof termSchema>;
export type LetterStyle = z.infer<typeof letterStyleSchema>;
export type RegisterSettings = z.infer<typeof registerSettingsSchema>;
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
  | { type: "template.saved"; body: TemplateVersion }
  | RegisterEvent
  | IncomingEvent
  | PcEvent
  | BundleEvent
  | RetentionOfficeEvent
  | { type: "book.removed"; body: { id: string } }
  | { type: "calendar.saved"; body: CalendarSettings }
  /** The holidays of one year, whole; they take the place of those known before. */
  | { type: "holidays.saved"; body: HolidayYear };
