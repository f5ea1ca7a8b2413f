import { rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { createProxy } from "proxy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpClient, type HttpClientOptions } from "#core/sync/http/http-client.ts";
import type { PortalClient } from "#core/sync/portal-client.ts";
import { issueFor, makeAuthority } from "../../../support/certificate.ts";
import { temporaryFolder } from "../../../support/core.ts";

const STATE = {
  epoch: "zaman-pertama",
  office: { id: "o", name: "Dinas" },
  device: { id: "d", name: "PC", letter: "" },
  cursor: "0",
  protocol: { oldest: 1, newest: 1 },
  server: "0.1.0",
  time: "2026-11-21T09:00:00.000Z",
};

describe("the line to a portal", () => {
  const closing: (() => void | Promise<void>)[] = [];
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function listen(server: Server): Promise<number> {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return (server.address() as AddressInfo).port;
  }

  const serve = async (listener: RequestListener): Promise<string> =>
    `http://127.0.0.1:${await listen(createServer(listener))}`;

  function clientOf(url: string, options: Partial<HttpClientOptions> = {}): PortalClient {
    const client = createHttpClient({
      url,
      token: "rahasia",
      settings: { proxy: "", authority: "" },
      limit: () => null,
      random: () => 0,
      ...options,
    });
    if (!client.ok) throw new Error(client.error.code);
    closing.push(() => client.value.close());
    return client.value;
  }

  const json =
    (body: unknown, status = 200, headers = {}): RequestListener =>
    (_, response) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(body));
    };

  it("sends its token and protocol, and reads packed answers", async () => {
    const asked: IncomingMessage[] = [];
    const url = await serve((request, response) => {
      asked.push(request);
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(JSON.stringify(STATE)));
    });
    expect(await clientOf(`${url}/lajur/`).state()).toEqual({ ok: true, value: STATE });
    expect(asked[0]?.url).toBe("/lajur/api/v1/state");
    expect(asked[0]?.headers).toMatchObject({
      authorization: "Bearer rahasia",
      "lajur-protocol": "1",
      "accept-encoding": "gzip",
    });
  });

  it("packs what is long", async () => {
    let received: unknown = null;
    let encoding: string | undefined;
    const url = await serve((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        encoding = request.headers["content-encoding"];
        received = JSON.parse(gunzipSync(Buffer.concat(parts)).toString("utf8"));
        json({ missing: [] })(request, response);
      });
    });
    const files = Array.from({ length: 100 }, (_, at) => at.toString(16).padStart(64, "0"));
    expect(await clientOf(url).missing(files)).toEqual({ ok: true, value: [] });
    expect([encoding, received]).toEqual(["gzip", { files }]);
  });

  it("tells a page that is no portal's, such as a network's own login", async () => {
    for (const answer of [
      json({ hello: 1 }),
      json({}, 302, { location: "http://masuk.contoh.go.id" }),
      json({}, 404),
      ((_, response) => response.end("<html>Masuk dahulu</html>")) as RequestListener,
      ((_, response) => {
        response.writeHead(200, { "content-encoding": "gzip" });
        response.end("bukan gzip");
      }) as RequestListener,
    ]) {
      expect(await clientOf(await serve(answer)).state()).toMatchObject({
        ok: false,
        error: { code: "portal_strange" },
      });
    }
  });

  it("takes over the portal's refusal, and when it asks to wait", async () => {
    const busy = json({ code: "portal_crowded", message: "Antre." }, 429, { "retry-after": "7" });
    expect(await clientOf(await serve(busy)).state()).toMatchObject({
      status: 429,
      code: "portal_crowded",
      retryAfter: 7000,
    });
    const broken = json({ code: "internal", message: "Terjadi kesalahan." }, 500);
    expect(await clientOf(await serve(broken)).state()).toMatchObject({
      error: { code: "internal", message: "Terjadi kesalahan." },
    });
    const revoked = json({ code: "token_revoked", message: "Diakhiri." }, 401);
    expect(await clientOf(await serve(revoked)).state()).toMatchObject({
      error: { code: "sync_revoked" },
      code: "token_revoked",
    });
    expect(await clientOf(await serve(json("?", 502))).state()).toMatchObject({
      error: { code: "portal_trouble" },
    });
  });

  it("asks again at once where the line breaks, and gives up on one that is not there", async () => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked += 1;
      if (asked < 3) request.socket.destroy();
      else json(STATE)(request, response);
    });
    expect((await clientOf(url).state()).ok).toBe(true);
    expect(asked).toBe(3);
    expect(await clientOf("http://127.0.0.1:9").state()).toMatchObject({
      status: 0,
      error: { code: "portal_unreachable" },
    });
  });

  it("gives up on an answer that never comes, and on one that stops in the middle", async () => {
    const silent = await serve(() => {});
    expect(await clientOf(silent, { idleMs: 100 }).state()).toMatchObject({
      error: { code: "portal_slow" },
    });
    const stopping = await serve((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("{");
    });
    expect(await clientOf(stopping, { idleMs: 100 }).state()).toMatchObject({
      error: { code: "portal_slow" },
    });
  });

  it("keeps to the limit of bytes a second", async () => {
    const url = await serve(json({ missing: [] }));
    const client = clientOf(url, { limit: () => 20_000 });
    const files = Array.from({ length: 300 }, (_, at) =>
      Buffer.from(`${Math.sin(at)}${Math.cos(at)}`)
        .toString("hex")
        .padEnd(64, "0")
        .slice(0, 64),
    );
    const began = performance.now();
    expect((await client.missing(files)).ok).toBe(true);
    expect(performance.now() - began).toBeGreaterThan(100);
  });

  it("goes through the office's proxy, straight and in a tunnel, and says when that refuses", async () => {
    const authority = await makeAuthority("Otoritas Kabupaten Contoh");
    const host = await issueFor(authority, "127.0.0.1");
    const port = await listen(createTlsServer({ cert: host.pem, key: host.key }, json(STATE)));
    const file = join(folder, "otoritas.pem");
    writeFileSync(file, authority.pem);
    const seen: string[] = [];
    const gate = createServer();
    gate.on("connect", ({ url }: IncomingMessage) => seen.push(`CONNECT ${url}`));
    gate.on("request", ({ url }: IncomingMessage) => seen.push(`GET ${url}`));
    const proxy = `http://127.0.0.1:${await listen(createProxy(gate))}`;

    const secure = `https://127.0.0.1:${port}`;
    const settings = { proxy, authority: file };
    expect((await clientOf(secure, { settings }).state()).ok).toBe(true);
    const plain = await serve(json(STATE));
    expect((await clientOf(plain, { settings }).state()).ok).toBe(true);
    expect(seen).toEqual([`CONNECT 127.0.0.1:${port}`, `GET ${plain}/api/v1/state`]);

    // Without the office's authority nothing is sent.
    expect(await clientOf(secure, { settings: { proxy, authority: "" } }).state()).toMatchObject({
      status: 0,
      error: { code: "portal_untrusted" },
    });
    expect(await clientOf(secure).state()).toMatchObject({ error: { code: "portal_untrusted" } });

    const closed = createServer();
    closed.on("connect", (_, socket) => socket.end("HTTP/1.1 407 Who are you\r\n\r\n"));
    const refusing = `http://127.0.0.1:${await listen(closed)}`;
    for (const way of [refusing, "http://127.0.0.1:9"]) {
      expect(
        await clientOf(secure, { settings: { proxy: way, authority: file } }).state(),
      ).toMatchObject({ status: 0, error: { code: "portal_proxy" } });
    }
  });

  it("does not begin with an authority that cannot be read", () => {
    const file = join(folder, "otoritas.pem");
    writeFileSync(file, "bukan PEM");
    for (const authority of [file, join(folder, "tidak-ada.pem")]) {
      expect(
        createHttpClient({
          url: "https://127.0.0.1",
          token: null,
          settings: { proxy: "", authority },
          limit: () => null,
          random: () => 0,
        }),
      ).toMatchObject({ ok: false, error: { code: "authority_unreadable", field: "authority" } });
    }
  });
});
