import type { FastifyInstance } from "fastify";
import type { PortalContext } from "../context.ts";

/**
 * Headers of every answer that has none of its own for it: nothing is run, framed, guessed at or
 * kept. The public pages say their own policy, for their own style sheet.
 */
export function addSecurityHeaders(app: FastifyInstance, { config }: PortalContext): void {
  const headers: Record<string, string> = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
    ...(config.publicUrl?.startsWith("https:") === true
      ? { "strict-transport-security": "max-age=31536000" }
      : {}),
  };
  app.addHook("onSend", async (_request, reply) => {
    for (const [name, value] of Object.entries(headers)) {
      if (!reply.hasHeader(name)) void reply.header(name, value);
    }
  });
}

/**
 * One line a request: which route, how it went, how long it took, whose PC. Never a name, an
 * address, a query, a body or a token; refused requests are told by their route only.
 */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        office: request.caller?.office.id,
        device: request.caller?.device.id,
      },
      "request",
    );
  });
}
