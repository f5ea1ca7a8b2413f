import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCore } from "#core/core.ts";
import type { Core } from "#core/types.ts";
import type { Result } from "#shared/errors.ts";
import { failure } from "#shared/errors.ts";
import { describeMethods } from "./methods.ts";
import { examine } from "./doctor.ts";
import { type Command, type Options, readOptions, USAGE } from "./options.ts";
import { complain, print } from "./print.ts";

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
  const settings = {
    archive,
    resources: join(ROOT, "resources"),
    holder: "baris perintah Lajur",
    version: readVersion(),
  };
  if (command.name === "doctor") return examine(settings, command);
  const opened = createCore(settings);
  if (!opened.ok) return complain(opened.error);
  const core = opened.value;
  try {
    const answer = await run(core, command, user);
    if (!answer.ok) return complain(answer.error);
    return print(answer.value);
  } finally {
    await core.close();
  }
}

function run(
  core: Core,
  command: Exclude<Command, { name: "doctor" }>,
  user: string | null,
): Promise<Result<unknown>> {
  const context = { origin: "console", user } as const;
  switch (command.name) {
    case "call": {
      const params = readParams(command.params);
      return params.ok ? core.call(command.method, params.value, context) : Promise.resolve(params);
    }
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

function readVersion(): string {
  const text = readFileSync(join(ROOT, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
