import { stat } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import type { Core } from "#core/types.ts";
import { ask } from "./ask.ts";
import { SECURITY_HEADERS, attachmentHeader } from "./headers.ts";

/** What to answer to a GET: headers, and the file on disk that is the body, or none. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  file: string | null;
};

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pfb": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Answers the window's own files, from `folder`. Unknown pages of the app get its first page. */
export function createStaticFiles(folder: string) {
  const root = resolve(folder);

  /** `path` is a URL's path, percent-encoded as it came. */
  return async function answer(path: string): Promise<Answer> {
    const file = locate(root, path);
    if (file === null) return refuse(404);
    const found = await statOrNull(file);
    if (found?.isFile()) return serveFile(file, found.size, path.startsWith("/assets/"));
    if (extname(file) !== "") return refuse(404);
    const page = join(root, "index.html");
    const index = await statOrNull(page);
    return index === null ? refuse(404) : serveFile(page, index.size, false);
  };
}

/** Answers attachments and finished downloads; the core says where they lie. */
export function createDownloads(core: Pick<Core, "call">) {
  const find = (params: { request: string; file: string } | { download: string }) =>
    ask(core, "file.locate", params, { origin: "host", user: null });

  return async function answer(path: string): Promise<Answer> {
    const params = paramsOf(path);
    if (params === null) return refuse(404);
    const found = await find(params);
    if (!found.ok) return refuse(404);
    const size = (await statOrNull(found.value.path))?.size;
    if (size === undefined) return refuse(404);
    return {
      status: 200,
      headers: {
        ...SECURITY_HEADERS,
        "content-type": "application/octet-stream",
        "content-length": String(size),
        "content-disposition": attachmentHeader(found.value.name),
        "cache-control": "no-store",
      },
      file: found.value.path,
    };
  };
}

/** True for the paths that `createDownloads` answers. */
export const isDownload = (path: string): boolean => /^\/(file|download)\//.test(path);

export function refuse(status: number): Answer {
  return { status, headers: { ...SECURITY_HEADERS, "cache-control": "no-store" }, file: null };
}

function locate(root: string, path: string): string | null {
  const decoded = decode(path);
  if (decoded === null || decoded.includes("\0") || decoded.includes("\\")) return null;
  const file = resolve(root, `.${decoded === "/" ? "/index.html" : decoded}`);
  return file.startsWith(root + sep) ? file : null;
}

function paramsOf(path: string): { request: string; file: string } | { download: string } | null {
  const [, kind, first, second, ...more] = path.split("/").map(decode);
  if (more.length > 0 || !first) return null;
  if (kind === "download") return second === undefined ? { download: first } : null;
  return second ? { request: first, file: second } : null;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null; // a stray percent sign
  }
}

async function statOrNull(file: string) {
  return stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ENAMETOOLONG") {
      return null;
    }
    throw error;
  });
}

function serveFile(file: string, size: number, hashed: boolean): Answer {
  return {
    status: 200,
    headers: {
      ...SECURITY_HEADERS,
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": String(size),
      // Only vite's assets carry a hash of their content in the name.
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
    file,
  };
}
