import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { BATCH_LIMITS, protocol } from "#shared/sync/protocol.ts";
import { wireEventSchema } from "#shared/sync/wire.ts";
import type { PortalContext } from "../context.ts";
import { fetchEvents, readHeads } from "../service/heads.ts";
import { anyMessageSchema, sendMessages } from "../service/messages.ts";
import { pushEvents } from "../service/push.ts";
import { waitForFeed } from "../service/wait.ts";
import { callerOf } from "./caller.ts";
import { sendJson } from "./json-answer.ts";
import { valueOf } from "./refused.ts";
import { answers, refusals, USUAL } from "./route-schema.ts";

/** Seconds for which a question for news may wait for its answer. */
const LONGEST_WAIT = 30;

/** One that is too large is told event by event, see service/judge.ts, so it has to get through. */
const pushedEvent = wireEventSchema.extend({ body: z.string(), after: z.string() });
const pushed = protocol.push.request.extend({
  events: z.array(pushedEvent).min(1).max(BATCH_LIMITS.events),
});

/** Events out and in, the version vector, single events, messages. */
export function addSyncRoutes(scope: FastifyInstance, ctx: PortalContext): void {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  app.post(
    protocol.push.path,
    {
      schema: {
        tags: ["sync"],
        summary: "Events of the office's writers, each writer's in its order.",
        body: pushed,
        response: {
          ...answers("How far the portal has these writers.", protocol.push.response),
          ...refusals(400, 409, 413, 422, ...USUAL),
        },
      },
    },
    async (request) => valueOf(await pushEvents(ctx, callerOf(request), request.body)),
  );
  app.get(
    protocol.feed.path,
    {
      schema: {
        tags: ["sync"],
        summary: "What came in after a cursor; waits for news when there is none.",
        querystring: protocol.feed.request.extend({
          wait: z.coerce.number().int().min(0).max(LONGEST_WAIT).default(0),
        }),
        response: {
          ...answers("A page of the feed.", protocol.feed.response),
          ...refusals(400, 409, ...USUAL),
        },
      },
    },
    async (request, reply) => {
      const gone = new AbortController();
      const leave = (): void => gone.abort();
      request.raw.socket.once("close", leave);
      try {
        const signal = AbortSignal.any([gone.signal, ctx.stopping]);
        const { wait, ...query } = request.query;
        const page = await waitForFeed(ctx, callerOf(request), query, wait * 1000, signal);
        const { items, cursor, more } = valueOf(page);
        const text = `{"items":[${items.join(",")}],"cursor":"${cursor}","more":${more}}`;
        return await sendJson(request, reply, text);
      } finally {
        request.raw.socket.off("close", leave);
      }
    },
  );
  app.get(
    protocol.heads.path,
    {
      schema: {
        tags: ["sync"],
        summary: "The version vector of the office.",
        response: { ...answers("The heads.", protocol.heads.response), ...refusals(...USUAL) },
      },
    },
    async (request, reply) =>
      sendJson(request, reply, JSON.stringify(await readHeads(ctx, callerOf(request)))),
  );
  app.post(
    protocol.fetch.path,
    {
      schema: {
        tags: ["sync"],
        summary: "Single events, to mend what broke on a PC.",
        body: protocol.fetch.request,
        response: {
          ...answers("Those that the portal has.", protocol.fetch.response),
          ...refusals(400, 413, ...USUAL),
        },
      },
    },
    async (request, reply) => {
      const events = await fetchEvents(ctx, callerOf(request), request.body.events);
      return sendJson(request, reply, `{"events":[${events.join(",")}]}`);
    },
  );
  app.post(
    protocol.send.path,
    {
      schema: {
        tags: ["messages"],
        summary: "Messages to other offices and to the public; see shared/sync/messages.ts.",
        body: z.object({ messages: z.array(anyMessageSchema).min(1).max(200) }),
        response: {
          ...answers("Those that were refused.", protocol.send.response),
          ...refusals(400, 413, ...USUAL),
        },
      },
    },
    (request) => sendMessages(ctx, callerOf(request), request.body.messages),
  );
}
