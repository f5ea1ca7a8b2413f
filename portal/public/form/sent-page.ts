import { longMoment } from "#shared/time/format.ts";
import { html } from "../html.ts";
import { page } from "../layout.ts";
import type { OfficeCard } from "../office-card.ts";
import { progress } from "./progress.ts";

export type Sent = {
  office: OfficeCard;
  number: string;
  code: string;
  /** ISO instant. */
  at: string;
  subject: string;
  files: number;
  /** Address of the page to follow it on, as it is typed. */
  follow: string;
  /** What was posted now differs from what was sent with this form before. */
  differs: boolean;
};

/** The confirmation: the one page on which the code stands, made to be printed or photographed. */
export function sentPage(sent: Sent): string {
  const { office, number, code, at, subject, files, follow, differs } = sent;
  return page({
    title: "Permohonan terkirim",
    here: "form",
    office,
    body: html`${progress(3)}
      <h1>Permohonan terkirim</h1>
      ${
        differs &&
        html`<p class="notice warn" role="alert">
          Formulir ini sudah dikirim sebelumnya. Yang berlaku adalah kiriman pertama; perubahan
          sesudahnya tidak ikut. Untuk permohonan lain, <a href="/permohonan">isi formulir baru</a>.
        </p>`
      }
      <section class="card receipt" aria-label="Tanda terima">
        <p><strong>${office.name}</strong> sudah menerima permohonan ini.</p>
        <dl class="keys">
          <div>
            <dt>Nomor pelacakan</dt>
            <dd class="key">${number}</dd>
          </div>
          <div>
            <dt>Kode rahasia</dt>
            <dd class="key">${code}</dd>
          </div>
        </dl>
        <p class="notice warn">
          Catat, foto, atau cetak halaman ini sekarang. Kode rahasia
          <strong>tidak ditampilkan lagi</strong> dan tidak dapat diminta ulang. Siapa pun yang tahu
          kode ini dapat melihat permohonan Anda.
        </p>
        <dl>
          <div>
            <dt>Lacak di</dt>
            <dd>${follow}</dd>
          </div>
          <div>
            <dt>Pokok permohonan</dt>
            <dd><bdi>${subject}</bdi></dd>
          </div>
          <div>
            <dt>Dikirim</dt>
            <dd>${longMoment(at, office.zone)}</dd>
          </div>
          <div>
            <dt>Berkas</dt>
            <dd>${files === 0 ? "tidak ada" : `${files} berkas`}</dd>
          </div>
        </dl>
      </section>
      <section class="card">
        <h2>Apa berikutnya</h2>
        <ol>
          <li>Kantor memeriksa permohonan dan memberinya nomor pendaftaran.</li>
          <li>
            Jawaban diberikan paling lambat <strong>10 hari kerja</strong> sejak permohonan
            diterima. Kantor dapat memperpanjang paling lama 7 hari kerja dengan alasan tertulis.
          </li>
          <li>
            Bila ada yang kurang, kantor menulisnya di halaman pelacakan. Anda menjawabnya di sana.
          </li>
        </ol>
        <p class="actions"><a class="button" href="/lacak">Lacak permohonan</a></p>
        <p class="hint screen">Untuk mencetak, pakai menu Cetak pada peramban Anda.</p>
      </section>`,
  });
}
