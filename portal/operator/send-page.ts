import type { FastifyReply } from "fastify";

/** Its own style and forms, nothing else: no script runs, whatever stands in a name. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const sendPage = (reply: FastifyReply, markup: string): FastifyReply =>
  reply
    .type("text/html; charset=utf-8")
    .headers({
      "content-security-policy": POLICY,
      "cache-control": "no-store",
      // With none at all browsers would not say where a form stood.
      "referrer-policy": "same-origin",
    })
    .send(markup);
