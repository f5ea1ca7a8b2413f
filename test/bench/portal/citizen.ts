import { setTimeout as sleep } from "node:timers/promises";
import { FILLED, hiddenValue } from "../../support/public-portal.ts";
import type { Line } from "./line.ts";

/** Milliseconds that a form is filled in for; the portal takes none that was faster than three seconds. */
const FILLING = 3200;
const BOUNDARY = "----bench";

/**
 * Opens an office's form and sends it as a browser would, to another node where there is one. Says
 * whether the portal took it.
 */
export async function sendForm(
  { open, send }: { open: Line; send: Line },
  office: string,
  due: number,
): Promise<boolean> {
  const path = `/permohonan?kantor=${office}`;
  const page = await open.ask({ kind: "GET /permohonan", path, due });
  if (page === null) return false;
  await sleep(FILLING);
  const fields = { ...FILLED, kantor: office, formulir: hiddenValue(page, "formulir") };
  const sent = await send.ask({
    kind: "POST /permohonan",
    method: "POST",
    path: "/permohonan",
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
    body: multipart({ ...fields, aksi: "kirim" }),
    due: performance.now(),
  });
  return sent?.includes("Permohonan terkirim") === true;
}

const multipart = (fields: Record<string, string>): string =>
  [
    ...Object.entries(fields).map(
      ([name, value]) =>
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${BOUNDARY}--\r\n`,
  ].join("");
