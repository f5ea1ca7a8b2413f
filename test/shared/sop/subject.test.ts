import { describe, expect, it } from "vitest";
import { namesSubject } from "#shared/sop/subject.ts";
import { catalogue } from "../../support/sops.ts";

describe("the subject of an activity", () => {
  it.each([
    ["Kepala Dinas menandatangani surat", "Kepala Dinas"],
    ["kabid memeriksa", "kabid"],
    ["Sekretaris meneruskan surat", "Sekretaris"],
    ["Petugas memeriksa berkas", "Petugas"],
    ["Petugas Layanan mencatat surat", "Petugas Layanan"],
    ["Staf menyusun daftar", "Staf"],
    ["Staff Statistik menyusun daftar", "Staff Statistik"],
    ["Sub Koordinator Statistik memeriksa", "Sub Koordinator Statistik"],
    ["Subkoordinator memeriksa", "Subkoordinator"],
    ["Pemohon mengajukan surat", "Pemohon"],
    ["Walidata Pendukung menyusun daftar", "Walidata Pendukung"],
    ["Produsen Data menyerahkan data", "Produsen Data"],
    ["  Admin mencatat", "Admin"],
  ])("is found at the beginning of %j", (gist, subject) => {
    expect(namesSubject(gist, [])).toBe(subject);
  });

  it("may be one of the SOP's own lanes", () => {
    const lanes = ["", "Forum SDI"];
    expect(namesSubject("Forum SDI menetapkan data prioritas", lanes)).toBe("Forum SDI");
    expect(namesSubject("forum sdi menetapkan", lanes)).toBe("Forum SDI");
    expect(namesSubject("Forum SDIX menetapkan", lanes)).toBeNull();
  });

  it.each([
    "Periksa kelengkapan permohonan",
    "Teruskan kepada Kepala Dinas",
    "Stafkan berkas",
    "Petugas",
    "Administrasikan surat masuk",
    "",
  ])("is not there in %j", (gist) => {
    expect(namesSubject(gist, ["Walidata"])).toBeNull();
  });

  it("is in no activity of the fifteen SOPs", () => {
    const named = catalogue().flatMap(({ steps, lanes }) =>
      steps.flatMap(({ gist = "" }) => (namesSubject(gist, lanes) === null ? [] : [gist])),
    );
    expect(named).toEqual([]);
  });
});
