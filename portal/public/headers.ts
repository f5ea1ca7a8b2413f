import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Config } from "../config.ts";

/**
 * The public pages run no script and take nothing from elsewhere; forms go to this portal only.
 * `same-origin` as referrer keeps the address that browsers say with a form.
 */
export const PUBLIC_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "same-origin",
} as const;

export function addPublicHeaders(scope: FastifyInstance): void {
  // Before the portal's own for all its answers, which leave alone what is set.
  scope.addHook("onRequest", async (_request, reply) => {
    void reply.headers(PUBLIC_HEADERS);
  });
}

/**
 * Whether a form comes from one of this portal's own pages, as far as the browser says. The forms'
 * signed tokens hold without it; this stops others from making their visitors send forms.
 */
export function isOwnForm(request: FastifyRequest, { publicUrl }: Config): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const own = publicUrl === null ? request.host : new URL(publicUrl).host;
  return URL.canParse(origin) && new URL(origin).host === own;
}
