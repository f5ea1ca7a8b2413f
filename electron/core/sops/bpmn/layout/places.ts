import type { Diagram, Flow, Node } from "../diagram.ts";
import { EVENT, GATEWAY, labelSize, LABEL, LINE, linesIn, TASK } from "./measures.ts";

/**
 * Where each node stands on the grid: rows are bands (one a lane, a last one for what is outside
 * all lanes), columns follow the order of the sheet's rows. An end that a decision leads to stands
 * under it, in its column; other ends have the next column.
 */
export type Place = {
  node: Node;
  column: number;
  band: number;
  isBelow: boolean;
  width: number;
  height: number;
  label: { width: number; height: number } | null;
};

export type Grid = { places: Map<string, Place>; columns: number; bands: number };

export function placesOf({ nodes, flows, lanes }: Diagram): Grid {
  const places = new Map<string, Place>();
  const under = new Set(firstEnds(nodes, flows));
  const stray = nodes.some((node) => node.lane === null);
  let column = -1;
  for (const node of nodes) {
    const isBelow = under.has(node.id);
    if (!isBelow) column += 1;
    places.set(node.id, {
      node,
      column,
      band: node.lane ?? lanes.length,
      isBelow,
      ...sizeOf(node),
    });
  }
  // An SOP without lanes and steps still has a pool.
  const bands = Math.max(1, lanes.length + (stray ? 1 : 0));
  return { places, columns: column + 1, bands };
}

/** The first end of each gateway; nodes of a gateway's ends follow it. */
function firstEnds(nodes: Node[], flows: Flow[]): string[] {
  const gateways = new Set(nodes.filter((node) => node.kind === "gateway").map((node) => node.id));
  const ends = new Set(nodes.filter((node) => node.kind === "end").map((node) => node.id));
  const first = new Map<string, string>();
  for (const { from, to } of flows) {
    if (gateways.has(from) && ends.has(to) && !first.has(from)) first.set(from, to);
  }
  return [...first.values()];
}

function sizeOf({ kind, name }: Node): Pick<Place, "width" | "height" | "label"> {
  if (kind === "task") {
    const height = Math.max(TASK.height, linesIn(name, TASK.width - 20) * LINE + 20);
    return { width: TASK.width, height, label: null };
  }
  const size = kind === "gateway" ? GATEWAY : EVENT;
  return { width: size, height: size, label: name === "" ? null : labelSize(name, LABEL) };
}
