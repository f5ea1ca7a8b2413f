import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { Core } from "#core/types.ts";
import {
  type Answer,
  createDownloads,
  createStaticFiles,
  isDownload,
  refuse,
} from "#host/content.ts";
import { isOwn } from "./policy.ts";

/** Answers `app://lajur/...` with what the bridge answers over HTTP: same files, same policy. */
export function createContent(core: Pick<Core, "call">, renderer: string) {
  const files = createStaticFiles(renderer);
  const downloads = createDownloads(core);

  return async (request: Request): Promise<Response> => {
    if (!isOwn(request.url)) return respond(refuse(403));
    if (request.method !== "GET" && request.method !== "HEAD") return respond(refuse(405));
    const path = new URL(request.url).pathname;
    const answer = await (isDownload(path) ? downloads(path) : files(path));
    return respond(request.method === "HEAD" ? { ...answer, file: null } : answer);
  };
}

function respond({ status, headers, file }: Answer): Response {
  const body = file === null ? null : Readable.toWeb(createReadStream(file));
  return new Response(body as ReadableStream<Uint8Array> | null, { status, headers });
}
