import { ImageRun } from "docx";
import { isPrintable } from "../picture.ts";
import { pixels } from "./units.ts";

/** A picture as large as fits a box of `width` by `height` points. */

type Box = { width: number; height: number };
/** `id` is unique on the paper: docx would count on from the paper before. */
type Named = { id: string; name: string };

/** Null for a data URL that is empty or no whole PNG or JPEG: the paper goes without. */
export function pictureOf(url: string, box: Box, named: Named): ImageRun | null {
  if (url === "" || !isPrintable(url)) return null;
  const data = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
  const isPng = url.startsWith("data:image/png");
  const size = data[0] === 0x89 ? pngSize(data) : jpegSize(data);
  return size === null ? null : picture(data, isPng ? "png" : "jpg", fitted(size, box), named);
}

export const picture = (data: Buffer, type: "png" | "jpg", box: Box, { id, name }: Named) =>
  new ImageRun({
    type,
    data,
    transformation: { width: pixels(box.width), height: pixels(box.height) },
    altText: { id, name, title: name, description: name },
  });

function fitted({ width, height }: Box, box: Box): Box {
  const scale = Math.min(box.width / width, box.height / height);
  return { width: width * scale, height: height * scale };
}

const pngSize = (data: Buffer): Box => ({
  width: data.readUInt32BE(16),
  height: data.readUInt32BE(20),
});

/** From the frame, which is surely there and whole. */
function jpegSize(data: Buffer): Box | null {
  for (let at = 2; at + 10 <= data.length;) {
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xc2) {
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    }
    at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}
