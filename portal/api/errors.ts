import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { failure } from "#shared/errors.ts";
import type { Refusal } from "../service/answer.ts";
import { Refused } from "./refused.ts";

/** Answers every failure of a route as `{ code, message }`, and logs those that are bugs. */
export function addErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { refusal, status } = refusalOf(error);
    if (status >= 500 && !(error instanceof Refused)) logFailure(request, error);
    return sendRefusal(reply, refusal, status);
  });
}

export const sendRefusal = (reply: FastifyReply, refusal: Refusal, status: number): FastifyReply =>
  // Whoever sends what is too much goes on sending: the connection ends with the answer.
  (status === 413 ? reply.header("connection", "close") : reply)
    .code(status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(JSON.stringify(refusal));

function refusalOf(error: FastifyError): { refusal: Refusal; status: number } {
  if (error instanceof Refused) return error;
  const status = error.statusCode ?? 500;
  if (error.validation !== undefined) {
    const field = error.validation[0]?.instancePath.slice(1).replaceAll("/", ".");
    return {
      refusal: failure("params_invalid", {}, field === "" ? undefined : field),
      status: 400,
    };
  }
  if (status === 413) return { refusal: failure("batch_too_large"), status };
  if (status === 429) return { refusal: failure("requests_too_many"), status };
  if (status >= 400 && status < 500) return { refusal: failure("batch_broken"), status };
  return { refusal: failure("internal"), status: 500 };
}

/**
 * A bug or the database: where it happened, but not the message, which may hold what somebody wrote.
 */
export function logFailure(request: FastifyRequest, error: FastifyError): void {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  request.log.error(
    { route: request.routeOptions.url, name: error.name, code: error.code, frames },
    "failed",
  );
}
