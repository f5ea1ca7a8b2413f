import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { PROTOCOL, protocol } from "#shared/sync/protocol.ts";
import type { PortalContext } from "../context.ts";
import { writeCursor } from "../service/cursors.ts";
import { refuse } from "../service/answer.ts";
import { listDevices, makeCode, revokeDevice } from "../service/devices.ts";
import { standsAt } from "../service/feed.ts";
import { join } from "../service/join.ts";
import { listOffices } from "../service/offices.ts";
import { callerOf, OLDEST_PROTOCOL } from "./caller.ts";
import { valueOf } from "./refused.ts";
import { answers, refusals, USUAL } from "./route-schema.ts";

/** Joins that one address may try in a minute. */
const JOINS_A_MINUTE = 20;

/** A PC joins; the only route without a token. */
export function addJoinRoute(scope: FastifyInstance, ctx: PortalContext): void {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  app.post(
    protocol.join.path,
    {
      config: { rateLimit: { max: JOINS_A_MINUTE, timeWindow: 60_000 } },
      schema: {
        tags: ["devices"],
        summary: "Joins an office with a one-time code.",
        security: [],
        body: protocol.join.request,
        response: {
          ...answers("The PC's token, told this once.", protocol.join.response),
          ...refusals(400, 403, 413, 426, 429, 503),
        },
      },
    },
    async ({ body }) => valueOf(await join(ctx, body)),
  );
}

/** How things stand, and the PCs and offices beside this one. */
export function addDeviceRoutes(scope: FastifyInstance, ctx: PortalContext): void {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  app.get(
    protocol.state.path,
    {
      schema: {
        tags: ["sync"],
        summary: "How things stand: epoch, end of the office's feed, who the caller is.",
        querystring: protocol.state.request,
        response: {
          ...answers("The state.", protocol.state.response),
          ...refusals(400, 409, ...USUAL),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { epoch, office, device } = caller;
      const holds = await standsAt(ctx, caller, request.query.seen);
      if (!holds) return valueOf(refuse("cursor_unknown"));
      return {
        epoch,
        office: { id: office.id, name: office.name },
        device: { id: device.id, name: device.name, letter: device.letter },
        cursor: writeCursor({ n: office.end, check: office.check }),
        protocol: { oldest: OLDEST_PROTOCOL, newest: PROTOCOL },
        server: `lajur-portal/${ctx.version}`,
        time: ctx.now().toISOString(),
      };
    },
  );
  app.get(
    protocol.offices.path,
    {
      schema: {
        tags: ["devices"],
        summary: "The other offices of this portal, which a step can be handed to.",
        response: { ...answers("The offices.", protocol.offices.response), ...refusals(...USUAL) },
      },
    },
    async (request) => {
      const own = callerOf(request).office.id;
      return { offices: (await listOffices(ctx)).filter(({ id }) => id !== own) };
    },
  );
  app.get(
    protocol.devices.path,
    {
      schema: {
        tags: ["devices"],
        summary: "The PCs of the caller's office.",
        response: { ...answers("The PCs.", protocol.devices.response), ...refusals(...USUAL) },
      },
    },
    async (request) => ({ devices: await listDevices(ctx, callerOf(request).office.id) }),
  );
  app.post(
    protocol.invite.path,
    {
      config: { rateLimit: { max: JOINS_A_MINUTE, timeWindow: 60_000 } },
      schema: {
        tags: ["devices"],
        summary: "A one-time code for another PC of the office, good for a day.",
        response: { ...answers("The code.", protocol.invite.response), ...refusals(...USUAL, 429) },
      },
    },
    (request) => makeCode(ctx, callerOf(request).office.id),
  );
  app.post(
    protocol.revoke.path,
    {
      schema: {
        tags: ["devices"],
        summary: "Ends the connection of a PC of the office, at once and for good.",
        body: protocol.revoke.request,
        response: { ...answers("Nothing more.", z.object({})), ...refusals(400, 404, ...USUAL) },
      },
    },
    async (request) => {
      valueOf(await revokeDevice(ctx, callerOf(request).office.id, request.body.device));
      return {};
    },
  );
}
