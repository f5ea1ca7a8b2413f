import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { at } from "../../../scripts/run.ts";

/** A portal as it runs in earnest: a process of its own, with its log and its metrics. */
export type PortalNode = Awaited<ReturnType<typeof startNode>>;

/** Milliseconds that a node may take to start. */
const PATIENCE = 30_000;
const METRICS_TOKEN = "bench-metrics-token";
const WARNING = 40;

export async function startNode(
  name: string,
  { folder, databaseUrl }: { folder: string; databaseUrl: string | null },
) {
  const log = join(folder, `${name}.log`);
  const out = openSync(log, "w");
  const child = spawn(
    process.execPath,
    [at("portal/main.ts"), "--data", join(folder, "data"), "--port", "0"],
    {
      stdio: ["ignore", out, out],
      env: {
        ...process.env,
        ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
        METRICS_TOKEN,
        // All forms come from one address here.
        PUBLIC_POSTS: "10000000",
      },
    },
  );
  const ended = once(child, "exit");
  closeSync(out);
  const url = await greetingOf(log, () => child.exitCode !== null);
  if (url === null) {
    child.kill();
    throw new Error(`the portal did not start: ${readFileSync(log, "utf8")}`);
  }

  const metrics = async (): Promise<string> => {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const answer = await fetch(`${url}/metrics`, { headers });
    if (!answer.ok) throw new Error(`/metrics: ${answer.status}`);
    return answer.text();
  };

  return {
    name,
    url,
    /** Resident bytes and seconds of processor so far. */
    async usage(): Promise<{ memory: number; seconds: number }> {
      const text = await metrics();
      return {
        memory: metric(text, "process_resident_memory_bytes"),
        seconds: metric(text, "process_cpu_seconds_total"),
      };
    },
    /** Answers how many warnings and errors its log has. */
    async stop(): Promise<number> {
      child.kill("SIGTERM");
      const [code] = (await ended) as [number | null];
      if (code !== 0) throw new Error(`${name} ended with ${code}`);
      return readFileSync(log, "utf8").split("\n").filter(isWarning).length;
    },
  };
}

async function greetingOf(log: string, ended: () => boolean): Promise<string | null> {
  for (const until = Date.now() + PATIENCE; Date.now() < until && !ended();) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/u.exec(readFileSync(log, "utf8")) ?? [];
    if (url !== undefined) return url;
    await sleep(50);
  }
  return null;
}

const metric = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (\\S+)$`, "mu").exec(text)?.[1] ?? Number.NaN);

const isWarning = (line: string): boolean =>
  line.startsWith("{") && (JSON.parse(line) as { level: number }).level >= WARNING;
