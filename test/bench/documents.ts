import { DOCUMENT_KINDS } from "#shared/request/model.ts";
import { intake, openCore } from "../support/core.ts";
import { demoOffice } from "#core/demo/office.ts";
import { type Figure, median } from "./table.ts";

const ROUNDS = 15;

/** The four papers through the core, warm; the first one of the process is the reference. */
export async function benchDocuments(): Promise<Figure[]> {
  const lajur = openCore();
  await lajur.call("office.save", demoOffice);
  const { id } = await lajur.call("request.create", intake);
  const figures: Figure[] = [];
  for (const kind of DOCUMENT_KINDS) {
    const times: number[] = [];
    let pages = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      const started = performance.now();
      const paper = await lajur.call("document.render", {
        request: id,
        kind,
        text: { reasons: ["Data tidak dikuasai."] },
      });
      times.push(performance.now() - started);
      pages = paper.pages;
    }
    if (pages === 0) throw new Error(`${kind} has no page`);
    const [cold = 0, ...warm] = times;
    figures.push({
      what: `PDF ${kind}`,
      measured: `${median(warm).toFixed(0)} ms warm`,
      reference: `${cold.toFixed(0)} ms the first time`,
      aim: "under 80 ms",
    });
  }
  await lajur.dispose();
  return figures;
}
