import { createReadStream } from "node:fs";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream";
import type { Core } from "#core/types.ts";
import {
  type Answer,
  createDownloads,
  createStaticFiles,
  isDownload,
  refuse,
} from "#host/content.ts";
import { PORT_PATH, SESSION_PATH, TOKEN_KEY } from "#shared/window.ts";
import { type Guard, cookieName, createGuard } from "./guard.ts";
import { type Sessions, createSessions } from "./session.ts";
import { createLines } from "./lines.ts";

export type Bridge = {
  port: number;
  /** An address that signs in one window, once. */
  address(): string;
  /** Called when a window has connected. */
  onWindow(listener: () => void): void;
  close(): Promise<void>;
};

export type BridgeOptions = {
  core: Pick<Core, "call" | "onPush">;
  /** Folder of the built renderer. */
  renderer: string;
  /** 0 takes any free port. */
  port: number;
};

/** A session's body is a token in JSON. */
const MOST_BODY = 1024;

/** Serves the window on 127.0.0.1 only. Rejects when the port is taken. */
export async function startBridge({
  core,
  renderer,
  port: wanted,
}: BridgeOptions): Promise<Bridge> {
  const sessions = createSessions();
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(wanted, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const guard = createGuard(port, sessions);
  const lines = createLines(core);
  const answer = createAnswer(core, renderer, guard);

  server.on("request", (request, response) => {
    respond(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) send(request, response, refuse(500));
      else response.destroy();
    });
  });
  server.on("upgrade", (request, socket, head) => {
    const path = pathOf(request);
    const welcome = guard.fromHere(request) && guard.saysOrigin(request) && guard.signedIn(request);
    if (welcome && path === PORT_PATH) lines.open(request, socket, head);
    else socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!guard.fromHere(request)) return send(request, response, refuse(403));
    if (request.method === "POST" && pathOf(request) === SESSION_PATH) {
      return send(request, response, await signIn(request, guard, sessions, port));
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return send(request, response, refuse(405));
    }
    send(request, response, await answer(request));
  }

  return {
    port,
    address: () => `${guard.origin}/#${TOKEN_KEY}=${sessions.mintToken()}`,
    onWindow: lines.onOpen,
    close() {
      lines.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function createAnswer(core: Pick<Core, "call">, renderer: string, guard: Guard) {
  const files = createStaticFiles(renderer);
  const downloads = createDownloads(core);
  return async (request: IncomingMessage): Promise<Answer> => {
    const path = pathOf(request);
    if (!isDownload(path)) return files(path);
    return guard.signedIn(request) ? downloads(path) : refuse(401);
  };
}

async function signIn(
  request: IncomingMessage,
  guard: Guard,
  sessions: Sessions,
  port: number,
): Promise<Answer> {
  if (!guard.saysOrigin(request)) return refuse(403);
  const body = await readBody(request);
  if (body === null) return refuse(413);
  const token = tokenIn(body);
  if (token === null) return refuse(400);
  const secret = sessions.exchange(token);
  if (secret === null) return refuse(401);
  const cookie = `${cookieName(port)}=${secret}; Path=/; HttpOnly; SameSite=Strict`;
  const accepted = refuse(204);
  return { ...accepted, headers: { ...accepted.headers, "set-cookie": cookie } };
}

/** The body as text, or null when it is longer than a token can be. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tokenIn(body: string): string | null {
  try {
    const token = (JSON.parse(body) as { token?: unknown } | null)?.token;
    return typeof token === "string" ? token : null;
  } catch {
    return null; // not JSON
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  // The window may have turned away while the answer was made.
  if (response.destroyed) return;
  response.writeHead(answer.status, answer.headers);
  if (answer.file === null || request.method === "HEAD") {
    response.end();
    return;
  }
  // A file that vanishes while it is sent breaks the connection, so the browser sees a failed download.
  pipeline(createReadStream(answer.file), response, (error) => {
    if (error) response.destroy();
  });
}

/** The path alone, as it was sent: a URL object would fold `..` before it can be refused. */
const pathOf = (request: IncomingMessage): string => (request.url ?? "/").replace(/[?#].*$/s, "");
