import { html } from "../html.ts";
import { page } from "../layout.ts";
import type { OfficeCard } from "../office-card.ts";

/** What becomes of the personal data (UU 27/2022). `days` is what the portal is set to. */
export function privacyPage(office: OfficeCard | null, days: number): string {
  return page({
    title: "Pelindungan data pribadi",
    here: "privacy",
    office,
    body: html`<h1>Pelindungan data pribadi</h1>
      <section class="card">
        <h2>Data yang diminta, dan untuk apa</h2>
        <p>
          Nama, nomor identitas, alamat, dan kontak diminta karena undang-undang mewajibkan pemohon
          informasi publik mencantumkan identitas dan alasannya (UU 14/2008). Data itu dipakai hanya
          untuk melayani permohonan Anda, dan hanya dibaca petugas kantor yang dituju.
        </p>
      </section>
      <section class="card">
        <h2>Berapa lama disimpan</h2>
        <p>
          Di portal ini: sampai <strong>${days} hari</strong> sesudah permohonan berakhir, lalu
          dihapus sendiri; lebih cepat bila kantor menghapus identitas Anda lebih dahulu. Berkas
          dari formulir yang tidak jadi dikirim dihapus dalam dua hari. Di kantor: menurut jadwal
          retensi arsip.
        </p>
      </section>
      <section class="card">
        <h2>Hak Anda</h2>
        <p>
          Anda berhak melihat, memperbaiki, dan meminta penghapusan data pribadi Anda (UU 27/2022).
          Sampaikan kepada kantor yang melayani, lewat halaman pelacakan atau alamat di kaki
          halamannya.
        </p>
      </section>
      <section class="card">
        <h2>Halaman ini</h2>
        <p>
          Tidak ada iklan, pelacak, atau layanan pihak ketiga. Satu kuki dipakai hanya selama Anda
          membuka permohonan di halaman pelacakan, paling lama 30 menit.
        </p>
      </section>`,
  });
}
