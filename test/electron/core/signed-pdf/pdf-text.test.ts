import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import pdfmake from "pdfmake";
import { beforeAll, describe, expect, test } from "vitest";
import { inspectPdf } from "#core/signed-pdf/pdf-text.ts";
import { pdfOf, plainPdf } from "../../../support/signed-pdf.ts";

const LETTER = plainPdf(["Nomor: 500.14/12/DISKOMINFO/XI/2026", "Dengan hormat"]);

beforeAll(() => {
  const font = fileURLToPath(import.meta.resolve("pdfmake/fonts/Roboto/Roboto-Regular.ttf"));
  pdfmake.setFonts({ Roboto: { normal: font } });
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setUrlAccessPolicy(() => false);
});

const printed = (protection: object): Promise<Uint8Array> =>
  pdfmake.createPdf({ content: ["Efisiensi afiks", "baris kedua"], ...protection }).getBuffer();

/** So many pages that all show the same. */
function repeatedPage(count: number, shown: string): Buffer {
  const content = `BT /F1 5 Tf 14 TL 10 770 Td ${shown} ET`;
  const kids = Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(" ");
  const page =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>";
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...Array<string>(count).fill(page),
  ]);
}

describe("a PDF", () => {
  test("tells its pages and its text, line by line", async () => {
    expect(await inspectPdf(LETTER)).toEqual({
      kind: "ok",
      pages: 1,
      text: "Nomor: 500.14/12/DISKOMINFO/XI/2026\nDengan hormat\n",
    });
  });

  test("keeps its bytes where they are", async () => {
    const own = new Uint8Array(LETTER);
    await inspectPdf(own);
    expect(own).toEqual(new Uint8Array(LETTER));
  });

  test("with embedded fonts tells its text", async () => {
    expect(await inspectPdf(await printed({}))).toMatchObject({
      kind: "ok",
      text: expect.stringMatching(/Efisiensi afiks\s+baris kedua/),
    });
  });

  test("that opens with a password only is locked; one locked against changes is not", async () => {
    expect(await inspectPdf(await printed({ userPassword: "rahasia" }))).toEqual({
      kind: "locked",
    });
    expect(await inspectPdf(await printed({ ownerPassword: "rahasia" }))).toMatchObject({
      kind: "ok",
      text: expect.stringContaining("baris kedua"),
    });
  });

  test("without text, as a scan, is one all the same", async () => {
    expect(await inspectPdf(plainPdf([]))).toMatchObject({ kind: "ok", text: "\n" });
  });

  test("gives at most 200,000 characters and 200 pages", async () => {
    const line = "kata ".repeat(20);
    const long = await inspectPdf(repeatedPage(50, `(${line}) Tj T* `.repeat(50)));
    expect(long.kind === "ok" && long.text.length).toBe(200_000);
    const many = await inspectPdf(repeatedPage(300, ""));
    expect(many).toEqual({ kind: "ok", pages: 300, text: "\n".repeat(200) });
  });
});

describe("a file that is no readable PDF", () => {
  test.each([
    ["nothing", ""],
    ["a text", "Dengan hormat"],
    ["a workbook", "PK\u0003\u0004"],
    ["a heading too far in", `${" ".repeat(1100)}%PDF-1.7\n%%EOF`],
  ])("is no PDF when it is %s", async (_, text) => {
    expect(await inspectPdf(Buffer.from(text))).toEqual({ kind: "not-pdf" });
  });

  test("is broken when it is cut off anywhere", async () => {
    for (let part = 0.05; part < 1; part += 0.05) {
      const cut = LETTER.subarray(0, Math.floor((LETTER.length - 8) * part));
      expect(await inspectPdf(cut)).toEqual({ kind: "broken" });
    }
  });

  test("is broken when there is nothing in it", async () => {
    expect(await inspectPdf(Buffer.from("%PDF-1.7\n%%EOF"))).toEqual({ kind: "broken" });
    expect(await inspectPdf(pdfOf(["<< /Type /Catalog >>"]))).toEqual({ kind: "broken" });
  });

  test("is given up when it takes too long, and the thread ends", async () => {
    const begun = performance.now();
    const endless = repeatedPage(1, "q Q ".repeat(4_000_000));
    expect(await inspectPdf(endless, 300)).toEqual({ kind: "broken" });
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test("is given up before it takes all memory that it unpacks to", async () => {
    const packed = deflateSync(Buffer.alloc(1024 ** 3, " "), { level: 1 }).toString("latin1");
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10);
    const bomb = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
      `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
    ]);
    expect(await inspectPdf(bomb)).toEqual({ kind: "broken" });
    clearInterval(watch);
    expect(most - before).toBeLessThan(2 * 1024 ** 3);
  });
});
