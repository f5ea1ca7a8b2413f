import type { FastifyInstance, FastifyRequest } from "fastify";
import { PROTOCOL, PROTOCOL_HEADER } from "#shared/sync/protocol.ts";
import type { ServiceContext } from "../context.ts";
import { authenticate, type Caller } from "../service/callers.ts";
import { refused, valueOf } from "./refused.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Null on routes without a token. */
    caller: Caller | null;
  }
}

/** Oldest protocol that this portal still speaks. */
export const OLDEST_PROTOCOL = 1;

/** Whoever says a protocol that is not spoken here is told so before anything else. */
export function addProtocolCheck(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const said = request.headers[PROTOCOL_HEADER];
    if (said === undefined) return;
    const spoken = Number(said);
    if (Number.isInteger(spoken) && spoken >= OLDEST_PROTOCOL && spoken <= PROTOCOL) return;
    void reply.header(PROTOCOL_HEADER, `${OLDEST_PROTOCOL}-${PROTOCOL}`);
    throw refused("protocol_unknown");
  });
}

/** Every route of this scope asks for a PC's token, before a byte of the body is read. */
export function addTokenCheck(app: FastifyInstance, ctx: ServiceContext): void {
  app.addHook("onRequest", async (request, reply) => {
    const [, token] = /^Bearer ([\w-]{20,200})$/u.exec(request.headers.authorization ?? "") ?? [];
    const caller = token === undefined ? null : await authenticate(ctx, token);
    if (caller?.ok !== true) void reply.header("www-authenticate", "Bearer");
    if (caller === null) throw refused("token_unknown");
    request.caller = valueOf(caller);
  });
}

/** The PC that asks, on a route behind the token check. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error("a route without a token has no caller");
  return request.caller;
}
