import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Transform } from "node:stream";

export type BadLine = {
  /** Address that leads to the portal over the line. */
  url: string;
  /** Bytes of bodies that went over it, both ways, broken ones too. */
  bytes: number;
  requests: number;
  /** Connections that broke off. */
  broken: number;
  refused: number;
  close(): Promise<void>;
};

export type LineOptions = {
  /** The portal's port on this machine. */
  port: number;
  /** Milliseconds before anything goes through. */
  delay: number;
  /** Bytes a second, both ways together. */
  rate: number;
  /** Share of connections, and of every further stretch of a long one, that breaks off. */
  breaks: number;
  /** Bodies above this many bytes are answered with 413, as a careless proxy does. */
  most: number;
  /** From 0 to 1; seeded. */
  random: () => number;
};

/** Bytes. */
const STRETCH = 256 * 1024;
/** What most bodies have at least. */
const SHORT = 48 * 1024;
const LONGEST = 256 * 1024 * 1024;

/** A line between an office and its portal: slow, breaking off, with a small-minded proxy in it. */
export async function openBadLine(options: LineOptions): Promise<BadLine> {
  const { port, delay, rate, breaks, most, random } = options;
  /** When the line is free again, as `Date.now()` counts. */
  let free = 0;

  /** Lets bytes pass as fast as the line goes, whoever else is on it. */
  function slow(): Transform {
    return new Transform({
      highWaterMark: 4096,
      transform(chunk: Buffer, _encoding, done) {
        const now = Date.now();
        free = Math.max(free, now) + (chunk.length / rate) * 1000;
        line.bytes += chunk.length;
        setTimeout(() => done(null, chunk), free - now);
      },
    });
  }

  /** Bytes after which it breaks off: whatever is long is in danger again with every stretch. */
  function breakPoint(): number {
    for (let from = 0; from < LONGEST; from += STRETCH) {
      if (random() < breaks) return from + Math.floor(random() * (from === 0 ? SHORT : STRETCH));
    }
    return Number.POSITIVE_INFINITY;
  }

  function pass(incoming: IncomingMessage, answer: ServerResponse): void {
    line.requests += 1;
    let left = breakPoint();
    const count = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left >= 0 || answer.socket?.destroyed === true) return;
      line.broken += 1;
      answer.socket?.destroy();
      onward.destroy();
    };
    const onward = ask(
      {
        port,
        host: "127.0.0.1",
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (back) => {
        answer.writeHead(back.statusCode ?? 502, back.headers);
        back.on("error", () => answer.destroy());
        back.pipe(slow()).on("data", count).pipe(answer);
      },
    );
    onward.on("error", () => answer.socket?.destroy());
    incoming.on("error", () => onward.destroy());
    incoming.pipe(slow()).on("data", count).pipe(onward);
    // A line that breaks before anything was said.
    if (left < 2048) count(Buffer.alloc(2049));
  }

  const server = createServer((incoming, answer) => {
    if (Number(incoming.headers["content-length"] ?? 0) > most) {
      line.refused += 1;
      answer.writeHead(413, { connection: "close" }).end("<html>413</html>");
      incoming.resume();
      return;
    }
    setTimeout(() => pass(incoming, answer), delay);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const line: BadLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: 0,
    requests: 0,
    broken: 0,
    refused: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return line;
}
