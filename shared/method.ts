import { z } from "zod";
import { line } from "./text.ts";

/** What the parts of the contract are written with. */

export type Method = { params: z.ZodType; result: z.ZodType; summary: string };

export const method = <P extends z.ZodType, R extends z.ZodType>(
  summary: string,
  params: P,
  result: R,
) => ({ summary, params, result });

export const id = z.string().min(1).max(80);
export const person = z.object({ id: z.string(), name: z.string() });
export const pathOnDisk = z.string().min(1).max(4096);
export const none = z.strictObject({});

/** A printed document, to `path` or as base64. */
export const printed = z.object({
  /** File name without folder, as it is offered for saving. */
  name: z.string(),
  pages: z.number(),
  /** Bytes. */
  size: z.number(),
  sha256: z.string(),
  path: z.string().nullable(),
  /** The file itself, as base64; null when it was written to `path`. */
  pdf: z.base64().nullable(),
});

/** A file that was made, at `path` or to be fetched as a download. */
export const made = z.object({
  name: line(255),
  /** Bytes. */
  size: z.number(),
  path: z.string().nullable(),
  download: id.nullable(),
});
