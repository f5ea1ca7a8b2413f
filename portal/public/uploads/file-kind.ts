import { fileTypeFromBuffer } from "file-type";
import { imageFault } from "./image.ts";
import { officeFault } from "./office-document.ts";
import { pdfFault } from "./pdf.ts";

/** What the public may send in, told by content: the sender's type and extension are not believed. */

export const KINDS = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
} as const;

/** Why a file is not taken: not one of the kinds, cut or broken, or more than it says it is. */
export type Fault = "kind" | "broken" | "active";

export async function kindOf(bytes: Buffer): Promise<{ extension: string } | { fault: Fault }> {
  const found = await fileTypeFromBuffer(bytes);
  const extension =
    found === undefined
      ? undefined
      : Object.entries(KINDS).find(([mime]) => mime === found.mime)?.[1];
  if (extension === undefined) return { fault: "kind" };
  const fault = await faultOf(extension, bytes);
  return fault === null ? { extension } : { fault };
}

async function faultOf(
  extension: (typeof KINDS)[keyof typeof KINDS],
  bytes: Buffer,
): Promise<Fault | null> {
  switch (extension) {
    case "pdf":
      return pdfFault(bytes);
    case "jpg":
    case "png":
      return imageFault(extension, bytes);
    case "docx":
    case "xlsx":
      return officeFault(extension, bytes);
    default:
      return extension satisfies never;
  }
}
