import { html, type Html } from "../html.ts";
import { page, withOffice } from "../layout.ts";
import type { OfficeCard } from "../office-card.ts";

/** The way in: what can be asked here, how, and how long it may take. */
export function homePage(office: OfficeCard, services: readonly string[]): string {
  return page({
    title: "Permohonan data dan informasi",
    here: "home",
    office,
    body: html`<h1>Permohonan data dan informasi</h1>
      <p class="lead">
        Siapa pun dapat meminta data yang dimiliki ${office.name}: warga, mahasiswa, organisasi,
        maupun instansi. Gratis, tanpa akun.
      </p>
      <p class="actions">
        <a class="button" href="${withOffice("/permohonan", office)}">Ajukan permohonan</a>
        <a class="button plain" href="/lacak">Lacak permohonan</a>
      </p>
      ${
        services.length > 0 &&
        html`<section class="card">
          <h2>Layanan yang tersedia</h2>
          <ul>
            ${services.map((name) => html`<li>${name}</li>`)}
          </ul>
        </section>`
      }
      ${explanation(office)}`,
  });
}

/** Several offices on one portal: whom one asks comes first. */
export function officesPage(offices: readonly OfficeCard[]): string {
  return page({
    title: "Permohonan data dan informasi",
    here: "home",
    office: null,
    body: html`<h1>Permohonan data dan informasi</h1>
      <p class="lead">
        Pilih kantor yang memiliki datanya. Gratis, tanpa akun. Bila Anda tidak yakin, pilih Dinas
        Komunikasi dan Informatika.
      </p>
      ${officeList(offices, (office) => `/kantor/${encodeURIComponent(office.id)}`)}
      ${explanation(null)}`,
  });
}

export function chooseOfficePage(offices: readonly OfficeCard[]): string {
  return page({
    title: "Pilih kantor",
    here: "form",
    office: null,
    body: html`<h1>Kepada kantor mana?</h1>
      <p class="lead">Pilih kantor yang memiliki data yang Anda perlukan.</p>
      ${officeList(offices, (office) => withOffice("/permohonan", office))}`,
  });
}

const officeList = (offices: readonly OfficeCard[], pathOf: (office: OfficeCard) => string): Html =>
  offices.length === 0
    ? html`<p class="notice">
        Belum ada kantor yang melayani permohonan lewat portal ini. Datanglah langsung ke kantor
        yang dituju.
      </p>`
    : html`<ul class="offices">
        ${offices.map(
          (office) =>
            html`<li>
              <a href="${pathOf(office)}"
                >${office.name}${
                  office.government !== "" && html` <small>${office.government}</small>`
                }</a
              >
            </li>`,
        )}
      </ul>`;

const explanation = (office: OfficeCard | null): Html =>
  html`<section class="card">
      <h2>Caranya</h2>
      <ol>
        <li>
          <strong>Isi formulir.</strong> Siapa Anda, data apa yang diminta, dan untuk apa. Siapkan
          NIK; foto KTP atau surat dapat diunggah.
        </li>
        <li>
          <strong>Simpan nomor dan kode rahasia.</strong> Keduanya muncul setelah permohonan
          terkirim.
        </li>
        <li>
          <strong>Lacak.</strong> Dengan nomor dan kode itu Anda melihat sampai di mana permohonan,
          menjawab pertanyaan kantor, dan mengunduh jawabannya.
        </li>
      </ol>
    </section>
    <section class="card">
      <h2>Berapa lama</h2>
      <p>
        Jawaban diberikan paling lambat <strong>10 hari kerja</strong> sejak permohonan diterima.
        Kantor dapat memperpanjang satu kali, paling lama <strong>7 hari kerja</strong>, dengan
        alasan tertulis (UU 14/2008 Pasal 22).
      </p>
      <h3>Bila Anda tidak puas</h3>
      <p>
        Anda dapat mengajukan keberatan dalam 30 hari kerja lewat halaman
        <a href="/lacak">Lacak permohonan</a>. Kantor menanggapinya paling lambat 30 hari kerja
        (Pasal 36).
      </p>
      ${
        office !== null && office.objection !== "" && html`<p class="typed">${office.objection}</p>`
      }
    </section>
    <section class="card">
      <h2>Yang tidak dapat diberikan</h2>
      <p>
        Informasi yang dikecualikan undang-undang, misalnya data pribadi orang lain, rahasia negara,
        dan rahasia dagang (Pasal 17). Penolakan selalu disertai alasan tertulis.
      </p>
    </section>`;
