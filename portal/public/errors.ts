import type { FastifyError, FastifyInstance } from "fastify";
import { logFailure } from "../api/errors.ts";
import { sendHtml } from "./deps.ts";
import { messagePage } from "./pages/message-page.ts";
import { PostBroken, PostTooLarge } from "./read-form.ts";

/** Every failure as a page that says what happened, what was kept and what to do. */
export function addPublicErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof PostTooLarge || error.statusCode === 413) {
      // Whoever sends too much goes on sending: the connection ends with the answer.
      void reply.header("connection", "close");
      return sendHtml(reply, messagePage(TOO_LARGE), 413);
    }
    if (error instanceof PostBroken || isCallersFault(error)) {
      void reply.header("connection", "close");
      return sendHtml(reply, messagePage(BROKEN), 400);
    }
    logFailure(request, error);
    return sendHtml(reply, messagePage(FAILED), 500);
  });
}

const isCallersFault = ({ statusCode }: FastifyError): boolean =>
  statusCode !== undefined && statusCode >= 400 && statusCode < 500;

const TOO_LARGE = {
  title: "Kiriman terlalu besar",
  text: "Semua berkas bersama-sama paling besar 25 MB, jadi kiriman ini tidak diterima dan tidak ada yang disimpan. Tekan Kembali pada peramban, kurangi atau perkecil berkasnya, lalu coba lagi.",
};
const BROKEN = {
  title: "Kiriman tidak utuh",
  text: "Kiriman terputus atau tidak dapat dibaca, jadi tidak ada yang disimpan. Tekan Kembali pada peramban, lalu coba lagi.",
};
const FAILED = {
  title: "Terjadi kesalahan di portal",
  text: "Yang sudah terkirim tetap aman. Tekan Kembali pada peramban dan coba lagi. Mengirim formulir yang sama dua kali tidak membuat dua permohonan.",
};
