import { CHECKS, holds } from "./checks.ts";

/** `npm run check`: everything but the tests. All of it runs, even when one does not hold. */
const broken: string[] = [];
for (const check of CHECKS) {
  if (!(await holds(check))) broken.push(check.name);
}
console.log(broken.length === 0 ? "\nAll checks hold." : `\nBroken: ${broken.join(", ")}`);
process.exitCode = broken.length === 0 ? 0 : 1;
