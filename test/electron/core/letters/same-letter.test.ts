import { describe, expect, test } from "vitest";
import { inspectPdf } from "#core/signed-pdf/pdf-text.ts";
import { looksLikeSameLetter } from "#core/letters/same-letter.ts";
import { createSigner, plainPdf, signPdf } from "../../../support/signed-pdf.ts";

const NUMBER = "500.14/12/DISKOMINFO/XI/2026";

const KOP = `PEMERINTAH KABUPATEN CONTOH
DINAS KOMUNIKASI DAN INFORMATIKA
Jalan Merdeka Nomor 1, Contoh 12345
Telepon (021) 000000, pos-el diskominfo@contoh.go.id, laman diskominfo.contoh.go.id`;

const CLOSING = `Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.
Kepala Dinas Komunikasi dan Informatika,
Dra. Siti Contoh, M.Si.
Pembina Utama Muda
NIP 19760520 199511 2 001`;

const letter = (number: string, body: string): string => `${KOP}
Contoh, 19 November 2026
Nomor : ${number}
Sifat : Biasa
Lampiran : satu lembar
Hal : Penolakan permohonan data
Yth. Rina Lestari
Jalan Kampus Nomor 7
${body}
${CLOSING}`;

const WORDS = letter(
  NUMBER,
  `Sehubungan dengan permohonan Saudara tanggal 13 November 2026 tentang produksi padi tahun 2021–2025,
dengan hormat diberitahukan bahwa permohonan tersebut belum dapat dipenuhi karena data tidak dikumpulkan
oleh perangkat daerah di lingkungan Pemerintah Kabupaten Contoh dan memuat keterangan pribadi petani.
Saudara dapat mengajukan keberatan secara tertulis paling lambat tiga puluh hari kerja. Afiliasi dan efisiensi
tercantum dalam lampiran.`,
);

const PANEL = `Ditandatangani secara elektronik oleh:
Kepala Dinas Komunikasi dan Informatika
Dra. Siti Contoh, M.Si.
Pembina Utama Muda NIP 197605201995112001
Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan
oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara`;

const compared = (text: string, number = NUMBER, words = WORDS) =>
  looksLikeSameLetter({ number, words }, text);

describe("a signed file is of its letter", () => {
  test("when it says the same, with or without the signature's panel", () => {
    expect(compared(WORDS)).toBe("same");
    expect(compared(`${WORDS}\n${PANEL.repeat(3)}`)).toBe("same");
  });

  test("when words and number are broken over lines", () => {
    const broken = WORDS.replace(/(per)(mohonan)/g, "$1-\n$2")
      .replace("lingkungan", "ling\u00AD\nkungan")
      .replace("DISKOMINFO/XI", "DISKO\n MINFO / XI");
    expect(compared(broken)).toBe("same");
  });

  test("when letters are joined or written apart, and hyphens are of another kind", () => {
    const joined = WORDS.replaceAll("fi", "\uFB01")
      .replaceAll("–", "-")
      .replaceAll("ffi", "\uFB03");
    expect(compared(joined)).toBe("same");
    expect(compared(WORDS.replaceAll(" ", ""), "188/6593")).toBe("other");
    expect(compared([...WORDS].join(" "))).toBe("same");
    expect(compared(WORDS.toUpperCase())).toBe("same");
  });

  test("when a few words were lost on the way", () => {
    const words = WORDS.split(/ /);
    expect(compared(words.filter((_, index) => index % 12 !== 5).join(" "))).toBe("same");
  });

  test("when the number has signs that mean something in patterns", () => {
    const odd = "500.14/(12)+[a]*{1}|$^?/2026";
    expect(compared(letter(odd, WORDS), odd, WORDS)).toBe("same");
  });

  test("when it is read from a signed PDF", async () => {
    const lines = WORDS.replaceAll("–", "-").split("\n");
    const signed = await signPdf(plainPdf(lines), await createSigner("Siti Contoh", "ec"));
    const found = await inspectPdf(signed);
    expect(compared(found.kind === "ok" ? found.text : "")).toBe("same");
    expect(compared(found.kind === "ok" ? found.text : "", "500.14/13/DISKOMINFO/XI/2026")).toBe(
      "other",
    );
  });
});

describe("a signed file is of another letter", () => {
  test.each([
    ["500.14/13/DISKOMINFO/XI/2026"],
    ["500.14/112/DISKOMINFO/XI/2026"],
    ["1500.14/12/DISKOMINFO/XI/2026"],
    ["500.14/12/DISKOMINFO/XI/20261"],
    ["500.14/12/DISKOMINFO/XI/2026/a"],
    ["500.14/12/DISKOMINFO/XI/2026.b"],
    ["DINAS/500.14/12/DISKOMINFO/XI/2026"],
  ])("when its number is %s, though every word is the same", (number) => {
    expect(compared(WORDS.replace(NUMBER, number))).toBe("other");
  });

  test("when it is another text from the same office that cites the number", () => {
    const answer = letter(
      "500.14/20/DISKOMINFO/XI/2026",
      `Menindaklanjuti surat kami nomor ${NUMBER}, bersama ini diundang Saudara untuk hadir pada rapat koordinasi
wali data tingkat kabupaten yang akan diselenggarakan di ruang pertemuan pada hari Senin pukul sembilan pagi.`,
    ).replace("Penolakan permohonan data", "Undangan rapat");
    expect(compared(answer)).toBe("other");
  });

  test("when it is a text from elsewhere", () => {
    const foreign = "Perjanjian sewa menyewa antara pihak pertama dan pihak kedua ".repeat(20);
    expect(compared(foreign)).toBe("other");
  });
});

describe("nobody can tell from a scan", () => {
  test.each([
    ["no text", ""],
    ["page numbers", "1\n2\n3"],
    ["the signature's panel", PANEL],
  ])("that has %s", (_, text) => {
    expect(compared(text)).toBe("no-text");
  });
});

test("long texts are compared soon", () => {
  const begun = performance.now();
  const hostile = ["5 ".repeat(100_000), "500.14/12/".repeat(20_000), `5${" ".repeat(199_999)}`];
  for (const text of hostile) compared(text, NUMBER, `${WORDS} `.repeat(100));
  compared(
    WORDS.repeat(150),
    "5".repeat(200),
    Array.from({ length: 20_000 }, (_, no) => `kata${no}`).join(" "),
  );
  expect(performance.now() - begun).toBeLessThan(3000);
});
