import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findPostgres } from "./postgres-binaries.ts";

export type PostgresServer = {
  /** A new empty database. */
  database(): Promise<string>;
  stop(): Promise<void>;
};

/** Milliseconds that a server may take to start. */
const PATIENCE = 30_000;

/** A real PostgreSQL of this program's own, or the reason why there can be none. */
export async function startPostgres(): Promise<PostgresServer | string> {
  const found = findPostgres();
  if (typeof found === "string") return found;
  const { folder, user } = found;
  const data = mkdtempSync(join(tmpdir(), "lajur-postgres-"));
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid ?? user.uid);
  chmodSync(data, 0o700);
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  const made = spawnSync(
    join(folder, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...user, env, cwd: data, encoding: "utf8" },
  );
  if (made.status !== 0) {
    rmSync(data, { recursive: true, force: true });
    return `initdb: ${made.error?.message ?? made.stderr.trim()}`;
  }
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // Nothing here has to outlive a power cut.
    fsync: "off",
    max_connections: 200,
    log_min_messages: "fatal",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(folder, "postgres"), ["-D", data, ...options], {
    ...user,
    env,
    cwd: data,
    stdio: "ignore",
  });
  const ended = once(server, "exit");
  const url = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`;
  const stop = async (): Promise<void> => {
    // Ends the connections that are left, without waiting for them.
    server.kill("SIGINT");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const answers = await waitFor(url("postgres"), () => server.exitCode !== null);
  if (!answers) {
    await stop();
    return "postgres did not start";
  }
  let count = 0;
  return {
    stop,
    async database() {
      const name = `test_${process.pid}_${(count += 1)}`;
      await query(url("postgres"), `create database ${name}`);
      return url(name);
    },
  };
}

async function waitFor(url: string, ended: () => boolean): Promise<boolean> {
  for (const until = Date.now() + PATIENCE; Date.now() < until && !ended();) {
    try {
      await query(url, "select 1");
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return false;
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
