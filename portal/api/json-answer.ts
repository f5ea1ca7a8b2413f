import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const zip = promisify(gzip);

/** Bytes from which it is worth it. */
const WORTH = 1024;
/** Events shrink to a fifth at any level; the low ones take half the time. */
const LEVEL = 3;

/** Sends a JSON text as it is, gzipped for those who take it. */
export async function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<FastifyReply> {
  reply.type("application/json; charset=utf-8").header("vary", "accept-encoding");
  if (text.length < WORTH || !takesGzip(request)) return reply.send(text);
  return reply.header("content-encoding", "gzip").send(await zip(text, { level: LEVEL }));
}

const takesGzip = (request: FastifyRequest): boolean =>
  /(?:^|,)\s*gzip\s*(?:,|$)/u.test(request.headers["accept-encoding"] ?? "");
