import { z } from "zod";
import { instant } from "#shared/text.ts";
import { receivedMessageSchema, sentMessageSchema } from "./messages.ts";
import { refusedEventSchema, sha256, wireEventSchema } from "./wire.ts";

/**
 * What a PC and a portal say to each other: HTTPS, JSON, compressed, `Authorization: Bearer TOKEN`
 * but for `join`. Everything may be sent again: what is there already is answered as stored. A
 * refusal is `{ code, message }` with a status of 400 or above; see shared/errors.ts.
 */

export const PROTOCOL = 1;
/** Says which protocol the sender speaks; a portal answers 426 to one that it no longer knows. */
export const PROTOCOL_HEADER = "lajur-protocol";
export const API = "/api/v1";

export const BATCH_LIMITS = {
  /** Bytes of one request's or answer's JSON before compression, to begin with. */
  bytes: 256 * 1024,
  /**
   * What it may grow to as long as everything comes through: a fifth of that on the line, since
   * events shrink so far. One larger event goes alone.
   */
  grown: 1024 * 1024,
  /** Bytes that a portal reads of a request's body after decompression. */
  most: 8 * 1024 * 1024,
  events: 2000,
} as const;

const id = z.string().min(1).max(80);
/** `n.check`: place in the feed, and what follows from all up to there; `0` for the beginning. */
export const cursor = z.string().regex(/^(0|[1-9]\d{0,15}\.[0-9a-f]{8})$/u);
/** Random; another one means that the portal was made or restored anew. */
const epoch = z.string().min(8).max(80);

const device = z.object({
  id,
  name: z.string(),
  /** Distinguishes the PCs of one office in registration numbers; empty for the first. */
  letter: z.string(),
});

export const headSchema = z.object({ writer: id, seq: z.int().min(1), hash: sha256 });

export const feedItemSchema = z.union([
  z.object({ event: wireEventSchema }),
  z.object({ refused: refusedEventSchema }),
  z.object({ message: receivedMessageSchema }),
]);

export const protocol = {
  /** POST /join, without a token. */
  join: {
    method: "POST",
    path: "/join",
    request: z.object({
      code: z.string().min(4).max(40),
      name: z.string().min(1).max(120),
      app: z.string().max(60),
    }),
    response: z.object({
      token: z.string(),
      device,
      office: z.object({ id, name: z.string() }),
      epoch,
      /** The portal has nothing of this office yet. */
      empty: z.boolean(),
    }),
  },
  /**
   * GET /state?seen=CURSOR, the furthest place in the feed that the PC has been told of: a portal
   * that was put back to before it, and has gone on since, answers `cursor_unknown`.
   */
  state: {
    method: "GET",
    path: "/state",
    request: z.object({ seen: cursor.default("0") }),
    response: z.object({
      epoch,
      office: z.object({ id, name: z.string() }),
      device,
      /** Where the office's feed ends. */
      cursor,
      protocol: z.object({ oldest: z.int(), newest: z.int() }),
      server: z.string(),
      time: instant,
    }),
  },
  /** In the order of each writer; a gap (`event_gap`) or a broken one refuses the whole batch. */
  push: {
    method: "POST",
    path: "/events",
    request: z.object({ epoch, events: z.array(wireEventSchema).min(1).max(BATCH_LIMITS.events) }),
    response: z.object({
      /** How far the portal has each writer of the batch now. */
      heads: z.array(headSchema),
      refused: z.array(z.object({ writer: id, seq: z.int(), code: z.string() })),
      /** Where the feed ended when this was stored; the batch stands before it. */
      end: cursor,
      /**
       * The stretch of the feed in which this batch stands and nothing else does: a PC that has
       * read up to `after` goes on from `upTo`, without reading back what it just sent. Left out
       * where the batch stored nothing new or stands there in parts.
       */
      placed: z.object({ after: cursor, upTo: cursor }).optional(),
    }),
  },
  /**
   * GET /feed?after=CURSOR&epoch=EPOCH&bytes=BYTES&wait=SECONDS; waits up to 30 seconds for the first
   * news. A page has as many bytes of JSON at most, and never more than `grown`.
   */
  feed: {
    method: "GET",
    path: "/feed",
    request: z.object({
      after: cursor,
      epoch,
      bytes: z.coerce.number().int().min(1).default(BATCH_LIMITS.bytes),
    }),
    response: z.object({ items: z.array(feedItemSchema), cursor, more: z.boolean() }),
  },
  /** The version vector of the office. */
  heads: {
    method: "GET",
    path: "/heads",
    response: z.object({ epoch, heads: z.array(headSchema) }),
  },
  /** Single events, to heal what broke on a PC. Those it does not have are left out. */
  fetch: {
    method: "POST",
    path: "/events/fetch",
    request: z.object({
      events: z
        .array(z.object({ writer: id, seq: z.int().min(1) }))
        .min(1)
        .max(200),
    }),
    response: z.object({ events: z.array(wireEventSchema) }),
  },
  /**
   * Everything of the office at once, for a new PC: gzipped lines, each a feed item, the last one
   * `{"cursor": "..."}` to go on from. Resumed by Range with If-Range on its ETag.
   */
  snapshot: { method: "GET", path: "/snapshot" },
  /** Which of these files the portal still lacks. */
  missing: {
    method: "POST",
    path: "/files/missing",
    request: z.object({ files: z.array(sha256).min(1).max(1000) }),
    response: z.object({ missing: z.array(sha256) }),
  },
  /**
   * Files: tus 1.0 at /files with Upload-Metadata `sha256` (hexadecimal) and Upload-Length; read at
   * GET /files/SHA256 with Range. Only an office that an event or message names it for may.
   */
  files: { path: "/files" },
  send: {
    method: "POST",
    path: "/messages",
    request: z.object({ messages: z.array(sentMessageSchema).min(1).max(200) }),
    response: z.object({ refused: z.array(z.object({ id, code: z.string() })) }),
  },
  /** Offices on this portal that a step can be handed to. */
  offices: {
    method: "GET",
    path: "/offices",
    response: z.object({ offices: z.array(z.object({ id, name: z.string() })) }),
  },
  devices: {
    method: "GET",
    path: "/devices",
    response: z.object({
      devices: z.array(
        device.extend({ joined: instant, seen: instant.nullable(), revoked: instant.nullable() }),
      ),
    }),
  },
  /** A one-time code with which another PC of this office joins. */
  invite: {
    method: "POST",
    path: "/devices/code",
    response: z.object({ code: z.string(), expires: instant }),
  },
  /** POST /devices/ID/revoke: that PC's token is no longer good for anything. */
  revoke: { method: "POST", path: "/devices/revoke", request: z.object({ device: id }) },
} as const;

export type Head = z.infer<typeof headSchema>;
export type FeedItem = z.infer<typeof feedItemSchema>;
export type Device = z.infer<typeof device>;
export type Joined = z.infer<typeof protocol.join.response>;
export type PortalState = z.infer<typeof protocol.state.response>;
export type Pushed = z.infer<typeof protocol.push.response>;
export type Feed = z.infer<typeof protocol.feed.response>;
