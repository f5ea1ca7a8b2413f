import { z } from "zod";
import { id, method, none, pathOnDisk } from "#shared/method.ts";
import { instant, line, optionalLine } from "#shared/text.ts";

/** Bytes a second. */
const bandwidth = z.int().min(1024).max(1_000_000_000);

export const syncSettingsSchema = z.strictObject({
  /** Syncs by itself; off, only when asked. */
  automatic: z.boolean().default(true),
  /** At most so many bytes a second; null for as fast as the line goes. */
  limit: bandwidth.nullable().default(null),
  /** The line is paid by the byte: files wait until they are asked for, events go on. */
  metered: z.boolean().default(false),
  /** HTTP proxy such as http://proxy.contoh.go.id:8080; empty for none. */
  proxy: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(300)]).default(""),
  /** PEM file of a certificate authority of the office's own; empty for the system's. */
  authority: z.union([z.literal(""), pathOnDisk]).default(""),
});

const failure = z.object({ code: z.string(), message: z.string() });

/** Connection to the portal as it stands; `off` where the office has none. */
const connection = z.enum(["off", "idle", "syncing", "offline", "rejoin", "stopped"]);

const syncState = z.object({
  connection,
  /** Where this PC has joined; null for an office without a portal. */
  portal: z
    .object({
      url: z.string(),
      office: z.string(),
      device: z.object({ id, name: z.string(), letter: z.string() }),
    })
    .nullable(),
  settings: syncSettingsSchema,
  /** What this PC has and the portal does not. `bytes` counts events and files together. */
  waiting: z.object({ events: z.number(), files: z.number(), bytes: z.number() }),
  /** Files that other PCs have announced and that have not arrived yet. */
  missing: z.object({ files: z.number(), bytes: z.number() }),
  /** What goes over the line now; null when nothing does. */
  transfer: z
    .object({
      what: z.enum(["events-out", "events-in", "file-out", "file-in", "snapshot"]),
      /** Name of the file; empty for events. */
      name: z.string(),
      done: z.number(),
      total: z.number(),
    })
    .nullable(),
  lastSuccess: instant.nullable(),
  /** Why the last attempt did not go through; null when it did. */
  failure: failure.nullable(),
  /** When it tries again by itself; null when it does not. */
  nextTry: instant.nullable(),
  /** Events that the portal refused, and what could not be taken over from it. */
  refused: z.number(),
  /** Requests that wait for a decision between two; see conflict.list. */
  conflicts: z.number(),
});

const device = z.object({
  id,
  name: z.string(),
  letter: z.string(),
  joined: instant,
  seen: instant.nullable(),
  revoked: instant.nullable(),
  /** This very PC. */
  own: z.boolean(),
});

export const syncContract = {
  "sync.join": method(
    "Joins the portal with a one-time code. A fresh PC takes over everything of its office.",
    z.strictObject({
      url: z.url({ protocol: /^https?$/, error: "portal_url_invalid" }).max(300),
      code: line(40),
      /** What the PC is called on the portal; the host's name when empty. */
      name: optionalLine(120),
      settings: syncSettingsSchema.optional(),
    }),
    syncState,
  ),
  "sync.state": method("How things stand with the portal.", none, syncState),
  "sync.now": method("Syncs now, files too, and answers when it is through.", none, syncState),
  "sync.save": method("Changes how this PC syncs.", syncSettingsSchema, syncState),
  "sync.leave": method(
    "Ends this PC's connection; everything stays in the archive.",
    z.strictObject({ confirmed: z.literal(true) }),
    syncState,
  ),
  "sync.refused": method(
    "What the portal refused or could not be taken over, latest first.",
    none,
    z.array(
      z.object({
        id: z.string(),
        at: instant,
        direction: z.enum(["out", "in"]),
        type: z.string(),
        /** The request it belongs to; null for the office's own. */
        request: z.object({ id, number: z.string() }).nullable(),
        failure,
      }),
    ),
  ),
  "sync.devices": method("The PCs of this office on the portal.", none, z.array(device)),
  "sync.invite": method(
    "A one-time code with which another PC of this office joins.",
    none,
    z.object({ code: z.string(), expires: instant, url: z.string() }),
  ),
  "sync.revoke": method(
    "Ends another PC's connection, such as a stolen one's.",
    z.strictObject({ device: id }),
    z.array(device),
  ),
} as const;

export type SyncSettings = z.infer<typeof syncSettingsSchema>;
export type SyncState = z.infer<typeof syncState>;
