import type { Flow } from "../diagram.ts";
import type { Grid, Place } from "./places.ts";

/**
 * The way of each arrow over the grid, in words of gutters (upright, left of a column) and
 * corridors (level, at the foot of a band). Neither holds a symbol, so no arrow crosses one.
 */
export type Route = {
  flow: Flow;
  from: Place;
  to: Place;
  /** `direct`: one straight line. Otherwise the side that it leaves by. */
  exit: "direct" | "right" | "foot";
  /** Gutter after its start; only for `right`. */
  out: number | null;
  /** Band of the corridor; null when one gutter is enough. */
  corridor: number | null;
  /** Gutter before its target; null for `direct`. */
  into: number | null;
};

export function routesOf(flows: Flow[], { places }: Grid): Route[] {
  const routes: Route[] = [];
  const used = new Set<string>();
  const place = (id: string): Place => {
    const found = places.get(id);
    if (found === undefined) throw new Error(`no place for ${id}`);
    return found;
  };
  const occupied = new Set(
    [...places.values()].filter((one) => one.isBelow).map((one) => one.column),
  );
  /** Direct ways take their side first, whatever their order. */
  const direct = flows.filter((flow) => {
    const [from, to] = [place(flow.from), place(flow.to)];
    const side = sideOf(from, to);
    if (side === null || used.has(`${from.node.id} ${side}`)) return false;
    used.add(`${from.node.id} ${side}`);
    return true;
  });
  const isDirect = new Set(direct);
  for (const flow of flows) {
    const [from, to] = [place(flow.from), place(flow.to)];
    const base = { flow, from, to };
    if (isDirect.has(flow)) {
      routes.push({ ...base, exit: "direct", out: null, corridor: null, into: null });
      continue;
    }
    const foot = `${from.node.id} foot`;
    const right = `${from.node.id} right`;
    const footFree = from.node.kind === "gateway" && !occupied.has(from.column) && !used.has(foot);
    if (footFree && used.has(right)) {
      used.add(foot);
      routes.push({ ...base, exit: "foot", out: null, corridor: from.band, into: to.column });
      continue;
    }
    used.add(right);
    const out = from.column + 1;
    const isNext = to.column === out && !to.isBelow;
    routes.push({
      ...base,
      exit: "right",
      out,
      corridor: isNext ? null : to.band,
      into: to.column,
    });
  }
  return routes;
}

/** The side of a straight way, or null when there is none. */
function sideOf(from: Place, to: Place): "right" | "foot" | null {
  if (from.band !== to.band) return null;
  if (to.isBelow) return from.column === to.column && !from.isBelow ? "foot" : null;
  return to.column === from.column + 1 && !from.isBelow ? "right" : null;
}
