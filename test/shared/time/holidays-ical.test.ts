import { describe, expect, it } from "vitest";
import { readHolidaysIcal } from "#shared/time/holidays-ical.ts";

const calendar = (...events: string[][]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

describe("a year's holidays from iCalendar", () => {
  it("are its whole days, the end excluded", () => {
    const text = calendar(
      ["DTSTART;VALUE=DATE:20250331", "DTEND;VALUE=DATE:20250402", "SUMMARY:Idulfitri"],
      ["DTSTART;VALUE=DATE:20251226", "SUMMARY:Cuti Bersama Natal"],
    );
    expect(readHolidaysIcal(text)).toEqual({
      decree: "",
      findings: [],
      holidays: [
        { day: "2025-03-31", kind: "national", name: "Idulfitri" },
        { day: "2025-04-01", kind: "national", name: "Idulfitri" },
        { day: "2025-12-26", kind: "joint_leave", name: "Cuti Bersama Natal" },
      ],
    });
  });

  it("are read over folded lines, escapes, quoted parameters and parts inside an event", () => {
    const text = calendar([
      'DTSTART;X-NOTE="a:b;c";VALUE=DATE:20250817',
      "SUMMARY;LANGUAGE=id:Proklamasi\\, Kemer",
      " dekaan\\nRI",
      "BEGIN:VALARM",
      "DTSTART;VALUE=DATE:20200101",
      "SUMMARY:Alarm",
      "END:VALARM",
    ]);
    expect(readHolidaysIcal(text).holidays).toEqual([
      { day: "2025-08-17", kind: "national", name: "Proklamasi, Kemerdekaan RI" },
    ]);
  });

  it("leave out what was cancelled", () => {
    const text = calendar(
      ["DTSTART;VALUE=DATE:20250101", "SUMMARY:Tahun Baru"],
      ["DTSTART;VALUE=DATE:20250102", "STATUS:CANCELLED", "SUMMARY:Batal"],
    );
    expect(readHolidaysIcal(text).holidays.map(({ day }) => day)).toEqual(["2025-01-01"]);
  });

  it.each<[string, string[]]>([
    ["event_without_day", ["DTSTART:20250101T080000Z", "SUMMARY:Rapat"]],
    ["event_without_day", ["SUMMARY:Tanpa hari"]],
    ["event_without_day", ["DTSTART;VALUE=DATE:20250230", "SUMMARY:Tak ada"]],
    ["event_repeats", ["DTSTART;VALUE=DATE:20250101", "RRULE:FREQ=YEARLY", "SUMMARY:Tahunan"]],
    ["event_too_long", ["DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20250601"]],
  ])("tell an event that is %s", (code, lines) => {
    const { holidays, findings } = readHolidaysIcal(calendar(lines));
    expect(holidays).toEqual([]);
    expect(findings.map((one) => [one.code, one.row])).toEqual([[code, 1]]);
  });

  it("tell a day that stands twice", () => {
    const one = ["DTSTART;VALUE=DATE:20250101", "SUMMARY:Tahun Baru"];
    expect(readHolidaysIcal(calendar(one, one)).findings).toEqual([
      { code: "day_twice", row: 2, detail: "2025-01-01 Tahun Baru" },
    ]);
  });

  it.each([
    ["", "file_empty"],
    ["hello", "file_unreadable"],
    [calendar(), "file_empty"],
    ["BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20250101", "file_empty"],
  ])("%# refuse what is no calendar", (text, code) => {
    expect(readHolidaysIcal(text)).toMatchObject({ holidays: [], findings: [{ code }] });
  });
});
