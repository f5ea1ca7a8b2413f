import { useEffect, useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { type Failure, fail } from "#shared/errors.ts";
import { filePath } from "#shared/window.ts";
import type { ShownPaper } from "../../paper/paper-frame.tsx";

export type SignedFile = {
  shown: ShownPaper | null;
  /** A scan that is a picture, as a data URL. */
  picture: string | null;
  failure: Failure | null;
};

const WAITING: SignedFile = { shown: null, picture: null, failure: null };

/** The bytes of a signed file as they were brought in; a letter that is signed is not drawn again. */
export function useSignedFile(request: RequestDetail, file: string | null): SignedFile {
  const [found, setFound] = useState<SignedFile>(WAITING);
  const { id, files } = request;
  const name = files.find((one) => one.id === file)?.name ?? "";
  useEffect(() => {
    if (file === null) return undefined;
    let current = true;
    const read = async (): Promise<void> => {
      const next = await readSigned(filePath(id, file), name);
      if (current) setFound(next);
    };
    void read();
    return () => {
      current = false;
    };
  }, [id, file, name]);
  return found;
}

async function readSigned(path: string, name: string): Promise<SignedFile> {
  const bytes = await fetchFile(path);
  const missing = fail("file_missing", { name });
  if (bytes === null) return { ...WAITING, failure: missing.ok ? null : missing.error };
  const kind = kindOf(bytes);
  const base64 = await base64Of(bytes);
  const shown = { pdf: kind === "pdf" ? base64 : null, name, pages: null };
  const picture = kind === "pdf" || kind === null ? null : `data:image/${kind};base64,${base64}`;
  return { shown, picture, failure: null };
}

/** The content of an attachment; null when it cannot be had. */
export async function fetchFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const answer = await fetch(path);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null; // the line is down
  }
}

/** What a signed file is, by its first bytes; null for anything else. */
export function kindOf(bytes: Uint8Array): "pdf" | "jpeg" | "png" | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.includes("%PDF-")) return "pdf";
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "jpeg";
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? "png" : null;
}

function base64Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      resolve(url.slice(url.indexOf(",") + 1));
    });
    reader.readAsDataURL(new Blob([bytes]));
  });
}
