import type { FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { API } from "#shared/sync/protocol.ts";
import type { PortalContext } from "../context.ts";
import type { Snapshots } from "../snapshot/snapshots.ts";
import { addProtocolCheck, addTokenCheck } from "./caller.ts";
import { addDeviceRoutes, addJoinRoute } from "./device-routes.ts";
import { addErrorHandler } from "./errors.ts";
import { addJsonBody } from "./json-body.ts";
import { addSnapshotRoute } from "./snapshot-route.ts";
import { addSyncRoutes } from "./sync-routes.ts";

/** What PCs sync with, below /api/v1. */
export async function registerApi(
  app: FastifyInstance,
  ctx: PortalContext,
  snapshots: Snapshots,
): Promise<void> {
  await app.register(
    async (api) => {
      prepareApi(api);
      await api.register(async (open) => addJoinRoute(open, ctx));
      await api.register(async (closed) => {
        addTokenCheck(closed, ctx);
        addDeviceRoutes(closed, ctx);
        addSyncRoutes(closed, ctx);
        addSnapshotRoute(closed, snapshots);
      });
    },
    { prefix: API },
  );
}

/** How every scope of the API reads, checks and answers; for the parts that add to it as well. */
export function prepareApi(api: FastifyInstance): void {
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  addErrorHandler(api);
  addJsonBody(api);
  addProtocolCheck(api);
}
