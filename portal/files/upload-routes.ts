import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { failure } from "#shared/errors.ts";
import { MAX_FILE_BYTES } from "#shared/sync/files.ts";
import { API, protocol } from "#shared/sync/protocol.ts";
import { callerOf } from "../api/caller.ts";
import { refused, valueOf } from "../api/refused.ts";
import { refusals, USUAL } from "../api/route-schema.ts";
import type { PortalContext } from "../context.ts";
import { authenticate } from "../service/callers.ts";
import { isUploadId } from "./blobs.ts";
import type { LeaseLocker } from "./lease-locker.ts";
import { createTusServer } from "./tus-server.ts";
import { announcedFile } from "./upload-headers.ts";
import type { Uploads } from "./uploads.ts";

const ROUTE = protocol.files.path;
const TUS_VERSION = "1.0.0";
const byId = z.object({ id: z.string() });
const tags = ["files"];

/** Uploads by tus 1.0: creation, creation-with-upload, termination. */
export function addUploadRoutes(
  scope: FastifyInstance,
  ctx: PortalContext,
  uploads: Uploads,
  locker: LeaseLocker,
): void {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  const pass = createPass(ctx, uploads, locker);

  // The bytes go to the tus server as they come.
  app.addContentTypeParser("application/offset+octet-stream", (_request, _payload, done) => {
    done(null);
  });
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers({ "tus-resumable": TUS_VERSION, "cache-control": "no-store" });
    done();
  });

  app.options(
    ROUTE,
    { schema: { tags, summary: "What of tus 1.0 is spoken, and how large a file may be." } },
    (_request, reply) =>
      reply
        .headers({
          "tus-version": TUS_VERSION,
          "tus-extension": "creation,creation-with-upload,termination",
          "tus-max-size": String(MAX_FILE_BYTES),
        })
        .code(204)
        .send(),
  );

  app.post(
    ROUTE,
    {
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        tags,
        summary: "Begins an upload, or says where it goes on (Upload-Offset) or that it is there.",
        response: refusals(400, 403, 413, 429, ...USUAL),
      },
    },
    async (request, reply) => {
      if (request.headers["tus-resumable"] !== TUS_VERSION) {
        return reply.header("tus-version", TUS_VERSION).code(412).send(failure("upload_invalid"));
      }
      const office = callerOf(request).office.id;
      const begun = valueOf(await uploads.begin(office, valueOf(announcedFile(request.headers))));
      if (begun.state === "stored") {
        const { sha256, size } = begun.file;
        return place(reply, sha256, size).code(200).send();
      }
      if (begun.made) return place(reply, begun.id, begun.offset).code(201).send();
      return pass(request, reply, begun.id);
    },
  );

  app.patch(
    `${ROUTE}/:id`,
    {
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        tags,
        summary: "The next bytes of an upload, at Upload-Offset.",
        params: byId,
        response: refusals(400, 404, 409, 413, 422, ...USUAL),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      // The address of a file that is stored: all its bytes are there.
      if (!isUploadId(id)) throw refused("upload_out_of_order");
      await own(request, id);
      return pass(request, reply, id);
    },
  );

  app.delete(
    `${ROUTE}/:id`,
    {
      schema: {
        tags,
        summary: "Gives an upload up.",
        params: byId,
        response: refusals(404, ...USUAL),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await own(request, id);
      await uploads.drop(id);
      return reply.code(204).send();
    },
  );

  /** Another office's upload is as unknown as one that never was. */
  async function own(request: FastifyRequest, id: string): Promise<void> {
    const office = callerOf(request).office.id;
    if (!isUploadId(id) || (await uploads.touch(office, id)) === null) {
      throw refused("upload_unknown");
    }
  }
}

const place = (reply: FastifyReply, id: string, offset: number): FastifyReply =>
  reply.headers({ location: `${API}${ROUTE}/${id}`, "upload-offset": String(offset) });

/** Hands a request that was let through to the tus server, which answers it. */
function createPass(ctx: PortalContext, uploads: Uploads, locker: LeaseLocker) {
  const letThrough = new WeakMap<IncomingMessage, { token: string; id: string }>();
  const known = (raw: IncomingMessage) => {
    const found = letThrough.get(raw);
    if (found === undefined) throw new Error("an upload's request was not let through");
    return found;
  };
  const tus = createTusServer({
    path: API + ROUTE,
    staging: ctx.files.staging,
    locker,
    idFor: (raw) => known(raw).id,
    finished: async (raw, upload) => {
      // A token that was revoked while the bytes came in stores nothing.
      const caller = await authenticate(ctx, known(raw).token);
      return caller.ok ? uploads.finish(upload) : caller.error;
    },
    onError: (error) => ctx.log.error({ err: error }, "upload failed"),
  });
  return async (request: FastifyRequest, reply: FastifyReply, id: string): Promise<void> => {
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    letThrough.set(request.raw, { token, id });
    reply.hijack();
    reply.raw.setHeader("cache-control", "no-store");
    reply.raw.setHeader("x-content-type-options", "nosniff");
    await tus.handle(request.raw, reply.raw);
  };
}
