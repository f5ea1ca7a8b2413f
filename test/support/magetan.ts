import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Definition } from "#shared/sop/definition.ts";

export const RESOURCES = fileURLToPath(new URL("../../resources", import.meta.url));

/** The shipped SOP, checked. */
export function magetan(): Definition {
  const text = readFileSync(`${RESOURCES}/sop/magetan-permintaan-data.json`, "utf8");
  const { definition } = checkDefinition(JSON.parse(text));
  if (definition === null) throw new Error("the shipped SOP is broken");
  return definition;
}
