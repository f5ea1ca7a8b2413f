import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCode, readCheckCode } from "#shared/letter/check-code.ts";

const DIGEST = "0123456789abcdef".repeat(4);
const LETTER = { number: "500.14/12/DISKOMINFO/XI/2026", date: "2026-11-19", digest: DIGEST };
const PORTAL = "https://data.contoh.go.id/satudata";

describe("the code on a letter", () => {
  test("is one short line for an office without a portal", () => {
    expect(checkCode(LETTER, "")).toBe(
      "LAJUR1|500.14/12/DISKOMINFO/XI/2026|2026-11-19|0123456789abcdef",
    );
  });

  test("leads to the check page of an office's portal", () => {
    const code = checkCode(LETTER, PORTAL);
    expect(code).toBe(
      "https://data.contoh.go.id/satudata/periksa?n=500.14%2F12%2FDISKOMINFO%2FXI%2F2026&t=2026-11-19&d=0123456789abcdef",
    );
    expect(checkCode(LETTER, `${PORTAL}/`)).toBe(code);
    expect(checkCode(LETTER, `${PORTAL}/?a=b#c`)).toBe(code);
    expect(readCheckCode(code)).toEqual({ ...LETTER, digest: DIGEST.slice(0, 16), portal: PORTAL });
  });

  test("is read as it was written, whatever the number holds", () => {
    const seed = Math.trunc(Math.random() * 2 ** 31);
    const numbers = fc
      .string({ unit: "binary", minLength: 1, maxLength: 200 })
      .filter((number) => number.trim() !== "" && number.isWellFormed());
    fc.assert(
      fc.property(numbers, fc.constantFrom("", PORTAL), (number, portal) => {
        const code = checkCode({ ...LETTER, number }, portal);
        expect(code).toMatch(/^[ -~]+$/);
        expect(readCheckCode(code)).toMatchObject({ number, date: LETTER.date, portal });
      }),
      { seed },
    );
  });

  test.each(["a|b", "100%", "%7C", "a b&c=d?e#f", "12/ÉÅ", " 12 "])(
    "carries the number %j",
    (number) => {
      for (const portal of ["", PORTAL]) {
        expect(readCheckCode(checkCode({ ...LETTER, number }, portal))?.number).toBe(number);
      }
    },
  );

  test("is read with white space around it and digits in capitals", () => {
    const code = checkCode(LETTER, "").replace("abcdef", "ABCDEF");
    expect(readCheckCode(` ${code}\r\n`)).toMatchObject({ digest: "0123456789abcdef" });
  });
});

describe("text that is no code", () => {
  test.each([
    ["nothing", ""],
    ["a number", "500.14/12/DISKOMINFO/XI/2026"],
    ["another mark", "LAJUR2|1|2026-11-19|0123456789abcdef"],
    ["a field too few", "LAJUR1|1|2026-11-19"],
    ["a field too many", "LAJUR1|1|2026-11-19|0123456789abcdef|"],
    ["no number", "LAJUR1||2026-11-19|0123456789abcdef"],
    ["a blank number", "LAJUR1|%20|2026-11-19|0123456789abcdef"],
    ["a day that does not exist", "LAJUR1|1|2026-02-30|0123456789abcdef"],
    ["a short digest", "LAJUR1|1|2026-11-19|0123456789abcde"],
    ["a digest that is none", "LAJUR1|1|2026-11-19|0123456789abcdeg"],
    ["an encoding cut off", "LAJUR1|1%|2026-11-19|0123456789abcdef"],
    ["an encoding of no text", "LAJUR1|%FF|2026-11-19|0123456789abcdef"],
    ["another page", "https://contoh.go.id/lain?n=1&t=2026-11-19&d=0123456789abcdef"],
    ["another protocol", "javascript://x/periksa?n=1&t=2026-11-19&d=0123456789abcdef"],
    ["a field twice", "https://x/periksa?n=1&n=2&t=2026-11-19&d=0123456789abcdef"],
    ["a field missing", "https://x/periksa?n=1&d=0123456789abcdef"],
    ["a field in two parts", "https://x/periksa?n=1=2&t=2026-11-19&d=0123456789abcdef"],
    ["10,000 characters", `LAJUR1|${"1".repeat(10_000)}|2026-11-19|0123456789abcdef`],
    ["10,000 pipes", "LAJUR1|".padEnd(10_000, "|")],
    ["10,000 fields", `https://x/periksa?${"n=1&".repeat(2500)}`],
  ])("is refused: %s", (_, text) => {
    expect(readCheckCode(text)).toBeNull();
  });

  test("is refused or read, never thrown at", () => {
    const seed = Math.trunc(Math.random() * 2 ** 31);
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 10_000 }),
      fc.string().map((text) => `LAJUR1|${text}|2026-11-19|0123456789abcdef`),
      fc.string().map((text) => `https://x/periksa?n=${text}&t=2026-11-19&d=0123456789abcdef`),
    );
    fc.assert(
      fc.property(hostile, (text) => void readCheckCode(text)),
      { seed },
    );
  });
});
