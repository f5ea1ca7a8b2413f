import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { ok, type Result } from "#shared/errors.ts";
import { fileNameOf } from "../files/file-name.ts";
import { writeNew } from "../files/write-new.ts";
import type { PrintedDocument } from "./printer.ts";

type HandedOver = {
  name: string;
  pages: number;
  size: number;
  sha256: string;
  path: string | null;
  pdf: string | null;
};

/** A printed document as the contract answers it: written to `path`, or as base64. */
export async function handOver(
  { pdf, pages }: PrintedDocument,
  name: string,
  path: string | undefined,
): Promise<Result<HandedOver>> {
  const target = path === undefined ? null : resolve(path);
  if (target !== null) {
    const written = await writeNew(target, pdf);
    if (!written.ok) return written;
  }
  return ok({
    name: fileNameOf(name),
    pages,
    size: pdf.byteLength,
    sha256: createHash("sha256").update(pdf).digest("hex"),
    path: target,
    pdf: target === null ? Buffer.from(pdf).toString("base64") : null,
  });
}
