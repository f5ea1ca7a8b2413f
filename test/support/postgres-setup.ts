import { createServer } from "node:http";
import { once } from "node:events";
import type { TestProject } from "vitest/node";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a test asks for a database of its own; see postgres.ts. */
    postgres: string;
  }
}

/**
 * One PostgreSQL for a whole run of the tests, started when the first of them asks for it. Answers
 * the URL of a new database, or 503 with the reason why there is none.
 */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer | string> | null = null;
  const desk = createServer((_request, response) => {
    starting ??= startPostgres();
    const server = starting;
    const answer = async (): Promise<[status: number, text: string]> => {
      const started = await server;
      return typeof started === "string" ? [503, started] : [200, await started.database()];
    };
    answer()
      .catch((error: unknown): [number, string] => [500, String(error)])
      .then(([status, text]) => response.writeHead(status).end(text))
      .catch((error: unknown) => console.error(error));
  }).listen(0, "127.0.0.1");
  await once(desk, "listening");
  const address = desk.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  provide("postgres", `http://127.0.0.1:${address.port}`);
  return async () => {
    desk.close();
    const server = await starting;
    if (server !== null && typeof server !== "string") await server.stop();
  };
}
