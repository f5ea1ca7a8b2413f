import { z } from "zod";

/** Where the window stood, in screen pixels; without x and y the system chooses. */
export type WindowState = {
  width: number;
  height: number;
  x?: number | undefined;
  y?: number | undefined;
  maximized: boolean;
};

type Area = { x: number; y: number; width: number; height: number };

/** The office's usual screen. */
const USUAL: WindowState = { width: 1366, height: 768, maximized: false };
export const SMALLEST = { width: 1024, height: 600 };

const schema = z.object({
  width: z.int().min(SMALLEST.width).max(20_000),
  height: z.int().min(SMALLEST.height).max(20_000),
  x: z.int().optional(),
  y: z.int().optional(),
  maximized: z.boolean(),
});

/** The state kept in `text`, or the usual one when it is none or lies on no screen any more. */
export function readWindowState(text: string | null, screens: Area[]): WindowState {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) return USUAL;
  const { x, y, ...rest } = parsed.data;
  const seen = x !== undefined && y !== undefined && screens.some((screen) => holds(screen, x, y));
  return seen ? parsed.data : rest;
}

/** The title bar's corner has to be within reach. */
const holds = (screen: Area, x: number, y: number): boolean =>
  x >= screen.x - 8 &&
  y >= screen.y - 8 &&
  x < screen.x + screen.width - 100 &&
  y < screen.y + screen.height - 100;

function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // cut off in the middle of a write
  }
}
