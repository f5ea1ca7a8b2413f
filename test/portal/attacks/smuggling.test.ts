import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Pc, type RunningPortal, startPortal } from "../../support/portal-over-http.ts";

describe("requests that two servers would read differently", () => {
  let portal: RunningPortal;
  let pc: Pc;
  beforeAll(async () => {
    portal = await startPortal();
    pc = await portal.office("Dinas Kominfo Kabupaten Contoh");
  });
  afterAll(() => portal.close());

  /** Sends these bytes as they are; answers the statuses of all that comes back. */
  function raw(text: string): Promise<number[]> {
    const { hostname, port } = new URL(portal.url("/"));
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let got = "";
      const end = (): void => {
        socket.destroy();
        resolve([...got.matchAll(/^HTTP\/1\.1 (\d{3})/gmu)].map((match) => Number(match[1])));
      };
      socket.setTimeout(700, end);
      socket.on("data", (part) => (got += part.toString("latin1")));
      socket.on("close", end);
      socket.on("error", (error: NodeJS.ErrnoException) =>
        error.code === "ECONNRESET" || error.code === "EPIPE" ? end() : reject(error),
      );
      socket.write(text);
    });
  }
  const head = (...headers: string[]): string =>
    ["POST /api/v1/events HTTP/1.1", "Host: portal", ...headers, "", ""].join("\r\n");
  /** What would be answered as a request of its own if the first one ended too early. */
  const hidden = (): string =>
    `GET /api/v1/state HTTP/1.1\r\nHost: portal\r\nAuthorization: Bearer ${pc.token}\r\n\r\n`;

  it.each([
    ["both lengths", ["Content-Length: 4", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ["two lengths", ["Content-Length: 0", "Content-Length: 5"], "hello"],
    ["a list of lengths", ["Content-Length: 0, 5"], "hello"],
    ["a signed length", ["Content-Length: +5"], "hello"],
    ["a hexadecimal length", ["Content-Length: 0x5"], "hello"],
    ["a space before the colon", ["Transfer-Encoding : chunked"], "0\r\n\r\n"],
    ["an unknown coding last", ["Transfer-Encoding: chunked, identity"], "0\r\n\r\n"],
    ["a folded header", ["X: a", " Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ["a chunk of no size", ["Transfer-Encoding: chunked"], "x\r\n\r\n"],
    ["a chunk of a huge size", ["Transfer-Encoding: chunked"], "FFFFFFFFFFFFFFFFF\r\n"],
    ["a lone line feed", ["X: a\nTransfer-Encoding: chunked"], "0\r\n\r\n"],
    ["NUL in a header", ["X: a\u0000b"], ""],
  ])("%s: never an answer to a second one behind it", async (_name, headers, body) => {
    const statuses = await raw(head(...headers) + body + hidden());
    expect(statuses).not.toContain(200);
    for (const status of statuses) expect([400, 401, 413]).toContain(status);
  });

  it("headers without end are cut off", async () => {
    const statuses = await raw(head(`X: ${"a".repeat(100_000)}`));
    expect(statuses).toEqual([431]);
    const many = Array.from({ length: 3000 }, (_, n) => `X-${n}: ${n}`);
    expect(await raw(head(...many))).toEqual([431]);
  });

  it("no Host, two of them, or another one's lead nowhere else", async () => {
    const line = "GET /api/v1/state HTTP/1.1";
    const bearer = `Authorization: Bearer ${pc.token}`;
    expect(await raw(`${line}\r\n${bearer}\r\n\r\n`)).toEqual([400]);
    // Where an upload is, is told without the name that the caller gave.
    const created = await fetch(portal.url("/api/v1/files"), {
      method: "POST",
      headers: {
        authorization: `Bearer ${pc.token}`,
        "tus-resumable": "1.0.0",
        "x-forwarded-host": "jahat.contoh",
        "x-forwarded-proto": "https",
        "upload-length": "1",
        "upload-metadata": `sha256 ${Buffer.from("a".repeat(64)).toString("base64")}`,
      },
    });
    expect(created.headers.get("location") ?? "").not.toContain("jahat");
  });

  it("a method that is smuggled in a header stays the one it was", async () => {
    const answer = await fetch(portal.url("/api/v1/devices"), {
      method: "GET",
      headers: {
        authorization: `Bearer ${pc.token}`,
        "x-http-method-override": "POST",
        "x-original-url": "/metrics",
        "x-rewrite-url": "/metrics",
      },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty("devices");
    for (const method of ["TRACE", "CONNECT", "PUT", "PROPFIND"]) {
      const [status = 0] = await raw(`${method} /api/v1/state HTTP/1.1\r\nHost: portal\r\n\r\n`);
      expect(status === 200).toBe(false);
    }
  });

  it.each([
    "/api/v1/../../etc/passwd",
    "/api/v1/files/%2e%2e%2f%2e%2e%2fportal.sqlite",
    "/api/v1/files/..%5c..%5cportal.sqlite",
    "/operator/../../portal.sqlite",
    "/aset/..%2f..%2fpackage.json",
    "/aset/%00",
    "/%c0%ae%c0%ae/",
    "//lain.contoh/operator",
    "/\\lain.contoh",
  ])("%s opens no file and leads to no other site", async (path) => {
    const { hostname, port } = new URL(portal.url("/"));
    const text = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname);
      let got = "";
      socket.on("data", (part) => (got += part.toString()));
      socket.on("close", () => resolve(got));
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: portal\r\nAuthorization: Bearer ${pc.token}\r\nConnection: close\r\n\r\n`,
      );
    });
    expect(text).toMatch(/^HTTP\/1\.1 (303|400|401|403|404)/u);
    expect(text).not.toMatch(/SQLite format|root:|"dependencies"/u);
    expect(text).not.toMatch(/^location: (https?:)?[/\\]{2}/imu);
  });
});
