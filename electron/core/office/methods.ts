import { fail, ok, type Result } from "#shared/errors.ts";
import { type Office, officeSchema, type User } from "#shared/office.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Archive } from "../archive/archive.ts";
import { putMeta, readMeta } from "../archive/meta.ts";
import type { CallContext, Handlers } from "../types.ts";
import type { Deps } from "../deps.ts";
import { CONSOLE } from "./people.ts";

type UserRow = { id: string; name: string; post: string; lanes: string; active: number };

/** The office's profile or null; older profiles get the defaults of fields added since. */
export function readOffice(archive: Archive): Office | null {
  const text = archive.sql("SELECT profile FROM office").pluck().get() as string | undefined;
  return text === undefined ? null : officeSchema.parse(JSON.parse(text));
}

/** Id of the event that wrote the profile in force; null before there is one. */
export const officeEventId = (archive: Archive): string | null =>
  (archive.sql("SELECT event FROM office").pluck().get() as string | undefined) ?? null;

/** The profile that an event wrote, such as the one in force when a letter was signed. */
export function officeOfEvent(archive: Archive, id: string): Office | null {
  const event = archive.log.find(id);
  return event?.type === "office.saved" ? officeSchema.parse(event.body) : null;
}

/** The day it is in the office, `YYYY-MM-DD`; in WIB until there is a profile. */
export const today = ({ archive, clock }: Pick<Deps, "archive" | "clock">): string =>
  dayOf(clock.instant(), readOffice(archive)?.zone ?? "WIB");

export function listUsers(archive: Archive): (User & { id: string })[] {
  const rows = archive.sql("SELECT * FROM user ORDER BY name, id").all() as UserRow[];
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    post: row.post,
    lanes: JSON.parse(row.lanes) as string[],
    active: row.active === 1,
  }));
}

/** Whoever acts: a user chosen in the window, or the console. Before the first user, anybody. */
export function actorOf(archive: Archive, context: CallContext): Result<string> {
  if (context.user !== null) {
    const known = archive.sql("SELECT 1 FROM user WHERE id = ? AND active = 1").get(context.user);
    return known === undefined ? fail("user_unknown") : ok(context.user);
  }
  if (context.origin !== "window") return ok(CONSOLE.id);
  const anybody = archive.sql("SELECT 1 FROM user WHERE active = 1 LIMIT 1").get();
  return anybody === undefined ? ok(CONSOLE.id) : fail("user_required");
}

type Methods = "app.state" | "office.get" | "office.save" | "user.list" | "user.save";

export function officeMethods({ archive, clock, newId, version }: Deps): Pick<Handlers, Methods> {
  return {
    "app.state": () => {
      const office = readOffice(archive);
      return ok({
        version,
        archive: archive.folder,
        demo: isDemo(archive),
        office,
        users: listUsers(archive),
        today: today({ archive, clock }),
        clockOff: isClockOff(archive, clock.instant()),
        safeMode: archive.safeMode,
      });
    },
    "office.get": () => ok(readOffice(archive)),
    "office.save": (profile, context) => {
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      archive.recordOffice(actor.value, [{ type: "office.saved", body: profile }]);
      return ok(profile);
    },
    "user.list": () => ok(listUsers(archive)),
    "user.save": (params, context) => {
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      const users = listUsers(archive);
      const known = users.find((user) => user.id === params.id);
      if (params.id !== undefined && known === undefined) return fail("user_unknown", {}, "id");
      const others = users.some((user) => user.active && user.id !== params.id);
      if (!params.active && known?.active && !others) return fail("user_last", {}, "active");
      const user = { ...params, id: params.id ?? newId() };
      archive.recordOffice(actor.value, [{ type: "user.saved", body: user }]);
      return ok(user);
    },
  };
}

/** Clocks drift; more than this is a wrong clock, in milliseconds. */
const DRIFT = 5 * 60_000;
/** The year this program was written in; no PC stands before it. */
const FIRST_YEAR = 2026;
const LAST_YEAR = 2100;

/** Whether the PC's clock was set back behind the last event, or is years off. Nothing is refused. */
function isClockOff(archive: Archive, now: string): boolean {
  const last = archive.sql("SELECT at FROM event ORDER BY rowid DESC LIMIT 1").pluck().get() as
    | string
    | undefined;
  const year = Number(now.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return true;
  return last !== undefined && Date.parse(now) < Date.parse(last) - DRIFT;
}

const DEMO = "demo";

const isDemo = (archive: Archive): boolean => readMeta(archive.db, DEMO) !== undefined;

/** Marks an archive as made up; the window says so on every page. */
export function markDemo(archive: Archive): void {
  putMeta(archive.db, DEMO, "1");
}
