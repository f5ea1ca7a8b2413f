import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clearFiles } from "../../../portal/files/clear.ts";
import {
  codeOf,
  fileClient,
  type RunningPortal,
  hashOf,
  type Pc,
  startPortal,
} from "../../support/portal-over-http.ts";
import { postgresDatabase } from "../../support/postgres.ts";
import { startS3 } from "../../support/s3.ts";

const DAY = 24 * 60 * 60 * 1000;

type Kind = { name: string; settings(): Promise<Settings> };
type Settings = { config?: object; missing?: string; stop?: () => Promise<void> };

const KINDS: Kind[] = [
  { name: "SQLite and a disk", settings: () => Promise.resolve({}) },
  {
    name: "PostgreSQL and S3",
    async settings() {
      const database = await postgresDatabase();
      if ("missing" in database) return { missing: `no PostgreSQL here: ${database.missing}` };
      const { settings: s3, stop } = await startS3();
      return { config: { databaseUrl: database.url, s3 }, stop };
    },
  },
];

describe.each(KINDS)("files of the offices on a portal with $name", ({ settings: open }) => {
  let settings: Settings;
  let portal: RunningPortal;
  let a: Pc;
  let b: Pc;
  let ofA: ReturnType<typeof fileClient>;
  let ofB: ReturnType<typeof fileClient>;
  beforeAll(async () => {
    settings = await open();
    if (settings.missing !== undefined) return;
    portal = await startPortal({ config: settings.config ?? {} });
    a = await portal.office("Dinas Kominfo Kabupaten Contoh");
    b = await portal.office("Dinas Kesehatan Kabupaten Contoh");
    ofA = fileClient(portal, a);
    ofB = fileClient(portal, b);
  });
  beforeEach((test) => {
    if (settings.missing !== undefined) test.skip(settings.missing);
  });
  afterAll(async () => {
    if (settings.missing !== undefined) return;
    await portal.close();
    await settings.stop?.();
  });

  /** Bytes that an event of the office names. */
  async function named(office: string, size = 1000): Promise<{ bytes: Buffer; sha256: string }> {
    const bytes = randomBytes(size);
    const sha256 = hashOf(bytes);
    await portal.accepted(office, { sha256, name: "a.pdf" });
    return { bytes, sha256 };
  }
  const clear = () => clearFiles({ ...portal.ctx(), storage: portal.ctx().files });
  const stored = () => portal.ctx().blobs;

  it("are sent, read whole and in part by every PC of the office", async () => {
    const { bytes, sha256 } = await named(a.office);
    expect(await ofA.missing(sha256)).toEqual([sha256]);
    expect((await ofA.send(bytes)).status).toBe(204);
    expect(await ofA.missing(sha256)).toEqual([]);

    const other = fileClient(portal, await portal.pc(a));
    const whole = await other.read(sha256);
    expect(whole.status).toBe(200);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    expect(whole.headers.get("content-disposition")).toMatch(/^attachment; /u);
    expect(whole.headers.get("x-content-type-options")).toBe("nosniff");
    const part = await other.read(sha256, { range: "bytes=900-", "if-range": `"${sha256}"` });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe("bytes 900-999/1000");
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(900))).toBe(true);
    const changed = await other.read(sha256, { range: "bytes=900-", "if-range": '"other"' });
    expect(changed.status).toBe(200);
    expect((await changed.arrayBuffer()).byteLength).toBe(1000);
    const beyond = await other.read(sha256, { range: "bytes=1000-" });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */1000"]);
    expect((await other.read(sha256, { "if-none-match": `"${sha256}"` })).status).toBe(304);
    const head = await other.ask("HEAD", `/api/v1/files/${sha256}`);
    expect([head.status, head.headers.get("content-length")]).toEqual([200, "1000"]);
  });

  it("go on where they broke off, also when the portal was stopped in between", async () => {
    const { bytes, sha256 } = await named(a.office, 300_000);
    const place = (await ofA.create(sha256, bytes.length)).headers.get("location") ?? "";
    expect((await ofA.patch(place, 0, bytes.subarray(0, 100_000))).status).toBe(204);
    await portal.stop();
    await portal.start();
    const head = await ofA.tus("HEAD", place);
    expect(head.headers.get("upload-offset")).toBe("100000");
    expect(head.headers.get("upload-length")).toBe("300000");
    // A PC that has forgotten the place is told it again.
    const again = await ofA.create(sha256, bytes.length);
    expect([again.headers.get("location"), again.headers.get("upload-offset")]).toEqual([
      place,
      "100000",
    ]);
    expect((await ofA.patch(place, 0, bytes)).status).toBe(409);
    expect((await ofA.patch(place, 100_000, bytes.subarray(100_000))).status).toBe(204);
    expect(await ofA.missing(sha256)).toEqual([]);
  });

  it("that are there already need no bytes", async () => {
    const { bytes, sha256 } = await named(a.office);
    await ofA.send(bytes);
    const again = await ofA.create(sha256, bytes.length);
    expect([again.status, again.headers.get("upload-offset")]).toEqual([200, "1000"]);
    const place = again.headers.get("location") ?? "";
    expect((await ofA.patch(place, 0, bytes)).status).toBe(409);
    const head = await ofA.tus("HEAD", place);
    expect([head.status, head.headers.get("upload-offset")]).toEqual([200, "1000"]);
  });

  it("are refused when no event of the office names them", async () => {
    const bytes = randomBytes(10);
    const refused = await ofA.send(bytes);
    expect([refused.status, await codeOf(refused)]).toEqual([403, "file_not_named"]);
    const { bytes: others, sha256 } = await named(a.office);
    await ofA.send(others);
    expect(await codeOf(await ofB.send(others))).toBe("file_not_named");
    expect((await ofB.read(sha256)).status).toBe(404);
  });

  it("of another office do not open to who knows their hash, until it sends all the bytes", async () => {
    const { bytes, sha256 } = await named(a.office);
    await ofA.send(bytes);
    await portal.accepted(b.office, { sha256 });
    expect((await ofB.read(sha256)).status).toBe(404);
    expect(await ofB.missing(sha256)).toEqual([sha256]);
    const made = await ofB.create(sha256, bytes.length);
    expect([made.status, made.headers.get("upload-offset")]).toEqual([201, null]);
    const place = made.headers.get("location") ?? "";
    expect((await ofB.read(sha256)).status).toBe(404);
    expect((await ofB.patch(place, 0, bytes.subarray(0, 999))).status).toBe(204);
    expect((await ofB.read(sha256)).status).toBe(404);
    expect((await ofB.patch(place, 999, bytes.subarray(999))).status).toBe(204);
    expect((await ofB.read(sha256)).status).toBe(200);
  });

  it("of another office's upload are neither seen, written nor ended", async () => {
    const { bytes, sha256 } = await named(a.office);
    const place = (await ofA.create(sha256, bytes.length)).headers.get("location") ?? "";
    expect((await ofB.tus("HEAD", place)).status).toBe(404);
    expect((await ofB.patch(place, 0, bytes)).status).toBe(404);
    expect((await ofB.tus("DELETE", place)).status).toBe(404);
    expect((await ofA.tus("DELETE", place)).status).toBe(204);
    expect((await ofA.tus("HEAD", place)).status).toBe(404);
  });

  it("that do not match their hash are thrown away and may be sent again", async () => {
    const { bytes, sha256 } = await named(a.office);
    const wrong = Buffer.from(bytes);
    wrong[500] = (wrong[500] ?? 0) ^ 1;
    const refused = await ofA.send(wrong, sha256);
    expect([refused.status, await codeOf(refused)]).toEqual([422, "file_mismatch"]);
    expect(await ofA.missing(sha256)).toEqual([sha256]);
    expect(await stored().size(hashOf(wrong))).toBeNull();
    expect((await ofA.send(bytes)).status).toBe(204);
  });

  it("are not longer than was announced", async () => {
    const { bytes, sha256 } = await named(a.office);
    const place = (await ofA.create(sha256, 500)).headers.get("location") ?? "";
    const longer = await ofA.patch(place, 0, bytes);
    expect([longer.status, await codeOf(longer)]).toEqual([413, "upload_too_large"]);
    // Announced anew with another size, it begins anew.
    expect((await ofA.send(bytes)).status).toBe(204);
  });

  it.each(["-1", "1e3", "0x10", "1.5", "", "99999999999999999999", "NaN", "1, 1"])(
    "have no length such as %j",
    async (length) => {
      const { sha256 } = await named(a.office);
      const refused = await ofA.create(sha256, length);
      expect([refused.status, await codeOf(refused)]).toEqual([400, "upload_invalid"]);
    },
  );

  it("are at most 200 MB, of a hash that is one, in a length that is known", async () => {
    const { sha256 } = await named(a.office);
    expect((await ofA.create(sha256, 200 * 1024 * 1024 + 1)).status).toBe(413);
    for (const name of ["../../etc/passwd", sha256.toUpperCase(), `${sha256}\u0000`, ""]) {
      expect((await ofA.create(name, 10)).status).toBe(400);
    }
    const deferred = await ofA.tus("POST", "/api/v1/files", {
      headers: {
        "upload-defer-length": "1",
        "upload-metadata": `sha256 ${Buffer.from(sha256).toString("base64")}`,
      },
    });
    expect(deferred.status).toBe(400);
  });

  it("stop coming when the PC's connection is ended, at the latest before they are kept", async () => {
    const { bytes, sha256 } = await named(a.office);
    const stolen = await portal.pc(a);
    const thief = fileClient(portal, stolen);
    const place = (await thief.create(sha256, bytes.length)).headers.get("location") ?? "";
    expect((await thief.patch(place, 0, bytes.subarray(0, 500))).status).toBe(204);

    let goOn: (() => void) | undefined;
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(bytes.subarray(500, 900));
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
        controller.enqueue(bytes.subarray(900));
        controller.close();
      },
    });
    const running = fetch(portal.url(place), {
      method: "PATCH",
      headers: {
        authorization: `Bearer ${stolen.token}`,
        "tus-resumable": "1.0.0",
        "upload-offset": "500",
        "content-type": "application/offset+octet-stream",
      },
      body,
      duplex: "half",
    } as RequestInit);
    // It was let in and is writing now.
    const { db } = portal.ctx().store;
    const upload = place.split("/").at(-1) ?? "";
    const leases = () =>
      db.selectFrom("upload_lease").select("holder").where("upload", "=", upload).execute();
    await expect.poll(leases).toHaveLength(1);
    expect(goOn).toBeDefined();
    await portal.revoke(stolen);
    goOn?.();
    const ended = await running;
    expect([ended.status, await codeOf(ended)]).toEqual([401, "token_revoked"]);
    expect(await stored().size(sha256)).toBeNull();
    for (const request of [
      thief.tus("HEAD", place),
      thief.patch(place, 1000, new Uint8Array()),
      thief.create(sha256, 1000),
      thief.read(sha256),
    ]) {
      expect((await request).status).toBe(401);
    }
    // The office's other PC goes on with what is there.
    expect((await ofA.create(sha256, bytes.length)).status).toBe(200);
    expect((await ofA.read(sha256)).status).toBe(200);
  });

  it("in a message are read by whom it goes to, if who gives them has them", async () => {
    const { bytes, sha256 } = await named(a.office);
    await portal.passed(a.office, b.office, [{ sha256, size: bytes.length }]);
    expect((await ofB.read(sha256)).status).toBe(404);
    await ofA.send(bytes);
    expect(await ofB.missing(sha256)).toEqual([]);
    expect((await ofB.read(sha256)).status).toBe(200);

    // Giving on what one never had opens nothing.
    const c = await portal.office("Bappeda Kabupaten Contoh");
    const { bytes: secret, sha256: hidden } = await named(a.office);
    await ofA.send(secret);
    await portal.passed(c.office, b.office, [{ sha256: hidden, size: secret.length }]);
    expect((await ofB.read(hidden)).status).toBe(404);
    expect((await fileClient(portal, c).read(hidden)).status).toBe(404);
  });

  it("from the public are read by the office that they went to", async () => {
    const bytes = randomBytes(100);
    const put = await stored().put(
      (async function* () {
        await Promise.resolve();
        yield bytes;
      })(),
      1000,
    );
    expect(put.ok).toBe(true);
    await portal.passed("public", b.office, [{ sha256: hashOf(bytes), size: 100 }]);
    expect((await ofB.read(hashOf(bytes))).status).toBe(200);
    expect((await ofA.read(hashOf(bytes))).status).toBe(404);
  });

  it("of a destroyed request are gone, but for those that others name", async () => {
    const { bytes, sha256 } = await named(a.office);
    const { bytes: shared, sha256: both } = await named(a.office);
    await portal.accepted(a.office, { sha256 }, "file.attached", "r2");
    await portal.accepted(a.office, { sha256: both }, "file.attached", "r3");
    await ofA.send(bytes);
    await ofA.send(shared);
    await portal.accepted(a.office, {}, "request.destroyed", "r1");
    await portal.accepted(a.office, {}, "request.destroyed", "r2");
    expect((await ofA.read(sha256)).status).toBe(404);
    expect((await ofA.read(both)).status).toBe(200);
    portal.forward(2 * DAY);
    expect((await clear())?.files).toBeGreaterThan(0);
    expect(await stored().size(sha256)).toBeNull();
    expect(await stored().size(both)).toBe(1000);
  });

  it("are cleared away when their upload rests for two weeks", async () => {
    const { bytes, sha256 } = await named(a.office);
    const place = (await ofA.create(sha256, bytes.length)).headers.get("location") ?? "";
    await ofA.patch(place, 0, bytes.subarray(0, 10));
    portal.forward(13 * DAY);
    await clear();
    expect((await ofA.tus("HEAD", place)).status).toBe(200);
    portal.forward(15 * DAY);
    expect((await clear())?.uploads).toBe(1);
    expect((await ofA.tus("HEAD", place)).status).toBe(404);
    const left: string[] = [];
    for await (const one of portal.ctx().files.staging.list()) left.push(one.upload);
    expect(left).toEqual([]);
    expect((await ofA.send(bytes)).status).toBe(204);
  });

  it("whose bytes were lost are asked for again", async () => {
    const one = await named(a.office);
    const two = await named(a.office);
    await ofA.send(one.bytes);
    await ofA.send(two.bytes);
    for (const { sha256 } of [one, two]) await stored().delete(sha256);
    expect((await ofA.read(one.sha256)).status).toBe(404);
    expect((await clear())?.lost).toBe(1);
    expect(await ofA.missing(one.sha256, two.sha256)).toEqual([one.sha256, two.sha256]);
    expect((await ofA.send(one.bytes)).status).toBe(204);
    expect((await ofA.read(one.sha256)).status).toBe(200);
  });

  it("sent by two PCs at once are stored once, by whoever comes first", async () => {
    const { bytes, sha256 } = await named(a.office, 200_000);
    const other = fileClient(portal, await portal.pc(a));
    const answers = await Promise.all([ofA.send(bytes), other.send(bytes), ofA.send(bytes)]);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    for (const { status } of answers) expect([200, 204, 404, 409]).toContain(status);
    expect(await ofA.missing(sha256)).toEqual([]);
  });

  it("wait for no request that has lost its line", async () => {
    const { bytes, sha256 } = await named(a.office);
    const place = (await ofA.create(sha256, bytes.length)).headers.get("location") ?? "";
    let began = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (began) return new Promise(() => {});
        began = true;
        controller.enqueue(bytes.subarray(0, 100));
        return undefined;
      },
    });
    const hanging = new AbortController();
    const stuck = fetch(portal.url(place), {
      method: "PATCH",
      headers: {
        authorization: `Bearer ${a.token}`,
        "tus-resumable": "1.0.0",
        "upload-offset": "0",
        "content-type": "application/offset+octet-stream",
      },
      body,
      duplex: "half",
      signal: hanging.signal,
    } as RequestInit).catch(() => null);
    await expect.poll(() => began).toBe(true);
    const head = await ofA.tus("HEAD", place);
    expect(head.status).toBe(200);
    const offset = Number(head.headers.get("upload-offset"));
    const sent = await ofA.patch(place, offset, bytes.subarray(offset));
    // What the hanging request still wrote makes it ask once more.
    if (sent.status === 409) {
      const at = Number((await ofA.tus("HEAD", place)).headers.get("upload-offset"));
      expect((await ofA.patch(place, at, bytes.subarray(at))).status).toBe(204);
    } else {
      expect(sent.status).toBe(204);
    }
    hanging.abort();
    await stuck;
    expect(await ofA.missing(sha256)).toEqual([]);
  });

  it("in a message may be read for a year, by then they are the receiver's own or nobody's", async () => {
    const kept = await named(a.office);
    const left = await named(a.office);
    const at = portal.ctx().now().toISOString();
    for (const { bytes, sha256 } of [kept, left]) {
      await ofA.send(bytes);
      await portal.passed(a.office, b.office, [{ sha256, size: bytes.length }], sha256);
      const message = { id: sha256, sender: a.office, recipient: b.office, type: "x", at };
      await portal.ctx().store.db.insertInto("message").values(message).execute();
      expect((await ofB.read(sha256)).status).toBe(200);
    }
    await portal.accepted(b.office, { sha256: kept.sha256 });
    portal.forward(364 * DAY);
    await clear();
    expect((await ofB.read(left.sha256)).status).toBe(200);
    portal.forward(2 * DAY);
    await clear();
    expect((await ofB.read(left.sha256)).status).toBe(404);
    expect((await ofB.read(kept.sha256)).status).toBe(200);
    expect((await ofA.read(left.sha256)).status).toBe(200);
  });
});
