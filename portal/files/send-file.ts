import type { FastifyReply, FastifyRequest } from "fastify";
import { refused } from "../api/refused.ts";
import type { Blobs, StoredFile } from "./blobs.ts";
import { byteRangeOf } from "./byte-range.ts";

/**
 * Answers with a file or the part of it that Range asks for. Always as something to save, never as
 * something to show: whatever it holds, a browser runs none of it. Null, with nothing answered yet,
 * when its bytes are gone.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  blobs: Blobs,
  { sha256, size }: StoredFile,
  name: string = sha256,
): Promise<FastifyReply | null> {
  const etag = `"${sha256}"`;
  if (request.headers["if-none-match"] === etag) {
    return reply.header("etag", etag).code(304).send();
  }
  const condition = request.headers["if-range"];
  const asked = condition === undefined || condition === etag ? request.headers.range : undefined;
  const range = byteRangeOf(asked, size);
  if (range === null) {
    reply.header("content-range", `bytes */${size}`);
    throw refused("range_invalid");
  }
  const body =
    request.method === "HEAD"
      ? await blobs.size(sha256)
      : await blobs.read(sha256, range === "whole" ? undefined : range);
  if (body === null) return null;
  reply.headers({
    etag,
    "accept-ranges": "bytes",
    "content-length": String(range === "whole" ? size : range.end - range.start + 1),
    "content-type": "application/octet-stream",
    "content-disposition": attachment(name),
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  });
  if (range !== "whole") {
    reply.code(206).header("content-range", `bytes ${range.start}-${range.end}/${size}`);
  }
  return typeof body === "number" ? reply.send() : reply.send(body);
}

/** Content-Disposition for a name of any letters (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w .()-]/gu, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
