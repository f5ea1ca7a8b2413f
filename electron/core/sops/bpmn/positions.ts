import { childOf, listOf } from "./elements.ts";
import type { Element } from "./vocabulary.ts";

type Box = { x: number; y: number; width: number; height: number };

/** Where the diagram shows an element; elements without a shape come last. */
export type Positions = {
  /** Left to right, then from the top. */
  compare(a: Element, b: Element): number;
  contains(outer: Element, inner: Element): boolean;
};

export function positionsOf(root: Element): Positions {
  const boxes = new Map<Element, Box>();
  for (const diagram of listOf(root, "diagrams")) {
    for (const shape of listOf(childOf(diagram, "plane"), "planeElement")) {
      const element = childOf(shape, "bpmnElement");
      const box = boxOf(childOf(shape, "bounds"));
      if (element !== undefined && box !== null) boxes.set(element, box);
    }
  }
  const corner = (element: Element) => boxes.get(element) ?? { x: Infinity, y: Infinity };
  return {
    compare(a, b) {
      const [one, other] = [corner(a), corner(b)];
      if (one.x !== other.x) return one.x < other.x ? -1 : 1;
      return one.y === other.y ? 0 : one.y < other.y ? -1 : 1;
    },
    contains(outer, inner) {
      const [frame, box] = [boxes.get(outer), boxes.get(inner)];
      if (frame === undefined || box === undefined) return false;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return (
        x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height
      );
    },
  };
}

function boxOf(bounds: Element | undefined): Box | null {
  if (bounds === undefined) return null;
  const { x, y, width, height } = bounds;
  const figures = [x, y, width, height].map((value) => (typeof value === "number" ? value : 0));
  const [left = 0, top = 0, across = 0, down = 0] = figures;
  return figures.every(Number.isFinite) ? { x: left, y: top, width: across, height: down } : null;
}
