import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { WireEvent } from "#shared/sync/wire.ts";
import {
  apiClient,
  fileClient,
  type Pc,
  type RunningPortal,
  startPortal,
} from "../../support/portal-over-http.ts";
import { postgresDatabase } from "../../support/postgres.ts";
import { createWriter, identity } from "../../support/wire-events.ts";

describe.each(["SQLite", "PostgreSQL"])("a PC of another office, on %s", (kind) => {
  let portal: RunningPortal | null = null;
  let missing = "";
  let own: Pc;
  let other: Pc;
  let ownApi: ReturnType<typeof apiClient>;
  let thief: ReturnType<typeof apiClient>;
  const writer = createWriter();
  const stream = randomUUID();
  const { identity: person, digest } = identity();
  let events: WireEvent[];

  beforeAll(async () => {
    const database = kind === "SQLite" ? { url: undefined } : await postgresDatabase();
    if ("missing" in database) {
      missing = `no PostgreSQL here: ${database.missing}`;
      return;
    }
    const config = database.url === undefined ? {} : { databaseUrl: database.url };
    portal = await startPortal({ config });
    own = await portal.office("Dinas Kominfo Kabupaten Contoh");
    other = await portal.office("Dinas Kesehatan Kabupaten Contoh");
    ownApi = apiClient(portal, own);
    thief = apiClient(portal, other);
    events = [
      writer.next({
        stream,
        body: JSON.stringify({ requester: { digest } }),
        identities: [person],
      }),
      ...writer.some(20, stream),
    ];
    const pushed = await ownApi.push(events);
    expect(pushed.status).toBe(200);
  });
  beforeEach((test) => {
    if (missing !== "") test.skip(missing);
  });
  afterAll(() => portal?.close());

  it("gets nothing of this one's feed, from the start or from this one's cursor", async () => {
    const feed = await thief.feed("0");
    expect(feed.items).toEqual([]);
    const { cursor } = await ownApi.state();
    const answer = await thief.get(`/feed?after=${cursor}&epoch=${await thief.epoch()}`);
    expect([answer.status, await codeOf(answer)]).toEqual([409, "cursor_unknown"]);
  });

  it("gets none of its events by their writer's id", async () => {
    const wanted = events.map(({ seq }) => ({ writer: writer.id, seq }));
    const answer = await thief.post("/events/fetch", { events: wanted });
    expect(await answer.json()).toEqual({ events: [] });
    expect((await thief.heads()).map((head) => head.writer)).not.toContain(writer.id);
    expect((await ownApi.heads()).map((head) => head.writer)).toContain(writer.id);
  });

  it("gets no snapshot of it", async () => {
    const answer = await thief.get("/snapshot");
    const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();
    expect(text).not.toContain(writer.id);
    expect(text).not.toContain(person.ciphertext);
    const whole = await ownApi.get("/snapshot");
    expect(gunzipSync(Buffer.from(await whole.arrayBuffer())).toString()).toContain(writer.id);
    const etag = whole.headers.get("etag") ?? "";
    const resumed = await thief.get("/snapshot", { range: "bytes=10-", "if-range": etag });
    const rest = Buffer.from(await resumed.arrayBuffer());
    expect(resumed.status === 206 && rest.length > text.length).toBe(false);
  });

  it("adds nothing to its writers and to its requests", async () => {
    const forged = { ...writer.next({ stream }), identities: [person] };
    const pushed = await thief.push([forged]);
    expect(((await pushed.json()) as Pushed).refused).toEqual([
      { writer: writer.id, seq: forged.seq, code: "event_other_office" },
    ]);
    const stranger = createWriter();
    const onStream = await thief.push([stranger.next({ stream }), stranger.next()]);
    expect(((await onStream.json()) as Pushed).refused.map(({ code }) => code)).toEqual([
      "event_other_office",
    ]);
    const { items } = await ownApi.feed("0");
    expect(items).toHaveLength(events.length);
    expect(JSON.stringify(items)).not.toContain(stranger.id);
    // What remains of the refused one in its own feed holds no body.
    const mine = JSON.stringify((await thief.feed("0")).items);
    expect(mine).toContain('"refused":"event_other_office"');
    expect(mine).not.toContain(person.ciphertext);
    // The rightful office goes on where it was: the forged event has taken no place.
    expect((await ownApi.push([forged])).status).toBe(200);
  });

  it("does not destroy its identities by an event of that name", async () => {
    const eraser = createWriter();
    await thief.push([eraser.next({ stream, type: "identity.erased", body: "{}" })]);
    expect(JSON.stringify((await ownApi.feed("0")).items)).toContain(person.ciphertext);
  });

  it("ends none of its PCs, lists none and gets no code for it", async () => {
    const answer = await thief.post("/devices/revoke", { device: own.device });
    expect([answer.status, await codeOf(answer)]).toEqual([404, "device_unknown"]);
    const devices = (await (await thief.get("/devices")).json()) as { devices: { id: string }[] };
    expect(devices.devices.map(({ id }) => id)).toEqual([other.device]);
    const { code } = (await (await thief.post("/devices/code", {})).json()) as { code: string };
    const joined = await thief.post("/join", { code, name: "PC", app: "x", office: own.office });
    expect(((await joined.json()) as { office: { id: string } }).office.id).toBe(other.office);
  });

  it("answers no step and no request that is not its own", async () => {
    const at = "2026-11-20T02:00:00.000Z";
    const answered = {
      id: randomUUID(),
      at,
      type: "handover.answered",
      to: own.office,
      body: { handover: randomUUID(), branch: null, note: "", by: "X", files: [] },
    };
    const shown = {
      id: randomUUID(),
      at,
      type: "public.released",
      body: {
        tracking: "ABC-123456",
        release: "r",
        text: "",
        files: [],
        expires: "2027-01-01",
      },
    };
    const sent = await thief.post("/messages", { messages: [answered, shown] });
    const { refused } = (await sent.json()) as { refused: { id: string }[] };
    expect(refused.map(({ id }) => id)).toEqual([answered.id, shown.id]);
    expect(JSON.stringify((await ownApi.feed("0")).items)).not.toContain(answered.id);
  });

  it("reads none of its files, whatever it says about them", async () => {
    const files = fileClient(portal as RunningPortal, other);
    const sha256 = "c".repeat(64);
    await ownApi.push([writer.next({ stream, body: JSON.stringify({ sha256 }) })]);
    expect((await fileClient(portal as RunningPortal, own).create(sha256, 10)).status).toBe(201);
    expect((await files.create(sha256, 10)).status).toBe(403);
    expect((await files.read(sha256)).status).toBe(404);
    expect(await files.missing(sha256)).toEqual([sha256]);
  });
});

type Pushed = { refused: { writer: string; seq: number; code: string }[] };
const codeOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { code: string }).code;
