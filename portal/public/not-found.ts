import type { FastifyReply } from "fastify";
import { sendHtml } from "./deps.ts";
import { PUBLIC_HEADERS } from "./headers.ts";
import { messagePage } from "./pages/message-page.ts";

/** A page for addresses that lead nowhere. */
export const sendNotFound = (reply: FastifyReply): FastifyReply =>
  sendHtml(
    reply.headers(PUBLIC_HEADERS),
    messagePage({
      title: "Halaman tidak ada",
      text: "Alamat ini tidak ada di portal. Periksa tulisannya, atau mulai dari halaman depan.",
      next: { path: "/", words: "Ke halaman depan" },
    }),
    404,
  );
