import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { protocol } from "#shared/sync/protocol.ts";
import { callerOf } from "../api/caller.ts";
import { Refused, refused } from "../api/refused.ts";
import { answers, refusals, USUAL } from "../api/route-schema.ts";
import type { PortalContext } from "../context.ts";
import { isHash } from "./blobs.ts";
import { forgetFile, grantFile, isHeld, missingFiles, readableFile } from "./rights.ts";
import { sendFile } from "./send-file.ts";
import type { Uploads } from "./uploads.ts";

const ROUTE = protocol.files.path;
const tags = ["files"];
const params = z.object({ id: z.string() });

/** What an office may read, and what it is asked to send. */
export function addReadRoutes(scope: FastifyInstance, ctx: PortalContext, uploads: Uploads): void {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  const { store, blobs, now } = ctx;

  app.post(
    protocol.missing.path,
    {
      schema: {
        tags,
        summary: "Which of these files the office still has to send.",
        body: protocol.missing.request,
        response: {
          ...answers("Their hashes.", protocol.missing.response),
          ...refusals(400, 413, ...USUAL),
        },
      },
    },
    (request) =>
      missingFiles(store.db, callerOf(request).office.id, request.body.files).then((missing) => ({
        missing,
      })),
  );

  app.get(
    `${ROUTE}/:id`,
    {
      // HEAD is a route of its own: tus asks it how far an upload is.
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: "A file by its SHA-256, whole or in part (Range, If-Range).",
        params,
        response: refusals(404, 416, ...USUAL),
      },
    },
    (request, reply) => read(request, reply, request.params.id),
  );

  app.head(
    `${ROUTE}/:id`,
    {
      schema: {
        tags,
        summary: "How much of an upload there is (Upload-Offset), or whether a file is there.",
        params,
        response: refusals(404, ...USUAL),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const office = callerOf(request).office.id;
      if (request.headers["tus-resumable"] === undefined) return read(request, reply, id);
      const file = isHash(id) ? await readableFile(store.db, office, id) : null;
      const [offset, size] = file === null ? await standOf(office, id) : [file.size, file.size];
      const headers = { "upload-offset": String(offset), "upload-length": String(size) };
      return (reply as FastifyReply).headers(headers).send();
    },
  );

  /** Bytes of an upload that are there, and all of them. One that is whole is finished first. */
  async function standOf(office: string, id: string): Promise<[number, number]> {
    const open = await uploads.touch(office, id);
    const offset = open === null ? null : await uploads.offsetOf(id);
    if (open === null || offset === null) throw refused("upload_unknown");
    const failed = offset === open.size ? await uploads.finish(id) : null;
    if (failed !== null) throw new Refused(failed);
    return [offset, open.size];
  }

  async function read(request: FastifyRequest, reply: FastifyReply, sha256: string) {
    const office = callerOf(request).office.id;
    const file = isHash(sha256) ? await readableFile(store.db, office, sha256) : null;
    if (file === null) throw refused("file_not_there");
    // Given by another office: from now on this one holds it as well.
    if (!(await isHeld(store.db, office, sha256))) {
      await grantFile(store.db, office, file, now().toISOString());
    }
    const sent = await sendFile(request, reply, blobs, file);
    if (sent === null) {
      // The PCs are asked for it again.
      await store.transact((tx) => forgetFile(tx, sha256));
      request.log.warn({ sha256 }, "file lost");
      throw refused("file_not_there");
    }
    return sent;
  }
}
