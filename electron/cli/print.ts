import type { Failure } from "#shared/errors.ts";

/** Both answer the exit code. */

export function print(value: unknown, code = 0): number {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  return code;
}

export function complain(error: Failure): number {
  process.stderr.write(`${JSON.stringify(error)}\n`);
  return 1;
}
