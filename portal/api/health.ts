import type { FastifyInstance } from "fastify";
import type { PortalContext } from "../context.ts";

/** Milliseconds that the database has to answer in. */
const PATIENCE = 5000;

/** For whoever watches over the process; nothing is told but yes or no. */
export function addHealthRoutes(app: FastifyInstance, ctx: PortalContext): void {
  app.get("/healthz", { schema: { hide: true } }, (_request, reply) =>
    reply.type("text/plain").send("ok\n"),
  );
  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const ready = !ctx.stopping.aborted && (await isReachable(ctx));
    return reply
      .code(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready\n" : "not ready\n");
  });
}

async function isReachable({ store, log }: PortalContext): Promise<boolean> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("no answer in time")), PATIENCE);
  try {
    await Promise.race([store.ready(), late]);
    return true;
  } catch (error) {
    log.warn({ name: error instanceof Error ? error.name : "unknown" }, "database out of reach");
    return false;
  } finally {
    clearTimeout(timer);
  }
}
