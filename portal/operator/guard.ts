import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { failure } from "#shared/errors.ts";
import type { Config } from "../config.ts";
import type { PortalContext } from "../context.ts";
import { html } from "../public/html.ts";
import { page } from "./layout.ts";
import { sendPage } from "./send-page.ts";
import { findSession, type Session } from "./sessions.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who runs the portal; null before signing in. */
    operator: Session | null;
  }
}

/** Every route of this scope is for who has signed in, and every form of it for this session's own. */
export function addGuard(app: FastifyInstance, ctx: PortalContext): void {
  app.decorateRequest("operator", null);
  app.addHook("onRequest", async (request, reply) => {
    const secret = readCookie(request, ctx.config);
    const session = secret === null ? null : await findSession(ctx, secret);
    if (session === null) return reply.redirect("/operator/masuk", 303);
    request.operator = session;
  });
  app.addHook("preHandler", async (request, reply) => {
    if (request.method !== "POST") return;
    const { csrf } = sessionOf(request);
    if (isOwnForm(request) && sameText(csrf, fieldOf(request, "csrf"))) return;
    const body = html`<h1>Tidak ada yang diubah</h1>
      <p>${failure("operator_form_stale").message}</p>
      <p><a href="/operator">Kembali ke ringkasan</a></p>`;
    return sendPage(reply.code(403), page({ title: "Tidak ada yang diubah", csrf, body }));
  });
}

export function sessionOf(request: FastifyRequest): Session {
  if (request.operator === null) throw new Error("a route outside of the guard has no session");
  return request.operator;
}

/** A text of a posted form; empty when there is none, or several. */
export function fieldOf({ body }: FastifyRequest, name: string): string {
  if (typeof body !== "object" || body === null) return "";
  const value = Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === "string" ? value : "";
}

/** Browsers say where a form stood; those that do not are held to the token alone. */
export function isOwnForm({ headers, host }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Over TLS the cookie is bound to this very host; without it, as in an office's network, it cannot. */
const isSecure = ({ protocol, hostname }: FastifyRequest, { publicUrl }: Config): boolean =>
  protocol === "https" ||
  (publicUrl !== null &&
    publicUrl.startsWith("https:") &&
    new URL(publicUrl).hostname === hostname);

const cookieName = (secure: boolean): string =>
  secure ? "__Host-lajur_operator" : "lajur_operator";

export function readCookie(request: FastifyRequest, config: Config): string | null {
  const secret = request.cookies[cookieName(isSecure(request, config))];
  return secret !== undefined && /^[\w-]{43}$/u.test(secret) ? secret : null;
}

export function writeCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  config: Config,
  secret: string | null,
): void {
  const secure = isSecure(request, config);
  const options = { path: "/", httpOnly: true, sameSite: "strict", secure } as const;
  if (secret === null) void reply.clearCookie(cookieName(secure), options);
  else void reply.setCookie(cookieName(secure), secret, options);
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
