import type { ServiceContext } from "../context.ts";
import { hashSecret, newToken } from "../service/secrets.ts";

/** Minutes for which a link is good; hours of a session, and its minutes of rest. */
const LINK_MINUTES = 15;
const SESSION_HOURS = 8;
const REST_MINUTES = 60;
/** Milliseconds after which it is noted again that a session is in use. */
const SEEN_AGAIN = 60_000;

const MINUTE = 60_000;

export type Session = {
  /** As the cookie holds it. */
  secret: string;
  csrf: string;
};

/** A one-time secret with which whoever may use the portal's command line signs in to its page. */
export async function makeLoginSecret({
  store,
  now,
}: Pick<ServiceContext, "store" | "now">): Promise<{ secret: string; expires: string }> {
  const secret = newToken();
  const made = now();
  const expires = new Date(made.getTime() + LINK_MINUTES * MINUTE).toISOString();
  await store.transact(async (tx) => {
    await tx.deleteFrom("operator_link").where("expires", "<", made.toISOString()).execute();
    await tx
      .insertInto("operator_link")
      .values({ secret_hash: hashSecret(secret), expires })
      .execute();
  });
  return { secret, expires };
}

/** The link as it is opened in a browser; `base` is the portal's address without a slash at the end. */
export const loginLink = (base: string, secret: string): string =>
  `${base}/operator/masuk?kunci=${secret}`;

/** Null when the secret was used already, is too old, or never was one. */
export async function signIn(ctx: ServiceContext, secret: string): Promise<Session | null> {
  const at = ctx.now();
  const session = { secret: newToken(), csrf: newToken() };
  return ctx.store.transact(async (tx) => {
    const used = await tx
      .deleteFrom("operator_link")
      .where("secret_hash", "=", hashSecret(secret))
      .returning("expires")
      .executeTakeFirst();
    if (used === undefined || used.expires <= at.toISOString()) return null;
    await tx.deleteFrom("operator_session").where("begun", "<", oldest(at)).execute();
    await tx
      .insertInto("operator_session")
      .values({
        secret_hash: hashSecret(session.secret),
        csrf: session.csrf,
        begun: at.toISOString(),
        seen: at.toISOString(),
      })
      .execute();
    return session;
  });
}

export async function findSession(ctx: ServiceContext, secret: string): Promise<Session | null> {
  const { db } = ctx.store;
  const at = ctx.now();
  const row = await db
    .selectFrom("operator_session")
    .select(["csrf", "seen"])
    .where("secret_hash", "=", hashSecret(secret))
    .where("begun", ">", oldest(at))
    .where("seen", ">", new Date(at.getTime() - REST_MINUTES * MINUTE).toISOString())
    .executeTakeFirst();
  if (row === undefined) return null;
  if (at.getTime() - Date.parse(row.seen) >= SEEN_AGAIN) {
    await db
      .updateTable("operator_session")
      .set({ seen: at.toISOString() })
      .where("secret_hash", "=", hashSecret(secret))
      .execute();
  }
  return { secret, csrf: row.csrf };
}

export async function signOut({ store }: ServiceContext, secret: string): Promise<void> {
  await store.db
    .deleteFrom("operator_session")
    .where("secret_hash", "=", hashSecret(secret))
    .execute();
}

const oldest = (at: Date): string =>
  new Date(at.getTime() - SESSION_HOURS * 60 * MINUTE).toISOString();
