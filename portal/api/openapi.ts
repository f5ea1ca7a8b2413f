import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { PROTOCOL, PROTOCOL_HEADER } from "#shared/sync/protocol.ts";
import type { PortalContext } from "../context.ts";

/** Gathers the routes' schemas; before any of them is added. */
export async function addOpenApi(app: FastifyInstance, ctx: PortalContext): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Portal Lajur",
        version: ctx.version,
        description: [
          `What PCs and a portal say to each other, protocol ${PROTOCOL} (header`,
          `\`${PROTOCOL_HEADER}\`). Everything may be sent again. Bodies may be gzipped.`,
        ].join(" "),
      },
      ...(ctx.config.publicUrl === null ? {} : { servers: [{ url: ctx.config.publicUrl }] }),
      components: {
        securitySchemes: {
          device: { type: "http", scheme: "bearer", description: "Told by POST /api/v1/join." },
        },
      },
      security: [{ device: [] }],
    },
    transform: createJsonSchemaTransform({}),
    transformObject: jsonSchemaTransformObject,
  });
  app.get("/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(JSON.stringify(app.swagger())),
  );
}
