import type { Config } from "../config.ts";
import { noHooks } from "../context.ts";
import { newId } from "../new-id.ts";
import { openStore } from "../store/open.ts";
import type { Command } from "./commands.ts";

/** Does one thing on the portal's database, beside a portal that runs, and prints what came of it. */
export async function runCommand(config: Config, command: Command): Promise<number> {
  const store = await openStore(config, ({ message }) => process.stderr.write(`${message}\n`));
  try {
    const ctx = { store, config, newId, now: () => new Date(), hooks: noHooks() };
    const answer = await command(ctx);
    if (!answer.ok) {
      process.stderr.write(`${answer.error.message}\n`);
      return 1;
    }
    process.stdout.write(answer.value.map((line) => `${line}\n`).join(""));
    return 0;
  } finally {
    await store.close();
  }
}
