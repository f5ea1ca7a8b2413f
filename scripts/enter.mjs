// @ts-check
import { spawn } from "node:child_process";
import { join } from "node:path";
import { environment, root, setUp } from "./setup.mjs";

/*
 * Every npm script starts here: `node scripts/enter.mjs FILE ...` sets up what is missing, then runs
 * FILE on the pinned Node with the rest of the arguments, and ends with its exit code.
 */
const [file, ...args] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node scripts/enter.mjs FILE [ARGUMENTS]");

const node = await setUp();
process.exitCode = node === null ? 1 : await run(node, join(root, file));

/**
 * @param {string} node
 * @param {string} path
 * @returns {Promise<number>}
 */
function run(node, path) {
  const child = spawn(node, [path, ...args], { stdio: "inherit", env: environment(node) });
  // The child decides how to end; this process only passes the wish on and waits.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => void child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}
