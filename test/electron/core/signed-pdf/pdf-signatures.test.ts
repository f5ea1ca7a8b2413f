import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { readSignatures } from "#core/signed-pdf/pdf-signatures.ts";
import {
  appendTo,
  cmsOf,
  createSigner,
  nextNumber,
  pdfOf,
  plainPdf,
  type Signer,
  signPdf,
  STAMPED,
} from "../../../support/signed-pdf.ts";

const LETTER = plainPdf(["Nomor: 500.14/12/DISKOMINFO/XI/2026", "Dengan hormat"]);
let rsa: Signer & { name: string };
let ec: Signer & { name: string };
let signed: Buffer;

beforeAll(async () => {
  rsa = await createSigner("Dra. Siti Contoh, M.Si.", "rsa");
  ec = await createSigner("Rudi Contoh", "ec");
  signed = await signPdf(LETTER, rsa, { entries: "/Reason (Disetujui) /Location (Contoh)" });
});

const states = async (pdf: Uint8Array): Promise<string[]> =>
  (await readSignatures(pdf)).map(({ state }) => state);

describe("a signature that covers the whole file", () => {
  test("is intact and says who signed, when, where and why", async () => {
    expect(await readSignatures(signed)).toEqual([
      {
        kind: "signature",
        signer: "Dra. Siti Contoh, M.Si.",
        issuer: "Dra. Siti Contoh, M.Si.",
        at: "2026-11-19T02:12:00Z",
        reason: "Disetujui",
        location: "Contoh",
        state: "intact",
        changedAfter: false,
        selfSigned: true,
      },
    ]);
  });

  test("is intact with an elliptic curve, and takes its time from /M when the CMS has none", async () => {
    const options = {
      subFilter: "ETSI.CAdES.detached",
      signingTime: null,
      entries: "/M (D:20261119091200+07'00') /Location <FEFF004B006F0074006100>",
    };
    expect(await readSignatures(await signPdf(LETTER, ec, options))).toMatchObject([
      { signer: "Rudi Contoh", at: "2026-11-19T02:12:00Z", location: "Kota", state: "intact" },
    ]);
  });

  test("is intact with RSA-PSS, in its field directly and with its keys in another order", async () => {
    const pss = await createSigner("Pss Contoh", "pss");
    const pdf = await signPdf(LETTER, pss, { direct: true, contentsFirst: true });
    expect(await states(pdf)).toEqual(["intact"]);
  });

  test("is intact with SHA-512", async () => {
    const strong = await createSigner("Sha Contoh", "rsa", { hash: "SHA-512" });
    expect(await states(await signPdf(LETTER, strong))).toEqual(["intact"]);
  });

  test("names the issuer of a certificate that another one signed", async () => {
    const authority = await createSigner("Otoritas Contoh", "rsa");
    const official = await createSigner("Siti Contoh", "ec", { authority });
    expect(await readSignatures(await signPdf(LETTER, official))).toMatchObject([
      { signer: "Siti Contoh", issuer: "Otoritas Contoh", selfSigned: false, state: "intact" },
    ]);
  });

  test("stays intact when a mail program adds an empty line", async () => {
    const sent = Buffer.concat([signed, Buffer.from("\r\n")]);
    expect(await readSignatures(sent)).toMatchObject([{ state: "intact", changedAfter: false }]);
  });
});

describe("a file that was changed", () => {
  test("is broken when one byte in the signed range is another", async () => {
    const changed = Buffer.from(signed);
    changed.write("H", changed.indexOf("hormat"));
    expect(await states(changed)).toEqual(["broken"]);
  });

  test("is broken wherever one bit of the signed range is another", async () => {
    const hole = [signed.indexOf("/Contents <") + 10, signed.lastIndexOf("0>") + 2] as const;
    const step = Math.ceil((hole[0] + signed.length - hole[1]) / 60);
    for (let at = 0; at < signed.length; at = at + step === hole[0] ? at + 1 : at + step) {
      if (at >= hole[0] && at < hole[1]) at = hole[1];
      const changed = Buffer.from(signed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await states(changed), `byte ${at}`).not.toContain("intact");
    }
  });

  test("is changed when a page is written anew behind the signature", async () => {
    const content = "BT /F1 11 Tf 72 770 Td (Ditolak) Tj ET";
    const other = `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
    expect(await readSignatures(appendTo(signed, { 4: other }))).toMatchObject([
      { state: "changed", changedAfter: true },
    ]);
  });

  test("is changed when bytes of no meaning are appended", async () => {
    expect(await states(Buffer.concat([signed, Buffer.from("abc")]))).toEqual(["changed"]);
  });

  test("is broken or unknown when the signature itself is another", async () => {
    const changed = Buffer.from(signed);
    const digits = signed.indexOf("/Contents <") + 11;
    const last = signed.indexOf("0000000000000000", digits) - 20;
    changed.write(changed.toString("latin1", last, last + 1) === "7" ? "8" : "7", last);
    expect(await states(changed)).toEqual(["broken"]);
  });
});

describe("several signatures", () => {
  test("are all intact when each covers the ones before", async () => {
    const both = await signPdf(signed, ec);
    expect(await readSignatures(both)).toMatchObject([
      { signer: rsa.name, state: "intact", changedAfter: true },
      { signer: ec.name, state: "intact", changedAfter: false },
    ]);
  });

  test("are all changed when something follows the last one", async () => {
    const both = await signPdf(signed, ec);
    const grown = appendTo(both, { 4: "<< /Length 0 >>\nstream\n\nendstream" });
    expect(await states(grown)).toEqual(["changed", "changed"]);
  });

  test("of which a later one is broken do not vouch for what came with it", async () => {
    const both = await signPdf(signed, ec, { cms: () => cmsOf(Buffer.alloc(32), ec, null) });
    expect(await states(both)).toEqual(["changed", "broken"]);
  });

  test("may be a timestamp of the document, at its own time", async () => {
    const stamped = await signPdf(signed, ec, { subFilter: "ETSI.RFC3161" });
    expect(await readSignatures(stamped)).toMatchObject([
      { kind: "signature", state: "intact", changedAfter: true },
      { kind: "timestamp", state: "intact", at: STAMPED },
    ]);
    const changed = Buffer.from(stamped);
    changed.write("H", changed.indexOf("hormat"));
    expect(await states(changed)).toEqual(["broken", "broken"]);
  });
});

describe("data to validate signatures with, appended by a signing service", () => {
  const catalogOf = (pdf: Buffer): string =>
    [...pdf.toString("latin1").matchAll(/\n1 0 obj\n(<<[\s\S]*?)>>\nendobj/g)]
      .at(-1)?.[1]
      ?.replace(/\/DSS \d+ 0 R/, "") ?? "";
  const withStore = (pdf: Buffer, more: Record<number, string> = {}, catalog = catalogOf(pdf)) => {
    const number = nextNumber(pdf);
    return appendTo(pdf, {
      1: `${catalog} /DSS ${number} 0 R >>`,
      [number]: `<< /Type /DSS /Certs [${number + 1} 0 R] >>`,
      [number + 1]: "<< /Length 3 >>\nstream\nabc\nendstream",
      ...more,
    });
  };

  test("leaves the signature intact", async () => {
    expect(await readSignatures(withStore(signed))).toMatchObject([
      { state: "intact", changedAfter: true },
    ]);
    expect(await states(withStore(withStore(signed)))).toEqual(["intact"]);
  });

  test("does not hide another page or another catalog", async () => {
    const page = withStore(signed, { 4: "<< /Length 0 >>\nstream\n\nendstream" });
    expect(await states(page)).toEqual(["changed"]);
    const catalog = catalogOf(signed).replace("/Pages 2 0 R", "/Pages 3 0 R");
    expect(await states(withStore(signed, {}, catalog))).toEqual(["changed"]);
  });

  test("does not hide a table that leads to another object or to none", async () => {
    const text = withStore(signed).toString("latin1");
    const last = text.lastIndexOf("xref\n1 1\n");
    const turned = `${text.slice(0, last)}${text.slice(last).replace("1 1\n", "4 1\n")}`;
    expect(await states(Buffer.from(turned, "latin1"))).toEqual(["changed"]);
    const deleted = `${text.slice(0, last)}${text.slice(last).replace(" n ", " f ")}`;
    expect(await states(Buffer.from(deleted, "latin1"))).toEqual(["changed"]);
    const round = text.replace(
      /\/Prev \d+ >>\nstartxref\n(\d+)\n%%EOF\n$/,
      "/Prev $1 >>\nstartxref\n$1\n%%EOF\n",
    );
    expect(await states(Buffer.from(round, "latin1"))).toEqual(["changed"]);
  });
});

describe("hostile and damaged files", () => {
  test.each([
    ["negative numbers", () => [0, -5, 10, 20]],
    ["a range beyond the end", ([a, b, c, d]: number[]) => [a, b, c, (d ?? 0) + 1000]],
    ["parts that overlap", ([a, , c, d]: number[]) => [a, (c ?? 0) + 10, c, d]],
    ["a late beginning", ([, b, c, d]: number[]) => [10, (b ?? 0) - 10, c, d]],
    ["a larger hole", ([a, b, c, d]: number[]) => [a, (b ?? 0) - 40, c, d]],
    ["a hole behind the signature", ([a, b, c, d]: number[]) => [a, b, (c ?? 0) + 9, (d ?? 0) - 9]],
    ["no hole", (_: number[], length: number) => [0, length, length, 0]],
    ["two numbers", ([a, b]: number[]) => [a, b]],
    ["six numbers", ([a, b, c, d]: number[]) => [a, b, c, d, 0, 0]],
    ["a fraction", ([a, b, c, d]: number[]) => [a, (b ?? 0) - 0.5, c, d]],
    ["a number past counting", ([a, b, c]: number[]) => [a, b, c, 1e15]],
  ])("a ByteRange with %s is broken", async (_, range) => {
    const change = range as (numbers: number[], length: number) => number[];
    const pdf = await signPdf(LETTER, rsa, { range: change });
    expect(await readSignatures(pdf)).toMatchObject([{ signer: rsa.name, state: "broken" }]);
  });

  test("a signature that is no CMS is unknown", async () => {
    const garbage = await signPdf(LETTER, rsa, { cms: () => Buffer.from("bukan tanda tangan") });
    expect(await readSignatures(garbage)).toMatchObject([{ signer: "", state: "unknown" }]);
    const deep = await signPdf(LETTER, rsa, {
      cms: () => Buffer.alloc(8000, Buffer.from([0x30, 0x80])),
    });
    expect(await states(deep)).toEqual(["unknown"]);
    const empty = await signPdf(LETTER, rsa, { cms: () => Buffer.alloc(0) });
    expect(await states(empty)).toEqual(["unknown"]);
  });

  test("a signature over a text of its own says nothing of the file", async () => {
    const own = Buffer.from("surat lain");
    const digest = createHash("sha256").update(own).digest();
    const pdf = await signPdf(LETTER, rsa, { cms: () => cmsOf(digest, rsa, null, own) });
    expect(await states(pdf)).toEqual(["unknown"]);
  });

  test("a signature with SHA-1 proves nothing any more", async () => {
    const old = await createSigner("Lama Contoh", "rsa", { hash: "SHA-1" });
    expect(await states(await signPdf(LETTER, old))).toEqual(["unknown"]);
  });

  test("a signature cannot be passed off as a timestamp or the other way", async () => {
    const asStamp = {
      subFilter: "ETSI.RFC3161",
      cms: (digest: Buffer) => cmsOf(digest, rsa, null),
    };
    expect(await states(await signPdf(LETTER, rsa, asStamp))).toEqual(["unknown"]);
    expect(await states(await signPdf(LETTER, rsa, { subFilter: "adbe.x509.rsa_sha1" }))).toEqual([
      "unknown",
    ]);
  });

  test("a file cut off has no intact signature", async () => {
    for (let part = 0; part < 1; part += 0.05) {
      const cut = signed.subarray(0, Math.floor(signed.length * part));
      expect(await states(cut)).not.toContain("intact");
    }
  });

  test("an unsigned, an empty and a foreign file have none", async () => {
    expect(await readSignatures(LETTER)).toEqual([]);
    expect(await readSignatures(new Uint8Array())).toEqual([]);
    expect(await readSignatures(Buffer.from("PK\u0003\u0004 /ByteRange [0 1 2 3]"))).toEqual([]);
  });

  test("text that looks like a signature is none", async () => {
    const said = "/ByteRange [0 1 2 3] /Contents <00>";
    const content = `BT (${said}) Tj ET % << ${said} >>`;
    const pdf = pdfOf([
      "<< /Type /Catalog >>",
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      `<< /Title (<< ${said} >>) >>`,
    ]);
    expect(await readSignatures(pdf)).toEqual([]);
  });

  test("of 10,000 signatures fifty are read, soon", async () => {
    const fake =
      "<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 9 9 9] /Contents <3080> >>";
    const begun = performance.now();
    expect(await states(pdfOf(Array<string>(10_000).fill(fake)))).toHaveLength(50);
    expect(await states(pdfOf([`[${fake.repeat(10_000)}]`]))).toHaveLength(50);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test.each([
    ["keys without an object", "/ByteRange "],
    ["objects that never close", "1 0 obj << /ByteRange [ "],
    ["strings that never close", "1 0 obj << /A ( /ByteRange "],
    ["nested arrays", "1 0 obj [ [ [ /ByteRange [ [ "],
    ["the word obj", "obj obj /ByteRange obj "],
    ["comments", "1 0 obj % /ByteRange "],
    ["hexadecimal digits", "1 0 obj << /Contents <00 /ByteRange "],
  ])("4 MB of %s take no long time", async (_, pattern) => {
    const pdf = Buffer.alloc(4 * 1024 * 1024, pattern);
    const begun = performance.now();
    expect(await readSignatures(pdf)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test("names are one line without signs that turn the text around", async () => {
    const odd = await createSigner("Siti\nContoh \u202Eotnoc", "ec");
    const pdf = await signPdf(LETTER, odd, {
      entries: "/Reason (a\\nb\\050c\\051 \\\\) /Location <zz>",
    });
    expect(await readSignatures(pdf)).toEqual([]);
    const fine = await signPdf(LETTER, odd, { entries: "/Reason (a\\nb\\050c\\051 \\\\)" });
    expect(await readSignatures(fine)).toMatchObject([
      { signer: "Siti Contoh  otnoc", reason: "a b(c) \\" },
    ]);
  });
});
