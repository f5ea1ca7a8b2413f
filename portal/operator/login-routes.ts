import type { FastifyInstance } from "fastify";
import { failure } from "#shared/errors.ts";
import type { PortalContext } from "../context.ts";
import { fieldOf, isOwnForm, readCookie, writeCookie } from "./guard.ts";
import { loginPage, signedOutPage } from "./login-page.ts";
import { sendPage } from "./send-page.ts";
import { findSession, signIn, signOut } from "./sessions.ts";

/** Tries that one address may make in a minute; the secret has 256 bits all the same. */
const TRIES_A_MINUTE = 30;
const SECRET = /^[\w-]{43}$/u;

/** In by a one-time link from the command line, out by a button. */
export function addLoginRoutes(app: FastifyInstance, ctx: PortalContext): void {
  const config = { rateLimit: { max: TRIES_A_MINUTE, timeWindow: 60_000 } };

  app.get<{ Querystring: { kunci?: unknown } }>("/operator/masuk", (request, reply) => {
    const secret = request.query.kunci;
    if (secret === undefined) return sendPage(reply, signedOutPage(null));
    return typeof secret === "string" && SECRET.test(secret)
      ? sendPage(reply, loginPage(secret))
      : sendPage(reply.code(403), signedOutPage(used()));
  });

  app.post("/operator/masuk", { config }, async (request, reply) => {
    const secret = fieldOf(request, "kunci");
    const session = SECRET.test(secret) && isOwnForm(request) ? await signIn(ctx, secret) : null;
    if (session === null) return sendPage(reply.code(403), signedOutPage(used()));
    writeCookie(request, reply, ctx.config, session.secret);
    return reply.redirect("/operator", 303);
  });

  app.post("/operator/keluar", async (request, reply) => {
    const secret = readCookie(request, ctx.config);
    const session = secret === null ? null : await findSession(ctx, secret);
    if (secret !== null && session?.csrf === fieldOf(request, "csrf")) {
      await signOut(ctx, secret);
      writeCookie(request, reply, ctx.config, null);
    }
    return reply.redirect("/operator/masuk", 303);
  });
}

const used = () => ({ kind: "bad" as const, words: failure("operator_link_used").message });
