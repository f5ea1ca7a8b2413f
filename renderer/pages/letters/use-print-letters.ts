import { useState } from "react";
import { type Failure, fail, ok, type Result } from "#shared/errors.ts";
import { filePath } from "#shared/window.ts";
import { bytesOfBase64 } from "../../api/host.ts";
import type { Client } from "../../api/client.ts";
import { joinPdfs, type Sheet } from "../../paper/join-pdfs.ts";
import { useServices } from "../../store/services.ts";
import { lettersText as text } from "../../text/letters.ts";
import type { LetterRow } from "./letter-path.ts";
import { fetchFile, kindOf } from "./use-signed-file.ts";

/** Letters that are printed together; all their pages are in memory at once. */
export const MOST_PRINTED = 100;

/** Prints letters in one job. Nothing is recorded of printing, so a cancelled one leaves nothing. */
export function usePrintLetters() {
  const { client, host, notices } = useServices();
  const [done, setDone] = useState<number | null>(null);

  async function print(rows: readonly LetterRow[]): Promise<void> {
    setDone(0);
    const sheets: Sheet[] = [];
    for (const row of rows) {
      const sheet = await sheetOf(client, row);
      if (!sheet.ok) return give(sheet.error);
      sheets.push(sheet.value);
      setDone(sheets.length);
    }
    const joined = await joinPdfs(sheets).catch((error: unknown) => {
      console.error(error);
      return null;
    });
    const printed = joined === null ? fail("print_failed") : await host.printPdf(joined);
    if (!printed.ok) return give(printed.error);
    setDone(null);
    notices.tell(printed.value ? text.printed(rows.length) : text.printCancelled);
  }

  function give(failure: Failure): void {
    setDone(null);
    notices.fail({ ...failure, message: text.printFailed(failure.message) });
  }

  return { print, done };
}

/** The letter as it prints; a signed file as it came, never drawn again. */
async function sheetOf(client: Client, { id, request, kind, stage }: LetterRow) {
  if (stage === "signed" || stage === "sent") {
    const found = await client.call("request.get", { id: request });
    if (!found.ok) return found;
    const file = found.value.letters.find((one) => one.id === id)?.signed?.file ?? null;
    if (file !== null) {
      const name = found.value.files.find((one) => one.id === file)?.name ?? "";
      return signedSheet(request, file, name);
    }
  }
  const drawn = await client.call("document.render", { request, kind, letter: id });
  if (!drawn.ok) return drawn;
  const { pdf } = drawn.value;
  return pdf === null
    ? fail("print_failed")
    : ok<Sheet>({ bytes: bytesOfBase64(pdf), kind: "pdf" });
}

async function signedSheet(request: string, file: string, name: string): Promise<Result<Sheet>> {
  const bytes = await fetchFile(filePath(request, file));
  const kind = bytes === null ? null : kindOf(bytes);
  return bytes === null || kind === null
    ? fail("file_missing", { name })
    : ok<Sheet>({ bytes, kind });
}
