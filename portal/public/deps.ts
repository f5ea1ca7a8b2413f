import type { FastifyReply, FastifyRequest } from "fastify";
import type { Holiday } from "#shared/time/calendar.ts";
import type { PortalContext } from "../context.ts";
import type { Gate } from "./gate.ts";
import { type Limiter, networkOf } from "./limiter.ts";
import { messagePage } from "./pages/message-page.ts";

/** What the public pages' routes work with. */
export type PublicDeps = {
  ctx: PortalContext;
  /** Signs forms and passes, and hashes codes. */
  key: Buffer;
  /** Where files lie while a post is read. */
  spool: string;
  holidays: readonly Holiday[];
  /** Files are looked through by few at a time: each is in memory while it is. */
  checks: Gate;
  /** By the address that asks. */
  limits: { posts: Limiter; requests: Limiter; failures: Limiter; letters: Limiter };
};

export const clientOf = (request: FastifyRequest): string => networkOf(request.ip);

export const sendHtml = (reply: FastifyReply, markup: string, status = 200): FastifyReply =>
  reply.code(status).type("text/html; charset=utf-8").send(markup);

/** Too often: when it goes on, and that nothing typed is lost. */
export function sendTooOften(reply: FastifyReply, seconds: number): FastifyReply {
  const minutes = Math.ceil(seconds / 60);
  void reply.header("retry-after", String(seconds));
  return sendHtml(
    reply,
    messagePage({
      title: "Terlalu sering",
      text: `Terlalu banyak kiriman dari jaringan Anda. Tunggu ${minutes} menit, lalu coba lagi. Tekan Kembali pada peramban: isian Anda masih ada di sana.`,
    }),
    429,
  );
}

export const sendForeign = (reply: FastifyReply): FastifyReply =>
  sendHtml(
    reply,
    messagePage({
      title: "Kiriman ditolak",
      text: "Formulir ini tidak dikirim dari halaman portal ini, jadi tidak diproses. Buka halaman portal langsung, lalu isi formulirnya di sana.",
      next: { path: "/", words: "Ke halaman depan" },
    }),
    403,
  );
