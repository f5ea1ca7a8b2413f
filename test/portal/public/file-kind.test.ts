import { ZipFile } from "yazl";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../../portal/public/uploads/file-kind.ts";
import { safeName } from "../../../portal/public/uploads/safe-name.ts";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const segment = (marker: number, body: string): Buffer => {
  const bytes = Buffer.from(body, "latin1");
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};
const jpeg = (note = "catatan"): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"),
    segment(0xfe, note),
    segment(0xda, "\u0001\u0001\0\0?\0"),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
  ]);

function zip(parts: Record<string, string>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, text] of Object.entries(parts)) file.addBuffer(Buffer.from(text), name);
  file.end();
  return new Promise((resolve, reject) => {
    const bytes: Buffer[] = [];
    file.outputStream.on("data", (part: Buffer) => bytes.push(part));
    file.outputStream.on("error", reject);
    file.outputStream.on("end", () => resolve(Buffer.concat(bytes)));
  });
}
const types = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`;
const docx = (more: Record<string, string> = {}): Promise<Buffer> =>
  zip({
    "[Content_Types].xml": types("wordprocessingml.document"),
    "word/document.xml": "<w:document/>",
    ...more,
  });
const xlsx = (more: Record<string, string> = {}): Promise<Buffer> =>
  zip({
    "[Content_Types].xml": types("spreadsheetml.sheet"),
    "xl/workbook.xml": "<workbook/>",
    ...more,
  });

describe("what the public may send in", () => {
  test("is told by its content", async () => {
    expect(await kindOf(PDF)).toEqual({ extension: "pdf" });
    expect(await kindOf(PNG)).toEqual({ extension: "png" });
    expect(await kindOf(jpeg())).toEqual({ extension: "jpg" });
    expect(await kindOf(await docx())).toEqual({ extension: "docx" });
    expect(await kindOf(await xlsx())).toEqual({ extension: "xlsx" });
  });

  test.each([
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a drawing with a script", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a program", "MZ\u0090\0\u0003"],
    ["a script", "#!/bin/sh\nrm -rf /\n"],
    ["a GIF", "GIF89a;alert(1)//"],
    ["text", "hanya teks"],
  ])("%s is not of a kind that is taken", async (_, text) => {
    expect(await kindOf(Buffer.from(text, "latin1"))).toEqual({ fault: "kind" });
  });

  test("what is cut off is refused as broken", async () => {
    expect(await kindOf(PDF.subarray(0, 30))).toEqual({ fault: "broken" });
    expect(await kindOf(PNG.subarray(0, -8))).toEqual({ fault: "broken" });
    expect(await kindOf(jpeg().subarray(0, -2))).toEqual({ fault: "broken" });
    expect("fault" in (await kindOf((await docx()).subarray(0, -10)))).toBe(true);
  });

  test("two files in one are refused", async () => {
    const archive = await zip({ "evil.class": "x" });
    for (const file of [PDF, PNG, jpeg()]) {
      expect(await kindOf(Buffer.concat([file, archive]))).toEqual({ fault: "active" });
    }
    const tail = Buffer.from("<html><script>alert(1)</script>");
    expect(await kindOf(Buffer.concat([PNG, tail]))).toEqual({ fault: "active" });
    expect(await kindOf(Buffer.concat([jpeg(), PDF]))).toEqual({ fault: "active" });
    expect(await kindOf(Buffer.concat([await docx(), tail]))).not.toHaveProperty("extension");
  });

  test("a page hidden in a picture's notes or a PDF's head is refused", async () => {
    expect(await kindOf(jpeg("<?php system($_GET[0]); ?>"))).toEqual({ fault: "active" });
    const head = Buffer.from("%PDF-1.4\n<script>alert(1)</script>\n%%EOF\n");
    expect(await kindOf(head)).toEqual({ fault: "active" });
  });

  test.each(["/JavaScript (app.alert(1))", "/J#61vaScript(x)", "/S/Launch", "/EmbeddedFile"])(
    "a PDF that acts by itself (%s) is refused",
    async (action) => {
      const bytes = Buffer.from(`%PDF-1.7\n1 0 obj<<${action}>>endobj\n%%EOF\n`);
      expect(await kindOf(bytes)).toEqual({ fault: "active" });
    },
  );

  test("what reads as such by accident in a PDF's compressed stream is taken", async () => {
    const bytes = Buffer.from("%PDF-1.7\n1 0 obj<<>>stream\n..../JS(..\nendstream endobj\n%%EOF\n");
    expect(await kindOf(bytes)).toEqual({ extension: "pdf" });
  });

  test("macros and programs within a document are refused", async () => {
    expect(await kindOf(await docx({ "word/vbaProject.bin": "x" }))).toEqual({ fault: "active" });
    expect(await kindOf(await xlsx({ "xl/embeddings/a.exe": "x" }))).toEqual({ fault: "active" });
  });

  test("a trailer that a telephone leaves behind a picture is taken", async () => {
    const trailer = Buffer.from("SEFH\u0001\0\0SEFT", "latin1");
    expect(await kindOf(Buffer.concat([jpeg(), trailer]))).toEqual({ extension: "jpg" });
  });
});

describe("a file's name", () => {
  test.each([
    ["surat.php", "pdf", "surat.pdf"],
    ["../../etc/passwd", "pdf", "passwd.pdf"],
    ["C:\\Users\\x\\KTP saya.JPG", "jpg", "KTP saya.jpg"],
    ["laporan.pdf.exe", "pdf", "laporan.pdf"],
    ["\u202Egpj.exe", "png", "gpj.png"],
    ["a\r\nSet-Cookie: x", "pdf", "a Set-Cookie x.pdf"],
    ["CON", "pdf", "_CON.pdf"],
    ["....", "png", "berkas.png"],
    ["", "png", "berkas.png"],
    ["surat \u{1F600}.pdf", "pdf", "surat \u{1F600}.pdf"],
    ["x".repeat(500), "pdf", `${"x".repeat(100)}.pdf`],
  ])("%j becomes safe", (given, extension, safe) => {
    expect(safeName(given, extension)).toBe(safe);
  });
});
