import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { BATCH_LIMITS } from "#shared/sync/protocol.ts";
import { refused } from "./refused.ts";

const unzip = promisify(gunzip);

/**
 * Reads JSON bodies, plain or gzipped, up to `most` bytes before and after decompression: what is
 * more is cut off while it comes in (`batch_too_large`), what is not whole is `batch_broken`.
 */
export function addJsonBody(app: FastifyInstance, most: number = BATCH_LIMITS.most): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser(
    "application/json",
    async (request: FastifyRequest, payload: IncomingMessage) => {
      const announced = Number(request.headers["content-length"] ?? 0);
      if (announced > most) throw refused("batch_too_large");
      const parts: Buffer[] = [];
      let bytes = 0;
      for await (const part of payload as AsyncIterable<Buffer>) {
        bytes += part.byteLength;
        if (bytes > most) throw refused("batch_too_large");
        parts.push(part);
      }
      const plain = await decode(request, Buffer.concat(parts), most);
      try {
        return JSON.parse(plain.toString("utf8")) as unknown;
      } catch {
        throw refused("batch_broken");
      }
    },
  );
}

async function decode(request: FastifyRequest, body: Buffer, most: number): Promise<Buffer> {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding === "identity") return body;
  if (encoding !== "gzip") throw refused("batch_broken", 415);
  try {
    return await unzip(body, { maxOutputLength: most });
  } catch (error) {
    const bomb = error instanceof RangeError;
    throw refused(bomb ? "batch_too_large" : "batch_broken");
  }
}
