import { BpmnModdle, type ModdleElement } from "bpmn-moddle";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagramOf } from "#core/sops/bpmn/diagram.ts";
import { drawingOf } from "#core/sops/bpmn/layout/drawing.ts";
import { writeBpmn } from "#core/sops/bpmn/write.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Box, Point } from "#shared/sheet/types.ts";
import { anyDefinition, shipped } from "./definitions.ts";

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const onBorder = ({ x, y }: Point, box: Box) =>
  x >= box.x &&
  x <= box.x + box.width &&
  y >= box.y &&
  y <= box.y + box.height &&
  (x === box.x || x === box.x + box.width || y === box.y || y === box.y + box.height);

const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Box of a straight piece of an arrow, without thickness. */
const pieceBox = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

function expectDrawn(definition: Definition) {
  const diagram = diagramOf(definition);
  const { shapes, edges } = drawingOf(diagram);
  const boxes = new Map(shapes.map((shape) => [shape.id, shape.box]));
  const nodes = shapes.filter((shape) => !shape.isBand);
  expect(nodes.map((shape) => shape.id)).toEqual(diagram.nodes.map((node) => node.id));
  expect(edges.map((edge) => edge.id)).toEqual(diagram.flows.map((flow) => flow.id));
  nodes.forEach((shape, index) => {
    const lane = diagram.nodes[index]?.lane ?? null;
    const band = boxes.get(lane === null ? "Pool_1" : `Lane_${lane + 1}`);
    expect(band !== undefined && within(shape.box, band)).toBe(true);
    for (const other of nodes.slice(index + 1)) expect(overlap(shape.box, other.box)).toBe(false);
  });
  edges.forEach(({ points }, index) => {
    const flow = diagram.flows[index];
    const [from, to] = [boxes.get(flow?.from ?? ""), boxes.get(flow?.to ?? "")];
    const [start, end] = [points[0], points.at(-1)];
    if (!from || !to || !start || !end) throw new Error("an arrow without ends");
    expect(onBorder(start, from) && onBorder(end, to)).toBe(true);
    for (const [at, point] of points.slice(1).entries()) {
      const before = points[at];
      if (before === undefined) throw new Error("unreachable");
      expect(before.x === point.x || before.y === point.y).toBe(true);
      const piece = pieceBox(before, point);
      const crossed = nodes.filter((shape) => overlap(shape.box, piece));
      expect(crossed.map((shape) => shape.id)).toEqual([]);
    }
  });
}

describe("the layout of a BPMN file", () => {
  it.each(shipped().map((one) => [one.id, one] as const))(
    "is free of overlaps and crossed symbols for %s",
    (_, one) => expectDrawn(one),
  );

  it("is so for any definition", () => {
    fc.assert(fc.property(anyDefinition, expectDrawn), { numRuns: 40 });
  });

  it("is in the file, which another reader of BPMN takes without a warning", async () => {
    for (const one of shipped()) {
      const { rootElement, warnings } = await new BpmnModdle().fromXML(await writeBpmn(one));
      expect(warnings).toEqual([]);
      const list = (element: unknown, key: string) =>
        ((element as ModdleElement).get(key) as ModdleElement[] | undefined) ?? [];
      const [diagram] = list(rootElement, "diagrams");
      const drawn = list(diagram?.plane, "planeElement").map((element) => element.bpmnElement);
      const process = list(rootElement, "rootElements").find((r) => r.$type === "bpmn:Process");
      for (const element of list(process, "flowElements")) expect(drawn).toContain(element);
    }
  });
});
