import { type IncomingHttpHeaders, request } from "node:http";
import { WebSocket } from "ws";

export type Reply = { status: number; headers: IncomingHttpHeaders; body: string };

/** A raw request: no fetch, so that Host, Origin and the path go out exactly as given. */
export function send(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: options.method ?? "GET",
        headers: options.headers ?? {},
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(options.body);
  });
}

export const originOf = (port: number): string => `http://127.0.0.1:${port}`;

/** The token in an address's fragment. */
export const tokenOf = (address: string): string =>
  new URLSearchParams(new URL(address).hash.slice(1)).get("token") ?? "";

export const signIn = (port: number, token: string, origin = originOf(port)): Promise<Reply> =>
  send(port, "/session", {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });

/** Cookie header of a fresh session. */
export async function cookieFor(port: number, address: string): Promise<string> {
  const reply = await signIn(port, tokenOf(address));
  return (reply.headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "";
}

/** Resolves to the open socket, or to the HTTP status it was refused with. */
export function openSocket(
  port: number,
  headers: Record<string, string>,
  path = "/port",
): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.once("open", () => resolve(socket));
    socket.once("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
    socket.once("error", reject);
  });
}

/** The next message, or the code that the socket was closed with. */
export function next(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once("message", (data: Buffer) => resolve(JSON.parse(data.toString("utf8"))));
    socket.once("close", (code) => resolve(code));
  });
}
