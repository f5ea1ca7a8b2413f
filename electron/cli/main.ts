import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCore } from "#core/core.ts";
import type { Core } from "#core/types.ts";
import type { Failure, Result } from "#shared/errors.ts";
import { failure } from "#shared/errors.ts";
import { describeMethods } from "./methods.ts";
import { type Command, type Options, readOptions, USAGE } from "./options.ts";

/** The command line for administrators and scripts: the same core, without a window. */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on("error", () => process.exit());

const options = readOptions(process.argv.slice(2));
if (options === null) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  process.exitCode = await main(options);
}

async function main({ archive, user, command }: Options): Promise<number> {
  if (command.name === "methods" || archive === null) return print(describeMethods());
  const opened = createCore({
    archive,
    resources: join(ROOT, "resources"),
    holder: "baris perintah Lajur",
    version: readVersion(),
  });
  if (!opened.ok) return complain(opened.error);
  const core = opened.value;
  try {
    const answer = await run(core, command, user);
    if (!answer.ok) return complain(answer.error);
    print(answer.value);
    return command.name === "doctor" && !(answer.value as { sound: boolean }).sound ? 1 : 0;
  } finally {
    await core.close();
  }
}

function run(core: Core, command: Command, user: string | null): Promise<Result<unknown>> {
  const context = { origin: "console", user } as const;
  switch (command.name) {
    case "call": {
      const params = readParams(command.params);
      return params.ok ? core.call(command.method, params.value, context) : Promise.resolve(params);
    }
    case "doctor":
      return core.call("archive.check", {}, context);
    case "rebuild":
      return core.call("archive.rebuild", {}, context);
    case "demo":
      return core.call("demo.fill", {}, context);
    case "methods":
      return Promise.resolve({ ok: true, value: describeMethods() });
    default:
      return command satisfies never;
  }
}

function readParams(text: string): Result<unknown> {
  try {
    const json = text === "-" ? readFileSync(0, "utf8") : text;
    return { ok: true, value: JSON.parse(json) as unknown };
  } catch {
    return { ok: false, error: failure("json_invalid") };
  }
}

function print(value: unknown): number {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  return 0;
}

function complain(error: Failure): number {
  process.stderr.write(`${JSON.stringify(error)}\n`);
  return 1;
}

function readVersion(): string {
  const text = readFileSync(join(ROOT, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
