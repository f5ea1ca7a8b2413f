import { describe, expect, it } from "vitest";
import { durationWords, readTime, timeProblem } from "#shared/time/duration.ts";
import { catalogue } from "../../support/sops.ts";

const inWords = (text: string): string => {
  const time = readTime(text);
  return time.kind === "duration" ? durationWords(time) : time.kind;
};

describe("waktu as people write it", () => {
  it.each([
    ["30 menit", "30 menit"],
    ["15 Menit", "15 menit"],
    ["7 Jam", "7 jam"],
    ["1 Hari", "1 hari kerja"],
    ["5 Hari Kerja", "5 hari kerja"],
    ["1-2 Hari", "1–2 hari kerja"],
    ["1 – 2 hari", "1–2 hari kerja"],
    ["3 s/d 5 hari", "3–5 hari kerja"],
    ["2 sampai dengan 4 minggu", "2–4 minggu"],
    ["1 minggu", "1 minggu"],
    ["2 pekan", "2 minggu"],
    ["1 Bulan", "1 bulan"],
    ["1,5 jam", "1,5 jam"],
    ["1.5 jam", "1,5 jam"],
    ["5 (lima) hari kerja", "5 hari kerja"],
    ["tiga hari", "3 hari kerja"],
    ["sehari", "1 hari kerja"],
    ["Sebulan", "1 bulan"],
    ["maksimal 3 hari", "3 hari kerja"],
    ["Paling lama 10 hari kerja", "10 hari kerja"],
    ["±30 menit", "30 menit"],
    ["  2   Hari  ", "2 hari kerja"],
    ["30menit", "30 menit"],
    ["10 mnt.", "10 menit"],
    ["2 minggu pada hari kerja", "10 hari kerja"],
    ["1-2 Minggu Pada Hari Kerja", "5\u201310 hari kerja"],
    ["3 JAM pada jam kerja", "3 jam"],
    ["2 HARI KERJA", "2 hari kerja"],
  ])("%j is %s", (text, words) => {
    expect(inWords(text)).toBe(words);
  });

  it("keeps both figures with their unit", () => {
    expect(readTime("1-2 Hari")).toEqual({ kind: "duration", min: 1, max: 2, unit: "workday" });
    expect(readTime("45 menit")).toEqual({ kind: "duration", min: 45, max: 45, unit: "minute" });
  });

  it.each(["Pada hari dan jam kerja", "Menyesuaikan", "-", "", "Berkala setiap bulan"])(
    "%j sets no deadline",
    (text) => {
      expect(readTime(text)).toEqual({ kind: "unlimited" });
    },
  );

  it.each([
    "2 x 1",
    "1 hari 2 jam",
    "5-2 hari",
    "0 hari",
    "10001 hari",
    "99999999999999999999 menit",
    "30",
    "-5 hari",
    "1/2 jam",
    "3 tahun",
  ])("%j holds a figure that is not understood", (text) => {
    expect(readTime(text)).toEqual({ kind: "unknown" });
  });

  it.each([
    ["0 Hari", "zero"],
    ["0 - 0 menit", "zero"],
    ["-3 Hari", "negative"],
    ["\u2212 3 hari", "negative"],
    ["5-2 hari", "reversed"],
    ["1-0 hari", "reversed"],
    ["1000 Bulan", "too_long"],
    ["60 bulan 1", "not_understood"],
    ["1251 hari kerja", "too_long"],
    ["300 minggu pada hari kerja", "too_long"],
    ["besok", "names_a_day"],
    ["Besok pagi", "names_a_day"],
    ["Hari ini", "names_a_day"],
    ["minggu depan", "names_a_day"],
    ["1 bulan pada hari kerja", "not_understood"],
    ["30", "not_understood"],
  ])("%j is not understood: %s", (text, problem) => {
    expect(readTime(text)).toEqual({ kind: "unknown" });
    expect(timeProblem(text)).toBe(problem);
  });

  it("understands its own words", () => {
    for (const text of ["30 menit", "1-2 Hari", "1,5 jam", "2 pekan", "sebulan"]) {
      const words = inWords(text);
      expect(inWords(words)).toBe(words);
    }
  });

  it("understands every waktu of the fifteen SOPs", () => {
    const times = catalogue().flatMap(({ steps }) => steps.flatMap(({ time }) => time ?? []));
    expect(times.length).toBeGreaterThan(100);
    expect(times.filter((time) => readTime(time).kind === "unknown")).toEqual([]);
    const unlimited = new Set(times.filter((time) => readTime(time).kind === "unlimited"));
    expect([...unlimited]).toEqual(["Pada hari dan jam kerja", "Sesuai frekuensi data"]);
  });
});
