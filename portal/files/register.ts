import type { FastifyInstance } from "fastify";
import { API } from "#shared/sync/protocol.ts";
import { addTokenCheck } from "../api/caller.ts";
import { prepareApi } from "../api/register.ts";
import type { PortalContext } from "../context.ts";
import { clearFiles } from "./clear.ts";
import { addFileHooks } from "./hooks.ts";
import { createLeaseLocker } from "./lease-locker.ts";
import { addReadRoutes } from "./read-routes.ts";
import { addUploadRoutes } from "./upload-routes.ts";
import { createUploads } from "./uploads.ts";

/** Milliseconds between two clearings. */
const CLEAR_EVERY = 6 * 60 * 60 * 1000;

/** Files of the offices: uploads by tus, downloads, and the clearing of what nobody needs. */
export async function registerFiles(app: FastifyInstance, ctx: PortalContext): Promise<void> {
  addFileHooks(ctx.hooks, ctx.now);
  await app.register(
    async (scope) => {
      prepareApi(scope);
      addTokenCheck(scope, ctx);
      addRoutes(scope, ctx);
    },
    { prefix: API },
  );
  addClearing(app, ctx);
}

function addRoutes(scope: FastifyInstance, ctx: PortalContext): void {
  const { store, files, now, newId, log } = ctx;
  const onError = (error: unknown): void => log.error({ err: error }, "lease not renewed");
  const locker = createLeaseLocker({ store, newId, now, onError });
  const uploads = createUploads({ store, staging: files.staging, locker, now });
  addUploadRoutes(scope, ctx, uploads, locker);
  addReadRoutes(scope, ctx, uploads);
}

function addClearing(app: FastifyInstance, ctx: PortalContext): void {
  const { store, files, now, log, stopping } = ctx;
  let clearing = Promise.resolve();
  const clear = (): void => {
    clearing = clearing
      .then(() => clearFiles({ store, storage: files, now, stopping }))
      .then((cleared) => log.info({ cleared }, "files cleared"))
      .catch((error: unknown) => log.error({ err: error }, "files not cleared"));
  };
  const timer = setInterval(clear, CLEAR_EVERY);
  timer.unref();
  app.addHook("onReady", (done) => {
    clear();
    done();
  });
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await clearing;
  });
}
