import { createCore } from "#core/core.ts";
import type { Core, CoreOptions } from "#core/types.ts";
import type { ResultOf } from "#shared/contract.ts";
import type { Result } from "#shared/errors.ts";
import type { Command } from "./options.ts";
import { complain, print } from "./print.ts";

type Doctor = Extract<Command, { name: "doctor" }>;

/**
 * `doctor`: checks, or repairs and checks again what the next start will open. Works on an archive
 * that does not open any more, too. Ends with 1 while anything is wrong.
 */
export async function examine(settings: CoreOptions, command: Doctor): Promise<number> {
  if (!command.repair) {
    const checked = await once<ResultOf<"archive.check">>(settings, "archive.check", {});
    return checked.ok ? print(checked.value, checked.value.sound ? 0 : 1) : complain(checked.error);
  }
  const params = command.backup === null ? {} : { backup: command.backup };
  const repaired = await once<ResultOf<"archive.repair">>(settings, "archive.repair", params);
  if (!repaired.ok) return complain(repaired.error);
  // Opening it once more puts a database that was made anew in its place.
  const after = await once<ResultOf<"archive.check">>(settings, "archive.check", {});
  if (!after.ok) return complain(after.error);
  return print({ ...repaired.value, after: after.value }, after.value.sound ? 0 : 1);
}

async function once<T>(settings: CoreOptions, method: string, params: unknown): Promise<Result<T>> {
  const opened = openAnyway(settings);
  if (!opened.ok) return opened;
  try {
    const answer = await opened.value.call(method, params, { origin: "console", user: null });
    return answer as Result<T>;
  } finally {
    await opened.value.close();
  }
}

/** One that cannot be opened is checked and repaired from outside. */
function openAnyway(settings: CoreOptions): Result<Core> {
  const opened = createCore(settings);
  if (opened.ok || opened.error.code !== "archive_broken") return opened;
  return createCore({ ...settings, rescue: opened.error });
}
