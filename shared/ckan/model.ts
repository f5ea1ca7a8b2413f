import { z } from "zod";
import { line, optionalBlock, optionalLine } from "#shared/text.ts";

/** What is published on an open data portal. Nothing of a requester ever belongs to it. */

/** How CKAN names a dataset in its address. */
export const datasetName = z
  .string()
  .regex(/^[a-z0-9_-]{2,100}$/u, { error: "dataset_name_invalid" });

/** CKAN takes letters, figures, blanks and `-_.` in a tag. */
export const tag = z.string().regex(/^[\p{L}\p{N} _.-]{2,100}$/u, { error: "dataset_tag_invalid" });

export const datasetSchema = z.strictObject({
  title: line(300),
  name: datasetName,
  /** Name of the organisation that publishes it. */
  organization: line(120),
  /** Id of the licence; empty for the portal's own default. */
  license: optionalLine(120),
  notes: optionalBlock(8000),
  tags: z.array(tag).max(20).default([]),
});

export type Dataset = z.infer<typeof datasetSchema>;

/** Bytes that CKAN takes in a file unless its operator allowed more. */
export const DEFAULT_LIMIT = 10 * 1024 * 1024;
export const MEGABYTE = 1024 * 1024;

/** A name in the address made of a title: "Produksi Padi 2025" is produksi-padi-2025. */
export function datasetNameOf(title: string): string {
  return title
    .slice(0, 400)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 100)
    .replace(/^-+|-+$/g, "");
}
