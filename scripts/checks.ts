import { commandOf, runNode } from "./run.ts";

export type Check = { name: string; command: string; args: string[] };

/** Every project folder with a tsconfig.json. */
const TYPED = ["shared", "electron", "renderer", "portal", "scripts", "test"];
/** Every folder with sources, for the borders. */
const CRUISED = ["shared", "electron", "renderer", "portal", "scripts", "config", "test"];

/** What must hold before any test is worth running; each counts as one. */
export const CHECKS: Check[] = [
  { name: "lint", command: commandOf("oxlint"), args: ["--type-aware", "--deny-warnings"] },
  { name: "format", command: commandOf("oxfmt"), args: ["--check"] },
  ...TYPED.map((folder) => ({
    name: `types: ${folder}`,
    command: commandOf("tsc", "@typescript/native"),
    args: ["-p", folder],
  })),
  {
    name: "borders",
    command: commandOf("depcruise", "dependency-cruiser"),
    args: ["--config", ".dependency-cruiser.cjs", ...CRUISED],
  },
  { name: "unused", command: commandOf("knip"), args: ["--no-progress"] },
];

/** Runs one check with its output shown; true when it holds. */
export async function holds({ name, command, args }: Check): Promise<boolean> {
  console.log(`\n== ${name}`);
  return (await runNode(command, args)).code === 0;
}
