import { mkdtempSync } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import type { S3Settings } from "../../portal/files/s3.ts";

const BUCKET = "lajur";

/**
 * A real S3 server on this computer. s3rver has no ListParts and no AbortMultipartUpload; these two
 * are answered here from its own folder.
 */
export async function startS3(): Promise<{ settings: S3Settings; stop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), "lajur-s3-"));
  const s3rver = new S3rver({ directory, silent: true, configureBuckets: [{ name: BUCKET }] });
  await s3rver.configureBuckets();
  const others = s3rver.callback();
  const server = createServer((request, response) => {
    const upload = uploadOf(request);
    if (upload === null) return others(request, response);
    const folder = join(directory, BUCKET, "._S3rver_uploads", upload);
    const done = request.method === "GET" ? listParts(folder, response) : abort(folder, response);
    done.catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: "us-east-1",
      bucket: BUCKET,
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
      pathStyle: true,
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function uploadOf({ method, url }: IncomingMessage): string | null {
  if (method !== "GET" && method !== "DELETE") return null;
  return new URL(url ?? "/", "http://s3").searchParams.get("uploadId");
}

async function listParts(folder: string, response: ServerResponse): Promise<void> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return noSuchUpload(response);
  const numbers = names.filter((name) => /^\d+$/u.test(name)).map(Number);
  const parts: string[] = [];
  for (const number of numbers.sort((a, b) => a - b)) {
    const { size } = await stat(join(folder, String(number)));
    const md5 = await readFile(join(folder, `${number}.md5`), "utf8");
    const etag = `<ETag>&quot;${md5}&quot;</ETag>`;
    parts.push(`<Part><PartNumber>${number}</PartNumber>${etag}<Size>${size}</Size></Part>`);
  }
  const list = `<IsTruncated>false</IsTruncated>${parts.join("")}`;
  xml(response, 200, `<ListPartsResult>${list}</ListPartsResult>`);
}

async function abort(folder: string, response: ServerResponse): Promise<void> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return noSuchUpload(response);
  await rm(folder, { recursive: true });
  response.writeHead(204).end();
}

const noSuchUpload = (response: ServerResponse): void =>
  xml(response, 404, "<Error><Code>NoSuchUpload</Code><Message>no such upload</Message></Error>");

function xml(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}
