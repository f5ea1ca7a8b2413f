import { createRequire } from "node:module";
import type { CanvasElement, ContentCanvas } from "pdfmake/interfaces.js";

/** The encoder behind pdfmake's `qr`, which draws modules of whole points only: too coarse here. */
type Encoder = {
  default: {
    measure(code: { qr: string | number[]; eccLevel: "M" }): {
      _canvas: { x: number; y: number; w: number }[];
      _width: number;
    };
  };
};
const throughPdfmake = createRequire(createRequire(import.meta.url).resolve("pdfmake"));
const encoder = throughPdfmake("./qrEnc.js") as Encoder;

/** So that no hairline shows between the rows, in points. */
const OVERLAP = 0.02;

/** A QR code (level M) of `size` points; `text` has at most 2,000 bytes. */
export function qrCode(text: string, size: number): ContentCanvas {
  // Bytes, as the encoder takes emoji for two characters; plain text is denser as it is.
  const isPlain = /^[ -~]*$/.test(text);
  const { _canvas: drawn, _width: width } = encoder.default.measure({
    qr: isPlain ? text : [...Buffer.from(text)],
    eccLevel: "M",
  });
  const scale = size / width;
  const runs: { x: number; y: number; w: number }[] = [];
  // The first rectangle is the ground.
  for (const { x, y, w } of drawn.slice(1)) {
    const last = runs.at(-1);
    if (last !== undefined && last.y === y && last.x + last.w === x) last.w += w;
    else runs.push({ x, y, w });
  }
  const module = (drawn[1]?.w ?? 0) * scale;
  return {
    canvas: runs.map(({ x, y, w }): CanvasElement => ({
      type: "rect",
      x: x * scale,
      y: y * scale,
      w: w * scale,
      h: module + OVERLAP,
      color: "#000000",
    })),
  };
}
