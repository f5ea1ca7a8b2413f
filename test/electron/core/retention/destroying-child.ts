import { writeSync } from "node:fs";
import { createCore } from "#core/core.ts";
import { RESOURCES } from "../../../support/magetan.ts";

/** Carries out a destruction and says each step; its parent kills it in the middle. */
const [archive = "", id = "", user = "", now = "", twins = ""] = process.argv.slice(2);
const opened = createCore({
  archive,
  resources: RESOURCES,
  holder: "uji",
  version: "0.0.0",
  twins,
  now: () => Date.parse(now),
});
if (!opened.ok) throw new Error(opened.error.message);
const core = opened.value;
core.onPush((push) => {
  if (push.push === "job.progress") writeSync(1, `${push.done}\n`);
});
const done = await core.call(
  "destruction.execute",
  { id, classification: "" },
  { origin: "window", user },
);
writeSync(1, done.ok ? "end\n" : `${done.error.message}\n`);
await core.close();
