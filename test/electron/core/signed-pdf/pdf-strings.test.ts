import { expect, test } from "vitest";
import { pdfDate } from "#core/signed-pdf/pdf-strings.ts";

test.each([
  ["D:20261119091200+07'00'", "2026-11-19T02:12:00Z"],
  ["D:20261119091200+07'00", "2026-11-19T02:12:00Z"],
  ["D:20261119091200-0330", "2026-11-19T12:42:00Z"],
  ["D:20261119021200Z", "2026-11-19T02:12:00Z"],
  ["D:20261119021200Z00'00'", "2026-11-19T02:12:00Z"],
  ["D:20261119", "2026-11-19T00:00:00Z"],
  ["D:2026", "2026-01-01T00:00:00Z"],
  ["D:20260230", null],
  ["D:20261319", null],
  ["19 November 2026", null],
  ["", null],
])("the date %s of a PDF is %s", (text, instant) => {
  expect(pdfDate(text)).toBe(instant);
});
