import { describe, expect, it } from "vitest";
import { computeDeadline } from "#shared/time/deadline.ts";
import { derivationWords } from "#shared/time/derivation-words.ts";
import { at, perpres } from "./calendars.ts";

const words = (start: string, time: string, pause?: [string, string | null]): string[] => {
  const end = pause?.[1] ?? null;
  const pauses =
    pause === undefined ? [] : [{ from: at(pause[0]), to: end === null ? null : at(end) }];
  const { derivation } = computeDeadline({ start: at(start), time, calendar: perpres, pauses });
  return derivationWords(derivation, "WIB").map(({ when, what }) => `${when}: ${what}`);
};

describe("a derivation in words", () => {
  it("says of each working day why it counts or not", () => {
    expect(words("2025-08-14 16:30", "2 Hari")).toEqual([
      "Kamis, 14 Agustus 2025: tidak dihitung: di luar jam layanan",
      "Jumat, 15 Agustus 2025: mulai dihitung pukul 07.30 WIB",
      "Sabtu, 16 Agustus 2025: tidak dihitung: akhir pekan",
      "Minggu, 17 Agustus 2025: tidak dihitung: libur nasional (Proklamasi Kemerdekaan)",
      "Senin, 18 Agustus 2025: tidak dihitung: cuti bersama (Proklamasi Kemerdekaan)",
      "Selasa, 19 Agustus 2025: dihitung, hari ke-1",
      "Rabu, 20 Agustus 2025: dihitung, hari ke-2",
      "Rabu, 20 Agustus 2025: tenggat pukul 16.00 WIB",
    ]);
  });

  it("says how many minutes of a day count", () => {
    const lines = words("2025-02-28 16:00", "2 Jam").filter((line) => !line.includes("tidak"));
    expect(lines).toEqual([
      "Jumat, 28 Februari 2025: mulai dihitung pukul 16.00 WIB",
      "Jumat, 28 Februari 2025: dihitung 30 menit",
      "Senin, 3 Maret 2025: dihitung 1 jam 30 menit: jam khusus (Ramadan)",
      "Senin, 3 Maret 2025: tenggat pukul 09.30 WIB",
    ]);
  });

  it("tells weeks and months as runs, pauses among them", () => {
    expect(words("2025-07-07 09:00", "1 minggu", ["2025-07-08 10:00", "2025-07-10 10:00"])).toEqual(
      [
        "Senin, 7 Juli 2025: mulai dihitung pukul 09.00 WIB",
        "8 Juli 2025–16 Juli 2025: dihitung 7 hari",
        "8 Juli 2025–16 Juli 2025: waktu dihentikan 2 hari",
        "Rabu, 16 Juli 2025: tenggat pukul 16.00 WIB",
      ],
    );
  });

  it("tells the start day after a pause", () => {
    expect(words("2025-07-07 09:00", "1 Hari", ["2025-07-07 10:00", "2025-07-08 10:00"])).toEqual([
      "Senin, 7 Juli 2025: mulai dihitung pukul 09.00 WIB",
      "Senin, 7 Juli 2025: waktu dihentikan",
      "Selasa, 8 Juli 2025: mulai dihitung lagi: hari mulai, sesudah waktu berjalan lagi",
      "Rabu, 9 Juli 2025: dihitung, hari ke-1",
      "Rabu, 9 Juli 2025: tenggat pukul 16.00 WIB",
    ]);
  });

  it("ends where the clock stands still", () => {
    expect(words("2025-07-07 09:00", "3 Hari", ["2025-07-08 17:00", null])).toEqual([
      "Senin, 7 Juli 2025: mulai dihitung pukul 09.00 WIB",
      "Selasa, 8 Juli 2025: dihitung, hari ke-1",
      "Selasa, 8 Juli 2025: waktu dihentikan sejak pukul 17.00 WIB",
    ]);
  });

  it("numbers the days on after a shortened middle", () => {
    const lines = words("2025-01-06 09:00", "300 Hari");
    expect(lines.filter((line) => /dihitung \d+ hari/u.test(line)).length).toBeGreaterThan(1);
    expect(lines.at(-2)).toMatch(/dihitung, hari ke-300$/u);
  });
});
