import { z } from "zod";
import { block, day, line, optionalLine } from "#shared/text.ts";

/**
 * The book of SOPs that an office binds: cover, decree, foreword, chapters, then every sheet. Who
 * signs is a post; names are written by hand or come with the office's profile.
 */

const signed = {
  place: optionalLine(80),
  date: z.union([z.literal(""), day]).default(""),
  post: optionalLine(200),
};
const paragraphs = z.array(block(2000)).max(40).default([]);
const items = z.array(block(1000)).max(60).default([]);

/** Tables that the book makes itself. */
export const BOOK_TABLES = ["symbols", "sops"] as const;

export const bookSchema = z.strictObject({
  title: line(200),
  /** Government and unit, as on the cover. */
  office: line(160),
  unit: line(160),
  section: optionalLine(160),
  year: z.int().min(1990).max(2100),
  foreword: z.strictObject({ ...signed, paragraphs }),
  /** The decree that puts the SOPs into force; null for a book without one. */
  decree: z
    .strictObject({
      ...signed,
      title: line(300),
      number: line(120),
      about: line(300),
      considering: items,
      recalling: items,
      decisions: z.array(z.strictObject({ label: line(40), text: block(1000) })).max(20),
    })
    .nullable(),
  chapters: z
    .array(
      z.strictObject({
        title: line(200),
        sections: z
          .array(
            z.strictObject({
              title: optionalLine(200),
              paragraphs,
              items,
              table: z.enum(BOOK_TABLES).optional(),
            }),
          )
          .max(40),
      }),
    )
    .max(20),
  /** Ids of the SOPs in the order of the book. */
  sops: z.array(line(80)).max(200),
});

export type Book = z.infer<typeof bookSchema>;
