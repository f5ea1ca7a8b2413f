import { type ErrorCode, failure, isErrorCode } from "#shared/errors.ts";
import { html, type Html } from "../public/html.ts";
import type { DeviceFigures, Fork, OfficeFigures, Trouble } from "./figures.ts";
import { ago, bytes, count, moment } from "./format.ts";
import { form, officePath, page, type Said } from "./layout.ts";
import { lagWords } from "./overview-page.ts";
import { type Column, table } from "./table.ts";

export type OfficeView = {
  csrf: string;
  said: Said | null;
  /** A code that was just made; it is shown this once. */
  code: { code: string; expires: string } | null;
  typed: { name: string; fault: string } | null;
  office: OfficeFigures;
  devices: readonly DeviceFigures[];
  refused: readonly Trouble[];
  forks: readonly Fork[];
  now: Date;
};

export function officePage(view: OfficeView): string {
  const { csrf, said, office, devices, now } = view;
  return page({
    title: office.name,
    csrf,
    said,
    body: html`<p class="back"><a href="/operator">Semua kantor</a></p>
      <h1>${office.name}</h1>
      <p class="lead">
        ${count(office.end)} catatan dan kiriman, ${bytes(office.events)}; berkas
        ${bytes(office.files)}. ${waitingWords(office.waiting)}
      </p>
      ${codeBox(view.code)}
      <section class="card">
        <div class="head">
          <h2>PC</h2>
          ${form(`${officePath(office.id)}/kode`, csrf, html`<button>Buat kode bergabung</button>`)}
        </div>
        ${table("PC kantor ini", deviceColumns(office, now), devices, NO_DEVICES)}
      </section>
      ${refusedSection(view)} ${forkSection(view)}
      <section class="card narrow">
        <h2>Ganti nama</h2>
        ${renameForm(view)}
      </section>`,
  });
}

const NO_DEVICES = html`Belum ada PC. Buat kode bergabung, lalu ketik kodenya di Lajur: Pengaturan,
Portal.`;

const waitingWords = (waiting: number): string =>
  waiting === 0
    ? "Tidak ada permohonan publik yang menunggu."
    : `${count(waiting)} permohonan publik menunggu diambil kantor.`;

const codeBox = (made: OfficeView["code"]): Html | null =>
  made === null
    ? null
    : html`<section class="card code" role="status">
        <h2>Kode bergabung</h2>
        <p class="key">${made.code}</p>
        <p>
          Berlaku satu kali, sampai ${moment(made.expires)}. Kode tidak dapat dilihat lagi setelah
          halaman ini ditutup. Sampaikan hanya kepada petugas kantor ini.
        </p>
      </section>`;

const deviceColumns = (office: OfficeFigures, now: Date): Column<DeviceFigures>[] => [
  {
    words: "PC",
    cell: ({ name, letter, app }) =>
      html`<strong>${name}</strong> ${letter !== "" && html`<span class="letter">${letter}</span>`}
        <small>${app}</small>`,
  },
  { words: "Bergabung", cell: ({ joined }) => moment(joined) },
  { words: "Terlihat", cell: ({ seen }) => ago(seen, now) },
  {
    words: "Tertinggal",
    number: true,
    cell: ({ fetched, revoked }) =>
      revoked === null ? lagWords(office.end - fetched) : html`<span class="mute">-</span>`,
  },
  {
    words: "Sambungan",
    cell: ({ id, revoked }) =>
      revoked === null
        ? html`<a href="${`${officePath(office.id)}/perangkat/${encodeURIComponent(id)}/akhiri`}"
            >Akhiri</a
          >`
        : html`<span class="mute">Berakhir ${moment(revoked)}</span>`,
  },
];

function refusedSection({ office, refused }: OfficeView): Html {
  return html`<section class="card">
    <h2>Catatan yang ditolak</h2>
    ${more(refused.length, office.refused)}
    ${table<Trouble>(
      "Catatan yang ditolak",
      [
        { words: "Diterima", cell: ({ at }) => moment(at) },
        { words: "Jenis", cell: ({ type }) => html`<code>${type}</code>` },
        { words: "Sebab", cell: ({ code }) => reasonOf(code) },
        { words: "Penulis", cell: eventName },
      ],
      refused,
      "Tidak ada. Semua catatan kantor ini diteruskan.",
    )}
  </section>`;
}

function forkSection({ office, forks }: OfficeView): Html {
  return html`<section class="card">
    <h2>Catatan berisi ganda</h2>
    <p class="hint">
      Dua PC mengirim catatan bernomor sama dengan isi berbeda, biasanya karena arsip disalin tanpa
      lewat Lajur. Yang pertama berlaku; yang lain disimpan terpisah.
    </p>
    ${more(forks.length, office.forks)}
    ${table<Fork>(
      "Catatan berisi ganda",
      [
        { words: "Diterima", cell: ({ at }) => moment(at) },
        { words: "Dari PC", cell: ({ device }) => device },
        { words: "Penulis", cell: eventName },
      ],
      forks,
      "Tidak ada.",
    )}
  </section>`;
}

const more = (shown: number, all: number): Html | null =>
  shown >= all
    ? null
    : html`<p class="hint">${count(shown)} terbaru dari ${count(all)} ditampilkan.</p>`;

/** Which event it is: its writer, whose id is long, and its number. */
const eventName = ({ writer, seq }: { writer: string; seq: number }): Html =>
  html`<code title="${writer}">${writer.slice(0, 8)}</code> nomor ${count(seq)}`;

/** The sentence of a code; its values are not kept. */
const reasonOf = (code: string): string =>
  isErrorCode(code) ? failure(code satisfies ErrorCode).message : code;

function renameForm({ csrf, office, typed }: OfficeView): Html {
  const faulty = html` aria-invalid="true" aria-describedby="nama-salah" autofocus`;
  return form(
    `${officePath(office.id)}/nama`,
    csrf,
    html`<label for="nama">Nama kantor</label>
      ${typed !== null && html`<p class="fault" id="nama-salah" role="alert">${typed.fault}</p>`}
      <input
        id="nama"
        name="nama"
        maxlength="120"
        required
        autocomplete="off"
        value="${typed?.name ?? office.name}"
        ${typed === null ? "" : faulty}
      />
      <button class="plain">Simpan nama</button>`,
  );
}

export const revokePage = (csrf: string, office: OfficeFigures, device: DeviceFigures): string =>
  page({
    title: "Akhiri sambungan",
    csrf,
    body: html`<p class="back"><a href="${officePath(office.id)}">${office.name}</a></p>
      <section class="card narrow">
        <h1>Akhiri sambungan ${device.name}?</h1>
        <p>
          PC itu tidak dapat lagi mengirim dan mengambil apa pun dari portal, mulai sekarang. Yang
          sudah ada di PC itu tetap ada di sana; yang belum dikirimnya tidak sampai ke sini. Untuk
          dipakai lagi, PC harus bergabung dengan kode baru.
        </p>
        ${form(
          `${officePath(office.id)}/perangkat/${encodeURIComponent(device.id)}/akhiri`,
          csrf,
          html`<button class="danger">Akhiri sambungan</button>
            <a class="button plain" href="${officePath(office.id)}">Batal</a>`,
        )}
      </section>`,
  });
