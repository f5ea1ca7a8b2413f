import { readConfig } from "./config.ts";
import { findCommand, USAGE } from "./cli/commands.ts";
import { runCommand } from "./cli/run.ts";

/** `npm run portal -- ...`: runs the portal, or does one thing on its database and ends. */
try {
  const { config, words } = readConfig(process.argv.slice(2), process.env);
  if (words.length === 0 || words[0] === "serve") {
    // The commands do without what it takes to run the whole portal.
    const { serve } = await import("./cli/serve.ts");
    await serve(config);
  } else if (words[0] === "help") {
    process.stdout.write(USAGE);
  } else {
    const command = findCommand(words);
    if (command === null) {
      process.stderr.write(USAGE);
      process.exitCode = 2;
    } else {
      process.exitCode = await runCommand(config, command);
    }
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
