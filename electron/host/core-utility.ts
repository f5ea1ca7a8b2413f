import { type CoreSettings, SECRET_KEY } from "./protocol.ts";
import { runCore } from "./run-core.ts";
import { type ParentPort, parentUtilityPort } from "./utility-port.ts";

/** Entry of Electron's utility process; its settings come as JSON in the first argument. */
const { parentPort } = process as unknown as { parentPort?: ParentPort };
const settings = process.argv[2];
if (parentPort === undefined || settings === undefined) {
  throw new Error("core-utility runs in a utility process only");
}
const secretKey = process.env[SECRET_KEY];
delete process.env[SECRET_KEY];
// An open parentPort keeps the process alive, so its end has to be said.
void runCore(parentUtilityPort(parentPort), {
  ...(JSON.parse(settings) as CoreSettings),
  ...(secretKey !== undefined && { secretKey }),
}).then(() => process.exit());
