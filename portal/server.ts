import { readFileSync } from "node:fs";
import { join } from "node:path";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { API } from "#shared/sync/protocol.ts";
import { failure } from "#shared/errors.ts";
import { addErrorHandler, sendRefusal } from "./api/errors.ts";
import { addRequestLog, addSecurityHeaders } from "./api/guard.ts";
import { addHealthRoutes } from "./api/health.ts";
import { addMetrics } from "./api/metrics.ts";
import { addOpenApi } from "./api/openapi.ts";
import { registerApi } from "./api/register.ts";
import type { Config } from "./config.ts";
import { noHooks, type PortalContext } from "./context.ts";
import { createStorage } from "./files/storage.ts";
import { newId } from "./new-id.ts";
import { PARTS } from "./parts.ts";
import { sendNotFound } from "./public/not-found.ts";
import { keepSnapshots } from "./snapshot/keep.ts";
import { createSnapshots } from "./snapshot/snapshots.ts";
import { openStore } from "./store/open.ts";
import type { Store } from "./store/store.ts";

export type Portal = { app: FastifyInstance; ctx: PortalContext; close(): Promise<void> };

/** What a test may put in the place of the usual. */
export type PortalOptions = {
  now?: () => Date;
  /** Closed with the portal. */
  store?: Store;
  /** Where the log goes; standard output without it. */
  logTo?: { write(line: string): void };
};

/** Milliseconds without a byte after which a connection is let go. */
const SILENCE = 120_000;

/** Milliseconds between two looks for connections that are done, once the portal stops. */
const HURRY = 100;

/** The portal, ready to listen or to be asked by `app.inject`. */
export async function createPortal(config: Config, options: PortalOptions = {}): Promise<Portal> {
  const app = Fastify({
    logger: {
      level: config.logLevel,
      // Addresses and URLs are personal data where the public asks.
      serializers: { req: () => ({}), res: () => ({}) },
      ...(options.logTo === undefined ? {} : { stream: options.logTo }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < config.trustProxy,
    connectionTimeout: SILENCE,
    // A whole upload over a slow line takes long; a silent one is cut by the above.
    requestTimeout: 0,
    forceCloseConnections: "idle",
    bodyLimit: 1024 * 1024,
  });
  const stopping = new AbortController();
  const onError = ({ name }: Error): void => app.log.warn({ name }, "a database connection broke");
  const store = options.store ?? (await openStore(config, onError));
  const files = createStorage(config);
  const ctx: PortalContext = {
    store,
    config,
    files,
    blobs: files.blobs,
    now: options.now ?? (() => new Date()),
    newId,
    log: app.log,
    hooks: noHooks(),
    version: readVersion(),
    stopping: stopping.signal,
  };
  const snapshots = createSnapshots({ store, newId, folder: join(config.data, "snapshots") });
  app.addHook("onClose", async () => {
    files.close();
    await store.close();
  });
  await app.register(async (scope) => keepSnapshots(scope, ctx, snapshots));
  app.decorateRequest("caller", null);
  addSecurityHeaders(app, ctx);
  addRequestLog(app);
  addErrorHandler(app);
  addMetrics(app, ctx);
  await addOpenApi(app, ctx);
  await app.register(rateLimit, { global: false });
  addHealthRoutes(app, ctx);
  await registerApi(app, ctx, snapshots);
  for (const part of PARTS) await app.register((scope) => part(scope, ctx));
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith(API)
      ? sendRefusal(reply, failure("route_unknown"), 404)
      : sendNotFound(reply),
  );
  await app.ready();
  return {
    app,
    ctx,
    async close() {
      stopping.abort();
      // A connection whose last answer is out would be kept open for the next question.
      const timer = setInterval(() => app.server.closeIdleConnections(), HURRY);
      try {
        await app.close();
      } finally {
        clearInterval(timer);
      }
    },
  };
}

function readVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
