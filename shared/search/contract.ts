import { z } from "zod";
import { id, method, none } from "#shared/method.ts";
import { instant, optionalLine } from "#shared/text.ts";
import { OUTCOMES } from "#shared/sop/definition.ts";

/** The part of the contract that is about finding things again. */

export const SEARCH_KINDS = ["request", "letter", "file", "note"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Hits are counted up to here. */
export const MOST_COUNTED = 1000;

/** A text with the stretches of it that were searched for, in UTF-16 units, in order. */
const marked = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.number(), z.number()])),
});

const status = z.enum(["running", "ended", "cancelled"]);

const hit = z.object({
  kind: z.enum(SEARCH_KINDS),
  request: id,
  /** Id of the letter or file; of a note, what kind of note it is and which. */
  ref: z.string(),
  number: marked,
  /** Subject of the request, kind and number of the letter, name of the file; empty for a note. */
  title: marked,
  /** Name of the requester; empty for in-house work. */
  requester: marked,
  /** Where the words stand in it; null where they stand in the fields above only. */
  snippet: marked.nullable(),
  /** Subject of the request. */
  subject: z.string(),
  sop: z.object({ id: z.string(), name: z.string() }),
  status,
  outcome: z.enum(OUTCOMES).nullable(),
  at: instant,
});

export const searchContract = {
  "search.find": method(
    'Whatever holds all the words: requests, letters, attachments and what is written in them, notes. "Words in quotes" stand side by side, -word is left out.',
    z.strictObject({
      /** A text of any kind; one that nothing can be searched by is answered with a sentence. */
      words: z.string().max(100_000, { error: "search_too_long" }),
      kind: z.enum(SEARCH_KINDS).nullable().default(null),
      /** Year in which it was written, in the office's zone. */
      year: z.int().min(1900).max(2500).nullable().default(null),
      sop: optionalLine(80),
      status: status.nullable().default(null),
      /** Best match, or latest first. */
      sort: z.enum(["newest", "best"]).default("newest"),
      offset: z.int().min(0).max(MOST_COUNTED).default(0),
      limit: z.int().min(1).max(100).default(20),
    }),
    z.object({
      /** At most MOST_COUNTED; `more` when there are still others. */
      total: z.number(),
      more: z.boolean(),
      rows: z.array(hit),
    }),
  ),
  "search.state": method(
    "What can be searched: the years there is something of, how many attachments are still to be read, and how many requests are still to be taken up.",
    none,
    z.object({ years: z.array(z.number()), waiting: z.number(), due: z.number() }),
  ),
} as const;

export type Marked = z.infer<typeof marked>;
export type SearchHit = z.infer<typeof hit>;
