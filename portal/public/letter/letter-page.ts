import { plainDay } from "#shared/time/format.ts";
import { button, faultSummary, textField } from "../field.ts";
import { html, type Html } from "../html.ts";
import { page } from "../layout.ts";
import type { OfficeCard } from "../office-card.ts";
import type { LetterCode, LetterVerdict } from "./check-letter.ts";

/** The names that printed codes use; see shared/letter/check-code.ts. */
export const LETTER_NAMES = { number: "n", date: "t", digest: "d" } as const;

type Asked = { number: string; date: string; digest: string };

export function letterFormPage(
  office: OfficeCard | null,
  asked: Asked,
  faults: Record<string, string>,
): string {
  const labels: Record<string, string> = { n: "Nomor surat", t: "Tanggal surat", d: "Kode" };
  const wrong = Object.entries(faults);
  return page({
    title: wrong.length > 0 ? "Perlu diperbaiki: periksa surat" : "Periksa surat",
    here: "letter",
    office,
    body: html`<h1>Periksa surat</h1>
      <p class="lead">
        Surat dari kantor di portal ini memuat kode kotak (QR). Arahkan kamera telepon ke kode itu;
        halaman hasilnya terbuka sendiri.
      </p>
      ${faultSummary(wrong.map(([name, fault]) => ({ name, fault, label: labels[name] ?? "Isian" })))}
      <form method="get" action="/periksa" novalidate>
        <div class="card">
          <h2>Tanpa kamera</h2>
          ${textField({ name: "n", label: "Nomor surat", value: asked.number, fault: faults["n"], longest: 200, required: true })}
          ${textField({ name: "t", type: "date", label: "Tanggal surat", value: asked.date, fault: faults["t"], required: true })}
          ${textField({ name: "d", label: "Kode", value: asked.digest, fault: faults["d"], longest: 40, required: true, code: true, hint: "16 angka dan huruf di akhir kode, sesudah d=." })}
          <p class="actions">${button({ words: "Periksa" })}</p>
        </div>
      </form>`,
  });
}

export function letterResultPage(
  only: OfficeCard | null,
  code: LetterCode,
  verdict: LetterVerdict,
): string {
  return page({
    title: `${HEADS[verdict.kind]}: surat ${code.number}`,
    here: "letter",
    office: verdict.kind === "unknown" ? only : verdict.office,
    body: html`<h1>${HEADS[verdict.kind]}</h1>
      ${explained(verdict)}
      <section class="card">
        <h2>Surat yang diperiksa</h2>
        <dl>
          <div>
            <dt>Nomor</dt>
            <dd><bdi>${code.number}</bdi></dd>
          </div>
          <div>
            <dt>Tanggal</dt>
            <dd>${plainDay(code.date)}</dd>
          </div>
          ${
            verdict.kind !== "unknown" &&
            html`<div>
              <dt>Kantor</dt>
              <dd>${verdict.office.name}</dd>
            </div>`
          }
          ${
            "subject" in verdict &&
            verdict.subject !== "" &&
            html`<div>
              <dt>Hal</dt>
              <dd><bdi>${verdict.subject}</bdi></dd>
            </div>`
          }
          <div>
            <dt>Kode</dt>
            <dd>${code.digest}</dd>
          </div>
        </dl>
      </section>
      <p class="hint">
        Kode yang cocok berarti surat dengan isi ini pernah diterbitkan kantor. Kode dapat disalin
        bersama suratnya, jadi cocokkan juga nomor, tanggal, dan isi kertasnya. Kode ini bukan tanda
        tangan elektronik.
      </p>
      <p class="actions"><a class="button plain" href="/periksa">Periksa surat lain</a></p>`,
  });
}

const HEADS: Record<LetterVerdict["kind"], string> = {
  stands: "Surat berlaku",
  voided: "Surat sudah dibatalkan",
  different: "Kode tidak cocok",
  erased: "Tidak dapat dibandingkan lagi",
  unknown: "Surat tidak dikenal",
};

function explained(verdict: LetterVerdict): Html {
  switch (verdict.kind) {
    case "stands":
      return html`<p class="notice good">
        Surat ini diterbitkan <strong>${verdict.office.name}</strong>, dan kodenya cocok dengan
        catatan kantor.
      </p>`;
    case "voided":
      return html`<p class="notice bad">
        Surat ini pernah diterbitkan <strong>${verdict.office.name}</strong>, lalu
        <strong>dibatalkan</strong>. Jangan dipakai. Tanyakan kepada kantor bila Anda memegangnya.
      </p>`;
    case "different":
      return html`<p class="notice bad">
        <strong>${verdict.office.name}</strong> pernah menerbitkan surat dengan nomor dan tanggal
        ini, tetapi isinya <strong>berbeda</strong> dari kode ini. Jangan dipakai sebelum
        menanyakannya kepada kantor.
      </p>`;
    case "erased":
      return html`<p class="notice warn">
        <strong>${verdict.office.name}</strong> pernah menerbitkan surat dengan nomor dan tanggal
        ini. Data pribadi di dalamnya sudah dihapus menurut undang-undang, jadi isinya tidak dapat
        dibandingkan lagi dengan kode ini.
      </p>`;
    case "unknown":
      return html`<p class="notice warn">
        Tidak ada surat dengan nomor, tanggal, dan kode ini dari kantor di portal ini. Periksa
        apakah alamat halaman ini benar milik kantornya. Surat yang baru terbit dapat belum sampai
        ke portal; coba lagi besok, atau tanyakan kepada kantor.
      </p>`;
    default:
      return verdict satisfies never;
  }
}
