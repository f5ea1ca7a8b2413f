import { build } from "./build.ts";
import { commandOf, runNode } from "./run.ts";

/** `npm run package -- --linux --win`: builds, then packages as electron-builder.yml says. */
async function main(): Promise<number> {
  for (const target of ["renderer", "shell"] as const) {
    if (!(await build(target))) return 1;
  }
  const args = ["--config", "electron-builder.yml", "--publish", "never", ...process.argv.slice(2)];
  return (await runNode(commandOf("electron-builder"), args)).code ?? 1;
}

process.exitCode = await main();
