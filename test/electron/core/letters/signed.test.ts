import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import { intake, openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";
import { createSigner, plainPdf, type Signer, signPdf } from "../../../support/signed-pdf.ts";

/** Letters that come back signed: kept byte for byte, and refused when they are not what they say. */

let signer: Signer;
let lajur: TestCore;
let request: string;
let letter: string;
let pdf: Buffer;
const folder = temporaryFolder();
beforeAll(async () => {
  signer = await createSigner("Budi Contoh, S.Kom., M.Si.", "rsa");
});
beforeEach(async () => {
  lajur = openCore({ now: () => Date.parse("2026-11-19T08:00:00Z") });
  await lajur.call("office.save", { ...demoOffice, signatureAnchor: "#" });
  request = (await lajur.call("request.create", { ...intake, letterInHand: true })).id;
  const issued = await lajur.call("document.issue", {
    request,
    kind: "refusal",
    reasons: ["Data tidak dikuasai."],
  });
  letter = issued.letters[0]?.id ?? "";
  const printed = await lajur.call("document.render", { request, kind: "refusal", anchored: true });
  pdf = Buffer.from(printed.pdf ?? "", "base64");
});
afterEach(() => lajur.dispose());

function fileOf(bytes: Uint8Array, name = "hasil-tte.pdf"): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
const sign = (path: string, more = {}) => ({
  request,
  letter,
  how: "electronic" as const,
  path,
  ...more,
});
const refused = async (bytes: Uint8Array) =>
  (await lajur.refusal("letter.sign", sign(fileOf(bytes)))).code;

/** The surat pengantar of the same request, with its own number. */
async function anotherLetter(): Promise<Buffer> {
  await lajur.call("document.issue", { request, kind: "delivery" });
  const printed = await lajur.call("document.render", { request, kind: "delivery" });
  return Buffer.from(printed.pdf ?? "", "base64");
}

describe("a letter signed electronically", () => {
  it("keeps its bytes, with its SHA-256 and who signed when", async () => {
    const signed = await signPdf(pdf, signer);
    const { letter: after, signatures } = await lajur.call("letter.sign", sign(fileOf(signed)));
    expect(signatures).toMatchObject([{ signer: "Budi Contoh, S.Kom., M.Si.", state: "intact" }]);
    expect(after).toMatchObject({
      stage: "signed",
      signed: {
        how: "electronic",
        sha256: createHash("sha256").update(signed).digest("hex"),
        signers: ["Budi Contoh, S.Kom., M.Si."],
        day: "2026-11-19",
      },
    });
    const file = after.signed?.file ?? "";
    const host = { origin: "host" as const, user: null };
    const { path } = await lajur.call("file.locate", { request, file }, host);
    expect(readFileSync(path).equals(signed)).toBe(true);
    const again = await lajur.refusal("letter.sign", sign(fileOf(signed)));
    expect(again.code).toBe("letter_signed");
    expect(await lajur.call("letter.signatures", { request, letter })).toEqual({ signatures });
  });

  it("shows a file that was changed since, when it is looked at again", async () => {
    const signed = await signPdf(pdf, signer);
    const { letter: after } = await lajur.call("letter.sign", sign(fileOf(signed)));
    const host = { origin: "host" as const, user: null };
    const place = { request, file: after.signed?.file ?? "" };
    const { path } = await lajur.call("file.locate", place, host);
    const flipped = Buffer.from(signed);
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    writeFileSync(path, flipped);
    const { signatures } = await lajur.call("letter.signatures", { request, letter });
    expect(signatures).toMatchObject([{ state: "broken" }]);
  });

  it("is refused without a signature, broken, of another letter, locked, or when it is no PDF", async () => {
    expect(await refused(pdf)).toBe("signed_without_signature");
    expect(await refused(Buffer.from("bukan pdf"))).toBe("signed_not_pdf");
    const other = await anotherLetter();
    expect(await refused(await signPdf(other, signer))).toBe("signed_other_letter");
    const broken = await signPdf(pdf, signer);
    broken[40] = (broken[40] ?? 0) ^ 1;
    expect(["signed_broken", "signed_not_pdf"]).toContain(await refused(broken));
    expect((await lajur.refusal("letter.sign", { request, letter, how: "electronic" })).code).toBe(
      "signed_file_missing",
    );
    const { letters, files } = await lajur.call("request.get", { id: request });
    expect(letters[0]?.stage).toBe("numbered");
    expect(files).toEqual([]);
  });

  it("without text is taken once somebody has looked at it", async () => {
    const scan = await signPdf(plainPdf([]), signer);
    expect(await refused(scan)).toBe("signed_without_text");
    const taken = await lajur.call("letter.sign", sign(fileOf(scan), { looked: true }));
    expect(taken.letter.stage).toBe("signed");
  });
});

describe("a letter signed by hand", () => {
  it("may bring a scan, as PDF or picture, but not another letter", async () => {
    const wet = (bytes: Uint8Array, name: string) => sign(fileOf(bytes, name), { how: "wet" });
    const other = await anotherLetter();
    expect((await lajur.refusal("letter.sign", wet(other, "lain.pdf"))).code).toBe(
      "signed_other_letter",
    );
    const picture = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const { letter: after } = await lajur.call("letter.sign", wet(picture, "pindaian.jpg"));
    expect(after).toMatchObject({ stage: "signed", signed: { how: "wet", signers: [] } });
    const sent = await lajur.call("letter.send", {
      request,
      letter,
      how: "Kurir",
      to: "Ayu Contoh",
      path: fileOf(picture, "bukti.jpg"),
    });
    expect(sent.letter.sent).toMatchObject({ how: "Kurir", day: "2026-11-19" });
    const { files } = await lajur.call("request.get", { id: request });
    expect(files.map(({ name }) => name)).toEqual(["pindaian.jpg", "bukti.jpg"]);
  });
});
