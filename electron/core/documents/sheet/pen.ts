import type { CanvasElement, Content } from "pdfmake/interfaces.js";
import { measureArial } from "#shared/sheet/arial.ts";
import type { Box, Font, Line, Point } from "#shared/sheet/types.ts";
import type { Typeset } from "../typeset.ts";

export type Ink = { lineWidth?: number; lineColor?: string; fill?: string };

/** Height of Arial's letters over their line, as a part of the size. */
const FONT_HEIGHT = 1.149;
const BLACK = "#000000";

export type Pen = ReturnType<typeof createPen>;

/**
 * Draws in the sheet's units at a place on the page: vectors are gathered into one canvas, texts
 * stand where the geometry broke them. `scale` is points a unit, `x` and `y` the origin in points.
 */
export function createPen(typeset: Typeset, scale: number, x: number, y: number) {
  const vectors: CanvasElement[] = [];
  const texts: Content[] = [];
  const at = (point: Point) => ({ x: point.x * scale, y: point.y * scale });
  const inked = ({ lineWidth = 0.6, lineColor = BLACK, fill }: Ink) => ({
    lineWidth,
    lineColor,
    ...(fill === undefined ? {} : { color: fill }),
  });

  function box(one: Box, ink: Ink = {}, radius = 0): void {
    const { x: left, y: top } = at(one);
    const [w, h] = [one.width * scale, one.height * scale];
    vectors.push({ type: "rect", x: left, y: top, w, h, r: radius * scale, ...inked(ink) });
  }

  function path(points: readonly Point[], ink: Ink = {}, close = false): void {
    vectors.push({ type: "polyline", points: points.map(at), closePath: close, ...inked(ink) });
  }

  function dot(point: Point, radius: number): void {
    const centre = at(point);
    const r = radius * scale;
    vectors.push({ type: "ellipse", ...centre, r1: r, r2: r, ...inked({ fill: "#ffffff" }) });
  }

  /** One line of text whose box begins at `top`, `height` units high. */
  function text(
    words: string,
    font: Font,
    place: { left: number; top: number; height: number; width?: number; align?: "center" },
    color = BLACK,
  ): void {
    const { left, top, height, width = 0, align } = place;
    const room = align === "center" ? (width - measureArial(words, font)) / 2 : 0;
    const baseline = (height - font.size * FONT_HEIGHT) / 2;
    texts.push({
      text: typeset(words),
      fontSize: font.size * scale,
      bold: font.bold,
      color,
      lineHeight: 1,
      noWrap: true,
      absolutePosition: { x: x + (left + room) * scale, y: y + (top + baseline) * scale },
    });
  }

  /** Lines as the geometry broke them, one below the other from `top`. */
  function lines(
    broken: readonly Line[],
    font: Font & { line: number },
    place: { left: number; top: number; width: number; align?: "center" },
    color?: string,
  ): void {
    broken.forEach(({ text: words, hyphen, indent = 0 }, index) => {
      const shown = hyphen ? `${words}-` : words;
      const top = place.top + index * font.line;
      text(shown, font, { ...place, left: place.left + indent, top, height: font.line }, color);
    });
  }

  return {
    box,
    path,
    dot,
    text,
    lines,
    content: (): Content[] => [{ canvas: vectors, absolutePosition: { x, y } }, ...texts],
  };
}
