import { createReadStream } from "node:fs";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { protocol } from "#shared/sync/protocol.ts";
import { byteRangeOf } from "../files/byte-range.ts";
import type { Snapshots } from "../snapshot/snapshots.ts";
import { callerOf } from "./caller.ts";
import { refused } from "./refused.ts";
import { refusals, USUAL } from "./route-schema.ts";

/** Milliseconds that a PC waits for one to be made, and seconds until it asks again. */
const PATIENCE = 15_000;
const AGAIN = 5;

const GZIP = { "application/gzip": { schema: z.string().meta({ format: "binary" }) } };

/** The whole office at once, for a PC that joins; resumed by Range with If-Range. */
export function addSnapshotRoute(app: FastifyInstance, snapshots: Snapshots): void {
  app.get(
    protocol.snapshot.path,
    {
      schema: {
        tags: ["sync"],
        summary: "The office's feed as gzipped lines, each a feed item, the last one a cursor.",
        response: {
          200: { description: "The file.", content: GZIP },
          206: { description: "The part that Range asked for.", content: GZIP },
          ...refusals(416, ...USUAL),
        },
      },
    },
    async (request, reply) => {
      const begun = request.headers["if-range"]?.toString() ?? null;
      const snapshot = await snapshots.open(callerOf(request).office.id, begun, PATIENCE);
      if (snapshot === null) {
        void reply.header("retry-after", AGAIN);
        throw refused("snapshot_making");
      }
      const { path, size, etag } = snapshot;
      void reply
        .type("application/gzip")
        .header("etag", etag)
        .header("accept-ranges", "bytes")
        .header("content-disposition", "attachment");
      const wanted = begun === null || begun === etag ? request.headers.range : undefined;
      const range = byteRangeOf(wanted, size);
      if (range === null) {
        void reply.header("content-range", `bytes */${size}`);
        throw refused("range_invalid", 416);
      }
      if (range === "whole") {
        return reply.header("content-length", size).send(createReadStream(path));
      }
      const { start, end } = range;
      return reply
        .code(206)
        .header("content-range", `bytes ${start}-${end}/${size}`)
        .header("content-length", end - start + 1)
        .send(createReadStream(path, { start, end }));
    },
  );
}
