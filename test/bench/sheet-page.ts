import BpmnViewer from "bpmn-js/lib/Viewer.js";
import { measureArial } from "#shared/sheet/arial.ts";
import { layoutSheet } from "#shared/sheet/layout.ts";
import type { Definition } from "#shared/sop/definition.ts";

/** Runs in the browser: our layout and bpmn-js's import of the same SOP, in one page. */

const ROUNDS = 30;

function layout(definition: Definition): number[] {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const { arrows } = layoutSheet(definition, { width: 1080, measure: measureArial });
    times.push(performance.now() - started);
    if (arrows.length === 0) throw new Error("the sheet has no arrow");
  }
  return times;
}

async function bpmn(xml: string): Promise<{ times: number[]; shapes: number }> {
  const container = document.body.appendChild(document.createElement("div"));
  container.style.cssText = "width:1300px;height:700px";
  const times: number[] = [];
  let shapes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const viewer = new BpmnViewer({ container });
    const started = performance.now();
    const { warnings } = await viewer.importXML(xml);
    times.push(performance.now() - started);
    if (warnings.length > 0) throw new Error(`bpmn-js: ${String(warnings[0])}`);
    shapes = container.querySelectorAll(".djs-shape").length;
    viewer.destroy();
  }
  return { times, shapes };
}

Object.assign(window, { bench: { layout, bpmn } });
