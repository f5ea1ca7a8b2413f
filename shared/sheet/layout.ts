import type { Definition } from "#shared/sop/definition.ts";
import type { Route } from "./candidates.ts";
import { balanceColumns } from "./balance.ts";
import { chooseRoutes } from "./choose.ts";
import { placeColumns } from "./columns.ts";
import { placeDots } from "./dots.ts";
import { placeHead } from "./head.ts";
import { type LabelTask, placeLabels } from "./labels.ts";
import { labelTexts, type LabelText } from "./label-text.ts";
import { type Exit, type Plan, planOf } from "./plan.ts";
import { placeRows, type RowPlace } from "./rows.ts";
import { firstSpace, linesOfRows, reserveLabel } from "./space.ts";
import { type Frame, portOffset, symbolOf, traceRoute, traceStub } from "./trace.ts";
import { shareTracks } from "./tracks.ts";
import type {
  Annotation,
  Arrow,
  Box,
  Column,
  EndMark,
  Label,
  Point,
  SheetLayout,
  SheetOptions,
  TextColumn,
} from "./types.ts";

type Drawn = { route: Route; points: Point[]; capsule: Box | null };

/**
 * Lays out the SOP sheet of a definition: cells, symbols, arrows and their words. Pure and
 * deterministic. First the ways are chosen by order alone, then columns, rows and lines get their
 * places; labels that find none make their gutter wider and the sheet is placed again.
 */
export function layoutSheet(definition: Definition, options: SheetOptions): SheetLayout {
  const plan = planOf(definition);
  const routes = chooseRoutes(plan);
  const tracks = shareTracks(routes);
  const lines = linesOfRows(plan, routes);
  const texts = labelTexts(plan, options.measure);
  const space = firstSpace(plan, routes, texts);
  const { sides, ports } = portsOf(routes, texts);
  const reserved = new Set<number>();
  const annotations = options.annotations ?? new Map<number, readonly Annotation[]>();
  const noted = definition.steps.some((step) => step.note !== null);
  const content = {
    shown: shownColumns(definition, options, noted),
    annotated: annotations.size > 0,
    noted,
  };
  const balance = (columns: Column[]) =>
    balanceColumns(columns, definition, annotations, options.measure);

  // Each further round places at least one label more, so the rounds are bounded.
  for (;;) {
    const across = placeColumns(plan, options.width, content, space, tracks, balance);
    const head = placeHead(across, definition, options);
    const down = placeRows(
      definition,
      plan,
      across.columns,
      { lines, space, ports },
      annotations,
      options.measure,
      head.height,
    );
    const frame: Frame = { plan, across, places: down.places, space, tracks, sides };
    const symbols = plan.rows.map((_, row) => symbolOf(frame, row));
    const drawn = routes.map((route): Drawn => {
      if (route.exit.to === null) return { route, ...traceStub(frame, route) };
      return { route, points: traceRoute(frame, route), capsule: null };
    });
    const capsules = drawn.flatMap((one) => one.capsule ?? []);
    const task = (route: Route, points: Point[], capsule: Box | null): LabelTask[] => {
      const text = texts.get(route.exit.id);
      const symbol = symbols[route.exit.from];
      const place = down.places[route.exit.from];
      if (text === undefined || symbol === undefined || place === undefined) return [];
      const { top, bottom } = place;
      const kept = reserved.has(route.exit.id);
      return [{ route, text, symbol, points, capsule, top, bottom, reserved: kept }];
    };
    const { labels, failed } = placeLabels(
      [
        ...plan.marks.flatMap((mark) => task(markRoute(mark), [], null)),
        ...drawn.flatMap(({ route, points, capsule }) => task(route, points, capsule)),
      ],
      {
        symbols,
        lines: drawn.map((one) => one.points),
        capsules,
        left: across.lanes[0]?.left ?? 0,
        right: across.lanes.at(-1)?.right ?? 0,
        borders: across.lanes.slice(1).map((lane) => lane.left),
      },
    );
    const more = failed.filter(({ route }) => !reserved.has(route.exit.id));
    if (more.length > 0) {
      for (const { route, text } of more) {
        reserved.add(route.exit.id);
        reserveLabel(space, plan, route, text, portOffset(frame, route));
      }
      continue;
    }
    const boxes = [...labels.values(), ...capsules];
    const points = drawn.map((one) => one.points);
    return {
      width: across.width,
      height: down.bottom,
      headHeight: head.height,
      headSplit: head.split,
      columns: across.columns,
      heads: head.heads,
      rows: down.rows,
      symbols,
      arrows: drawn.flatMap((one) => arrowOf(one, plan, labels)),
      ends: [
        ...drawn.flatMap((one) => endOf(one.route.exit, one.points, one.capsule, plan, labels)),
        ...plan.marks.flatMap((mark) => endOf(mark, [], null, plan, labels)),
      ],
      dots: placeDots(plan, across.lanes, down.places, points, boxes),
    };
  }
}

/**
 * The text columns of the sheet. An office whose paper has no Mutu Baku gets none either, but a run's
 * times always have their place.
 */
function shownColumns(
  definition: Definition,
  options: SheetOptions,
  noted: boolean,
): Set<TextColumn> {
  const shown = new Set<TextColumn>(["no", "activity"]);
  if (definition.headings?.quality !== null) {
    for (const key of ["requirements", "time", "outputs"] as const) shown.add(key);
  }
  if ((options.annotations?.size ?? 0) > 0) shown.add("time");
  if (options.noteColumn === "always" || noted) shown.add("note");
  return shown;
}

/** A mark has no line; its words stand where a way out of the foot would begin. */
const markRoute = (exit: Exit): Route => ({
  exit,
  side: "foot",
  port: 0,
  points: [],
  gutter: null,
});

function arrowOf({ route, points }: Drawn, plan: Plan, labels: Map<number, Label>): Arrow[] {
  const { exit } = route;
  const from = plan.rows[exit.from];
  const to = exit.to === null ? undefined : plan.rows[exit.to];
  if (from === undefined || to === undefined) return [];
  const label = labels.get(exit.id) ?? null;
  return [{ from: from.step, to: to.step, branch: exit.branch, points, label }];
}

function endOf(
  exit: Exit,
  points: Point[],
  capsule: Box | null,
  plan: Plan,
  labels: Map<number, Label>,
): EndMark[] {
  const from = plan.rows[exit.from];
  if (from === undefined || exit.outcome === null) return [];
  const { branch, outcome } = exit;
  const label = labels.get(exit.id) ?? null;
  return [{ step: from.step, branch, outcome, points, capsule, label }];
}

/** How many ways leave each side, and how far apart they must be for the labels between them. */
function portsOf(routes: Route[], texts: Map<number, LabelText>) {
  const sides: Frame["sides"] = new Map();
  const ports = new Map<number, { count: number; apart: RowPlace["ports"] }>();
  for (const { exit, side } of routes) {
    if (side === "foot") continue;
    const key = `${exit.from}:${side}`;
    const count = (sides.get(key) ?? 0) + 1;
    sides.set(key, count);
    const known = ports.get(exit.from) ?? { count: 1, apart: 16 };
    const high = (texts.get(exit.id)?.narrow.height ?? 0) + 16;
    ports.set(exit.from, {
      count: Math.max(known.count, count),
      apart: Math.max(known.apart, high),
    });
  }
  return { sides, ports };
}
