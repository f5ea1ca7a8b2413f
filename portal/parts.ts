import type { FastifyInstance } from "fastify";
import type { PortalContext } from "./context.ts";
import { registerFiles } from "./files/register.ts";
import { registerOperator } from "./operator/register.ts";
import { registerPublic } from "./public/register.ts";

/**
 * The portal's parts beside the API, each in a scope of its own: they add their routes, and their
 * hooks before anything can arrive.
 */
export type Part = (scope: FastifyInstance, ctx: PortalContext) => Promise<void>;

export const PARTS: readonly Part[] = [registerFiles, registerOperator, registerPublic];
