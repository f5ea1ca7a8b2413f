import { measureArial } from "#shared/sheet/arial.ts";
import type { Connector } from "#shared/sheet/connectors.ts";
import type { SheetPage } from "#shared/sheet/pages.ts";
import type { RunView, WayState } from "#shared/sheet/run.ts";
import { STYLE } from "#shared/sheet/style.ts";
import type { Label, Point, SheetSymbol } from "#shared/sheet/types.ts";
import { widthOf } from "#shared/sheet/wrap.ts";
import type { Ink, Pen } from "./pen.ts";

/** How ways look: as on plain paper, or with a run, where what was taken stands out. */
const WAYS: Record<WayState | "plain", Required<Pick<Ink, "lineWidth" | "lineColor">>> = {
  plain: { lineWidth: 0.8, lineColor: "#000000" },
  taken: { lineWidth: 1.5, lineColor: "#000000" },
  ahead: { lineWidth: 0.6, lineColor: "#8a8a8a" },
  dropped: { lineWidth: 0.6, lineColor: "#8a8a8a" },
};
const ORDER: Record<WayState | "plain", number> = { dropped: 0, ahead: 1, plain: 2, taken: 3 };
const WHITE = "#ffffff";
const LETTER = { size: 10, bold: true, line: 12 };

/** Symbols, arrows and their words over the table's lanes. */
export function drawFlow(pen: Pen, page: SheetPage, view: RunView | null, dots: boolean): void {
  const ways = page.arrows
    .map((arrow) => ({
      ...arrow,
      state: view?.way(arrow.from, arrow.branch, arrow.to).state ?? ("plain" as const),
    }))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  for (const { points, tip, state } of ways) drawArrow(pen, points, tip, state);
  for (const connector of page.connectors) {
    // The strongest of the ways that it carries; they are in order.
    const [edge] = connector.points;
    const carried = ways.findLast(({ points }) =>
      [points[0], points.at(-1)].some((end) => end?.x === edge?.x && end?.y === edge?.y),
    );
    drawConnector(pen, connector, WAYS[carried?.state ?? "plain"]);
  }
  for (const end of page.ends) {
    const ink = WAYS[view?.way(end.step, end.branch, null).state ?? "plain"];
    if (end.points.length > 0) pen.path(end.points, ink);
    if (end.capsule !== null) pen.box(end.capsule, { ...ink, fill: WHITE }, end.capsule.height / 2);
  }
  for (const label of [...page.labels, ...page.ends.flatMap((end) => end.label ?? [])]) {
    drawLabel(pen, label);
  }
  if (dots) for (const dot of page.dots) pen.dot(dot, STYLE.dot);
  for (const symbol of page.symbols) drawSymbol(pen, symbol, view);
}

function drawArrow(pen: Pen, points: readonly Point[], tip: boolean, state: keyof typeof WAYS) {
  const ink = WAYS[state];
  const end = points.at(-1);
  if (!tip || end === undefined) {
    pen.path(points, ink);
    return;
  }
  const { length, width } = STYLE.arrowHead;
  pen.path([...points.slice(0, -1), { x: end.x, y: end.y - length / 2 }], ink);
  const foot = end.y - length;
  const head = [end, { x: end.x - width / 2, y: foot }, { x: end.x + width / 2, y: foot }];
  pen.path(head, { ...ink, lineWidth: 0.4, fill: ink.lineColor }, true);
}

/** A pentagon whose point shows where the way leads: down the pages, or back up. */
function drawConnector(pen: Pen, one: Connector, ink: Ink): void {
  const { x, y, width, height, edge, direction, points, letter } = one;
  pen.path(points, ink);
  const isDown = (edge === "bottom") === (direction === "out");
  const shoulder = height * 0.35;
  const flat = isDown ? y : y + height;
  const point = isDown ? y + height : y;
  const side = isDown ? point - shoulder : point + shoulder;
  const outline = [
    { x, y: flat },
    { x: x + width, y: flat },
    { x: x + width, y: side },
    { x: x + width / 2, y: point },
    { x, y: side },
  ];
  pen.path(outline, { lineWidth: 0.8, fill: WHITE }, true);
  const top = isDown ? y - 0.5 : y + shoulder - 1;
  pen.text(letter, LETTER, { left: x, top, height: height - shoulder + 1, width, align: "center" });
}

/** White below each line of the words, so that no border of a lane runs through them. */
function drawLabel(pen: Pen, { x, y, width, lines }: Label): void {
  const { line } = STYLE.label;
  lines.forEach((one, at) => {
    const own = widthOf([one], STYLE.label, measureArial);
    const box = { x: x + (width - own) / 2, y: y + at * line, width: own, height: line };
    pen.box(box, { lineWidth: 0, lineColor: WHITE, fill: WHITE });
  });
  pen.lines(lines, STYLE.label, { left: x, top: y, width, align: "center" });
}

function drawSymbol(pen: Pen, symbol: SheetSymbol, view: RunView | null): void {
  const { kind, cx, cy, width, height, step } = symbol;
  const run = view?.step(step) ?? null;
  const ink: Ink = {
    lineWidth: run?.state === "current" ? 2 : 0.9,
    fill: run?.state === "done" ? "#d4d4d4" : WHITE,
    lineColor: run === null || run.state !== "skipped" ? "#000000" : "#8a8a8a",
  };
  if (kind === "diamond") {
    pen.path(
      [
        { x: cx, y: cy - height / 2 },
        { x: cx + width / 2, y: cy },
        { x: cx, y: cy + height / 2 },
        { x: cx - width / 2, y: cy },
      ],
      ink,
      true,
    );
  } else {
    const box = { x: cx - width / 2, y: cy - height / 2, width, height };
    pen.box(box, ink, kind === "capsule" ? Math.min(width, height) / 2 : 1);
  }
  if (run !== null && run.visits > 1) {
    const place = { left: cx - width / 2, top: cy - 7, height: 14, width };
    pen.text(`×${run.visits}`, { size: 11, bold: true }, { ...place, align: "center" });
  }
}
