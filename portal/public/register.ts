import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import type { PortalContext } from "../context.ts";
import { addPublicErrors } from "./errors.ts";
import type { PublicDeps } from "./deps.ts";
import { createGate } from "./gate.ts";
import { addFormRoutes } from "./form/form-routes.ts";
import { addPublicHeaders } from "./headers.ts";
import { readHolidays } from "./holidays.ts";
import { addLetterRoutes } from "./letter/letter-routes.ts";
import { createLimiter } from "./limiter.ts";
import { addHomeRoutes } from "./pages/home-routes.ts";
import { readKey } from "./store/key.ts";
import { learn } from "./store/learn.ts";
import { takeAnswer } from "./store/requests.ts";
import { sweep } from "./sweep.ts";
import { addTrackRoutes } from "./track/track-routes.ts";

const MINUTE = 60_000;
const SWEEP_EVERY = 60 * MINUTE;
/** Bytes of a form without files. */
const PLAIN_FORM = 2 * 1024 * 1024;

/** The public pages, and what they learn from the offices. */
export async function registerPublic(app: FastifyInstance, ctx: PortalContext): Promise<void> {
  ctx.hooks.accepted.push((tx, office, events) =>
    learn(tx, office, events, ctx.now().toISOString()),
  );
  ctx.hooks.answer.push((tx, office, message) =>
    takeAnswer(tx, office, message, ctx.now().toISOString()),
  );

  const now = (): number => ctx.now().getTime();
  const posts = ctx.config.publicPosts;
  const deps: PublicDeps = {
    ctx,
    key: await readKey(ctx.store),
    spool: join(ctx.config.data, "forms"),
    holidays: readHolidays(),
    checks: createGate(2),
    limits: {
      posts: createLimiter({ most: posts, ms: 10 * MINUTE }, now),
      requests: createLimiter({ most: Math.ceil(posts / 4), ms: 60 * MINUTE }, now),
      failures: createLimiter({ most: 20, ms: 15 * MINUTE }, now),
      letters: createLimiter({ most: posts, ms: 10 * MINUTE }, now),
    },
  };
  await mkdir(deps.spool, { recursive: true, mode: 0o700 });

  addPublicHeaders(app);
  addPublicErrors(app);
  await app.register(multipart, { throwFileSizeLimit: false });
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: PLAIN_FORM },
    (_request, body, done) => done(null, new URLSearchParams(body.toString())),
  );
  addHomeRoutes(app, deps);
  addFormRoutes(app, deps);
  addTrackRoutes(app, deps);
  addLetterRoutes(app, deps);

  let sweeping = Promise.resolve();
  const run = (): void => {
    sweeping = sweeping
      .then(() => sweep(ctx, deps.spool))
      .then((swept) => ctx.log.info({ swept }, "public requests swept"))
      .catch((error: unknown) => ctx.log.error({ err: error }, "public requests not swept"));
  };
  const timer = setInterval(run, SWEEP_EVERY);
  timer.unref();
  app.addHook("onReady", (done) => {
    run();
    done();
  });
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await sweeping;
  });
}
