import { open } from "node:fs/promises";
import { API, protocol } from "#shared/sync/protocol.ts";
import type { Answer, Upload } from "../portal-client.ts";
import type { Exchange, Received } from "./exchange.ts";
import { isBroken } from "./refusals.ts";

/**
 * Uploads by tus 1.0 (https://tus.io/protocols/resumable-upload): made once, its place kept, and
 * gone on with from what the portal says it has. Small parts where the line or what stands between
 * takes no large ones.
 */

const TUS = { "tus-resumable": "1.0.0" };
/** Bytes of one PATCH: the first, the largest and the smallest. */
const FIRST = 256 * 1024;
const LARGEST = 4 * 1024 * 1024;
const SMALLEST = 16 * 1024;
/** Parts in a row of which nothing arrived before the upload waits for the next round. */
const VAIN = 4;

type Url = { pathname: string; search: string };

export function createUploader(exchange: Exchange): (file: Upload) => Promise<Answer<null>> {
  /** Learned once for all files: every part that is too large is sent in vain. */
  const parts = { size: FIRST, most: LARGEST };
  return async (file) => {
    const handle = await open(file.path, "r");
    try {
      return await upload(exchange, file, parts, (at, most) => readPart(handle, at, most));
    } finally {
      await handle.close();
    }
  };
}

type Parts = { size: number; most: number };
type ReadPart = (at: number, most: number) => Promise<Uint8Array>;

async function upload(
  exchange: Exchange,
  file: Upload,
  parts: Parts,
  readPart: ReadPart,
): Promise<Answer<null>> {
  let place = file.url;
  let offset = place === null ? null : await ask(place);
  let vain = 0;
  for (;;) {
    if (place === null || offset === null) {
      const made = await create(exchange, file);
      if (!made.ok) return made;
      place = made.value.place;
      file.began(place);
      offset = { ok: true, value: made.value.offset };
    }
    if (!offset.ok) return offset;
    const at: number = offset.value;
    file.onBytes(at, file.size);
    if (at >= file.size) return { ok: true, value: null };
    const bytes = await readPart(at, Math.min(parts.size, file.size - at));
    const sent = await patch(place, at, bytes);
    if (sent.ok) {
      vain = 0;
      parts.size = Math.min(parts.most, parts.size * 2);
      offset = sent;
      continue;
    }
    const tooLarge = sent.status === 413 && bytes.byteLength > SMALLEST;
    const broke = isBroken(sent) || sent.error.code === "portal_slow";
    const again = broke || sent.status === 409 || sent.status >= 500 || tooLarge;
    const gone = sent.status === 404 || sent.status === 410;
    if (!again && !gone) return sent;
    if (tooLarge || broke) {
      parts.size = Math.max(SMALLEST, Math.floor(Math.min(parts.size, bytes.byteLength) / 2));
    }
    if (tooLarge) parts.most = parts.size;
    // Whatever arrived of a broken part counts.
    offset = gone ? null : await ask(place);
    const further = offset?.ok === true && offset.value > at;
    vain = further || tooLarge ? 0 : vain + 1;
    if (vain >= VAIN) return sent;
  }

  /** How much of it the portal has; null when it has forgotten it. */
  async function ask(at: string): Promise<Answer<number> | null> {
    const answer = await exchange.retrying(() =>
      exchange.once({ method: "HEAD", path: at, headers: TUS }),
    );
    if (!answer.ok) return answer;
    const { received, body } = answer.value;
    if (received.status === 404 || received.status === 410 || received.status === 403) return null;
    if (received.status >= 400) {
      return exchange.refused(received, await exchange.parse(body, received));
    }
    return offsetOf(received);
  }

  async function patch(at: string, from: number, bytes: Uint8Array): Promise<Answer<number>> {
    const answer = await exchange.once({
      method: "PATCH",
      path: at,
      headers: {
        ...TUS,
        "upload-offset": String(from),
        "content-type": "application/offset+octet-stream",
      },
      body: bytes,
      onSent: (sent) => file.onBytes(from + sent, file.size),
    });
    if (!answer.ok) return answer;
    const { received, body } = answer.value;
    if (received.status >= 300) {
      return exchange.refused(received, await exchange.parse(body, received));
    }
    return offsetOf(received);
  }

  function offsetOf(received: Received): Answer<number> {
    const value = Number(received.header("upload-offset") ?? Number.NaN);
    const good = Number.isInteger(value) && value >= 0 && value <= file.size;
    return good ? { ok: true, value } : exchange.strange(received.status);
  }
}

/** Makes the upload, or is told where an earlier one of the same content goes on. */
async function create(
  exchange: Exchange,
  file: Upload,
): Promise<Answer<{ place: string; offset: number }>> {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const answer = await exchange.retrying(() =>
    exchange.once({
      method: "POST",
      path: API + protocol.files.path,
      headers: {
        ...TUS,
        "upload-length": String(file.size),
        "upload-metadata": `sha256 ${base64(file.sha256)}`,
      },
      body: new Uint8Array(),
    }),
  );
  if (!answer.ok) return answer;
  const { received, body } = answer.value;
  if (received.status >= 300) {
    return exchange.refused(received, await exchange.parse(body, received));
  }
  const location = received.header("location");
  if (location === null) return exchange.strange(received.status);
  // Behind a reverse proxy it may name another host; the token goes to the portal alone.
  const { pathname, search }: Url = new URL(location, exchange.base);
  const below = exchange.base.pathname.replace(/\/+$/, "");
  const own = below !== "" && pathname.startsWith(`${below}/`);
  const place = (own ? pathname.slice(below.length) : pathname) + search;
  return { ok: true, value: { place, offset: Number(received.header("upload-offset") ?? 0) || 0 } };
}

async function readPart(
  handle: Awaited<ReturnType<typeof open>>,
  at: number,
  most: number,
): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(most);
  const { bytesRead } = await handle.read(bytes, 0, most, at);
  if (bytesRead === 0) throw Object.assign(new Error("file is shorter"), { code: "EIO" });
  return bytes.subarray(0, bytesRead);
}
