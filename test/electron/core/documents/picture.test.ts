import { crc32, deflateSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { isPrintable } from "#core/documents/picture.ts";
import { createDocumentPrinter } from "#core/documents/printer.ts";
import { KOP, letterOf, paragraph } from "../../../support/letter.ts";
import { readPdf } from "../../../support/pdf.ts";

const FONTS = new URL("../../../../resources/fonts", import.meta.url).pathname;
const printer = createDocumentPrinter({ fonts: FONTS });
afterAll(() => printer.close());

/** 8 by 8 pixels, in the colours of printers and in scans that grow finer. */
const CMYK = Buffer.from(
  "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAFAgACAAIBAEiAAIRAQMRAQQiAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAD/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AIAGD4A//9k=",
  "base64",
);
const PROGRESSIVE = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wgARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVAQEBAAAAAAAAAAAAAAAAAAACBP/aAAwDAQACEAMQAAABkFb/AP/EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAEFAq//xAAWEQADAAAAAAAAAAAAAAAAAAAAAhP/2gAIAQMBAT8Bqx//xAAWEQADAAAAAAAAAAAAAAAAAAAAAhP/2gAIAQIBAT8Bip//xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAY/An//xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAE/IX//2gAMAwEAAgADAAAAEAP/xAAVEQEBAAAAAAAAAAAAAAAAAAAAYf/aAAgBAwEBPxCr/8QAFREBAQAAAAAAAAAAAAAAAAAAAGH/2gAIAQIBAT8Qi//EABUQAQEAAAAAAAAAAAAAAAAAAABx/9oACAEBAAE/EKf/2Q==",
  "base64",
);

type Png = { width: number; height: number; colour?: number; depth?: number; pixels?: Buffer };

/** A PNG whose header says what is asked; grey without `colour`. */
function png({ width, height, colour = 0, depth = 8, pixels }: Png): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour], 8);
  const bytes = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour] ?? 1;
  const rows = pixels ?? Buffer.alloc(Math.min(height, 100) * (1 + Math.min(width, 100) * bytes));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A JPEG with another size in its frame. */
function jpeg(width: number, height: number): Buffer {
  const bytes = Buffer.from(PROGRESSIVE);
  const frame = bytes.indexOf("ffc2", 0, "hex");
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

const url = (bytes: Buffer, type = "png"): string =>
  `data:image/${type};base64,${bytes.toString("base64")}`;
const withLogo = async (logo: string): Promise<Uint8Array> =>
  (await printer.render(letterOf([paragraph("Isi surat.")], { kop: { ...KOP, logo } }))).pdf;
const hasPicture = (pdf: Uint8Array): boolean =>
  Buffer.from(pdf).toString("latin1").includes("/Subtype /Image");

const SOUND = {
  "a grey PNG": url(png({ width: 5, height: 7 })),
  "a PNG with an alpha channel": url(png({ width: 5, height: 7, colour: 6 })),
  "a progressive JPEG": url(PROGRESSIVE, "jpeg"),
  "a JPEG in CMYK": url(CMYK, "jpeg"),
};

test.each(Object.entries(SOUND))("%s prints", async (_, logo) => {
  expect(hasPicture(await withLogo(logo))).toBe(true);
});

const whole = png({ width: 60, height: 60, colour: 6, pixels: noise(60 * 241) });
function noise(length: number): Buffer {
  // Rows of 240 bytes after a filter of none.
  return Buffer.from(Array.from({ length }, (_, at) => (at % 241 === 0 ? 0 : (at * 7919) % 251)));
}
const damaged = Buffer.from(whole);
damaged.fill(0x55, 300, 400);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

const BROKEN = {
  "text instead of a picture": url(Buffer.from("bukan gambar")),
  "a PNG of 0 by 0": url(png({ width: 0, height: 0 })),
  "a PNG without height": url(png({ width: 5, height: 0, colour: 6 })),
  "a PNG that says 60000 by 60000": url(png({ width: 60_000, height: 60_000, colour: 6 })),
  "a PNG that says 5000 by 5000": url(png({ width: 5000, height: 5000, colour: 6 })),
  "a PNG with fewer rows than it says": url(png({ width: 60, height: 90, pixels: noise(61 * 60) })),
  "a PNG of an unknown colour": url(png({ width: 5, height: 5, colour: 5 })),
  "a PNG of colours without a palette": url(png({ width: 5, height: 5, colour: 3 })),
  "half a PNG": url(whole.subarray(0, whole.length >> 1)),
  "a damaged PNG": url(damaged),
  "a PNG's first bytes": url(whole.subarray(0, 20)),
  "a JPEG of 0 by 0": url(jpeg(0, 0), "jpeg"),
  "a JPEG that says 60000 by 60000": url(jpeg(60_000, 60_000), "jpeg"),
  "half a JPEG": url(PROGRESSIVE.subarray(0, PROGRESSIVE.length >> 1), "jpeg"),
  "a JPEG's first bytes": url(PROGRESSIVE.subarray(0, 3), "jpeg"),
  "an SVG with a script": `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
  "an SVG that says it is a PNG": url(Buffer.from(svg)),
  "a picture of 80 MB": `data:image/png;base64,${"A".repeat(80_000_000)}`,
  "no data URL": "/etc/hostname",
};

test.each(Object.entries(BROKEN))("%s leaves the letter without it", async (_, logo) => {
  expect(isPrintable(logo)).toBe(false);
  const pdf = await withLogo(logo);
  expect(hasPicture(pdf)).toBe(false);
  const { pages } = await readPdf(pdf);
  expect(pages[0]?.text).toMatch(/PEMERINTAH KABUPATEN CONTOH.*Isi surat\./);
});

test("a picture cut off anywhere or with any byte changed never stops a letter", async () => {
  for (const [bytes, type] of [
    [whole.subarray(0, 400), "png"],
    [PROGRESSIVE, "jpeg"],
    [CMYK, "jpeg"],
  ] as const) {
    for (let at = 0; at < bytes.length; at += 23) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      for (const one of [bytes.subarray(0, at), changed]) {
        expect((await readPdf(await withLogo(url(one, type)))).pages).toHaveLength(1);
      }
    }
  }
});
