import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { PortalContext } from "../context.ts";
import { hashSecret } from "../service/secrets.ts";

/**
 * Prometheus metrics at /metrics for whoever has METRICS_TOKEN; without one there is no such page.
 * Counts of the office's things, never names.
 */
export function addMetrics(app: FastifyInstance, ctx: PortalContext): void {
  const token = ctx.config.metricsToken;
  if (token === null) return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "lajur_request_seconds",
    help: "Time of requests by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const status = String(reply.statusCode);
    duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
  });
  countArrivals(ctx, registry);
  gaugeStore(ctx, registry);
  const expected = Buffer.from(hashSecret(`Bearer ${token}`));
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    const said = Buffer.from(hashSecret(request.headers.authorization ?? ""));
    if (!timingSafeEqual(said, expected)) return reply.code(401).send();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function countArrivals({ hooks }: PortalContext, registry: Registry): void {
  const registers = [registry];
  const events = new Counter({
    name: "lajur_events_total",
    help: "Events taken up",
    registers,
  });
  const messages = new Counter({
    name: "lajur_messages_total",
    help: "Messages passed on, by type",
    labelNames: ["type"],
    registers,
  });
  hooks.accepted.push(async (_tx, _office, taken) => events.inc(taken.length));
  hooks.passed.push(async (_tx, { message }) => messages.inc({ type: message.type }));
}

/** Read when they are asked for. */
function gaugeStore({ store }: PortalContext, registry: Registry): void {
  const gauge = (name: string, help: string, read: () => Promise<number>): void => {
    void new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  };
  const sumOf = async (column: "feed_n" | "feed_bytes"): Promise<number> => {
    const { sum } = await store.db
      .selectFrom("office")
      .select((row) => row.fn.sum<number | string | null>(column).as("sum"))
      .executeTakeFirstOrThrow();
    return Number(sum ?? 0);
  };
  gauge("lajur_feed_items", "Things in the feeds of all offices", () => sumOf("feed_n"));
  gauge("lajur_feed_bytes", "Bytes of the feeds of all offices", () => sumOf("feed_bytes"));
  gauge("lajur_devices", "PCs that are connected", async () => {
    const { count } = await store.db
      .selectFrom("device")
      .where("revoked", "is", null)
      .select((row) => row.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  });
  gauge("lajur_forked_events", "Events kept aside for another content", async () => {
    const { count } = await store.db
      .selectFrom("fork")
      .select((row) => row.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  });
}
