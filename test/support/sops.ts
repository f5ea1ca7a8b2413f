import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Definition, Step } from "#shared/sop/definition.ts";
import { RESOURCES } from "./magetan.ts";

/** What the catalogue states of one SOP; what it leaves out is not on the paper. */
type CatalogueSop = Partial<Omit<Definition, "steps">> &
  Pick<Definition, "id" | "name" | "number" | "office" | "unit" | "lanes"> & {
    steps: (Partial<Step> & Pick<Step, "no" | "kind" | "lane" | "next">)[];
  };

/** The facts of the fifteen SOPs, read from their papers by hand. */
export function catalogue(): CatalogueSop[] {
  const file = fileURLToPath(new URL("../fixtures/sop-catalogue.json", import.meta.url));
  return (JSON.parse(readFileSync(file, "utf8")) as { sops: CatalogueSop[] }).sops;
}

/** The shipped SOPs by the order of their files, unchecked. */
export const shippedFiles = (): { file: string; data: unknown }[] =>
  readdirSync(`${RESOURCES}/sop`)
    .sort()
    .map((file) => ({
      file,
      data: JSON.parse(readFileSync(`${RESOURCES}/sop/${file}`, "utf8")) as unknown,
    }));

/** The shipped SOPs, checked. */
export const shippedSops = (): Definition[] =>
  shippedFiles().map(({ file, data }) => {
    const { definition } = checkDefinition(data);
    if (definition === null) throw new Error(`${file} is broken`);
    return definition;
  });

export function shippedSop(id: string): Definition {
  const found = shippedSops().find((sop) => sop.id === id);
  if (found === undefined) throw new Error(`no shipped SOP ${id}`);
  return found;
}
