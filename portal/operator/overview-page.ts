import { html, type Html } from "../public/html.ts";
import type { OfficeFigures, Storage } from "./figures.ts";
import { ago, bytes, count } from "./format.ts";
import { form, officePath, page, type Said } from "./layout.ts";
import { type Column, table } from "./table.ts";

type Overview = {
  csrf: string;
  said: Said | null;
  /** What was typed and not taken, with the sentence why. */
  typed: { name: string; fault: string } | null;
  offices: readonly OfficeFigures[];
  storage: Storage;
  now: Date;
};

export function overviewPage({ csrf, said, typed, offices, storage, now }: Overview): string {
  const sum = (of: (office: OfficeFigures) => number): number =>
    offices.reduce((total, office) => total + of(office), 0);
  return page({
    title: "Ringkasan",
    csrf,
    said,
    body: html`<h1>Ringkasan</h1>
      <dl class="figures">
        ${figure("Kantor", count(offices.length), `${count(sum(({ devices }) => devices))} PC tergabung`)}
        ${figure(
          "Perlu dilihat",
          count(sum(({ refused, forks }) => refused + forks)),
          "catatan ditolak atau berisi ganda",
        )}
        ${figure(
          "Menunggu kantor",
          count(sum(({ waiting }) => waiting)),
          "permohonan publik belum dijawab",
        )}
        ${figure(
          "Penyimpanan",
          bytes(storage.events + storage.files),
          `${bytes(storage.events)} catatan, ${bytes(storage.files)} dalam ${count(storage.fileCount)} berkas${
            storage.free === null ? "" : `; sisa ruang ${bytes(storage.free)}`
          }`,
        )}
      </dl>
      <section class="card">
        <h2>Kantor</h2>
        ${table("Kantor di portal ini", columns(now), offices, EMPTY)}
      </section>
      <section class="card narrow" id="tambah">
        <h2>Tambah kantor</h2>
        ${form(
          "/operator/kantor",
          csrf,
          html`<label for="nama">Nama kantor</label>
            ${typed !== null && html`<p class="fault" id="nama-salah" role="alert">${typed.fault}</p>`}
            <input
              id="nama"
              name="nama"
              maxlength="120"
              required
              autocomplete="off"
              value="${typed?.name ?? ""}"
              ${
                typed === null
                  ? ""
                  : html` aria-invalid="true" aria-describedby="nama-salah" autofocus`
              }
            />
            <p class="hint">
              Seperti di kop surat, misalnya Dinas Komunikasi dan Informatika Kabupaten Contoh.
            </p>
            <button>Tambah kantor</button>`,
        )}
      </section>`,
  });
}

const EMPTY = html`Belum ada kantor. Tambahkan kantor pertama di bawah ini, lalu buat kode untuk
PC-nya.`;

const figure = (words: string, value: string, more: string): Html =>
  html`<div>
    <dt>${words}</dt>
    <dd><strong>${value}</strong> <span>${more}</span></dd>
  </div>`;

const columns = (now: Date): Column<OfficeFigures>[] => [
  { words: "Kantor", cell: ({ id, name }) => html`<a href="${officePath(id)}">${name}</a>` },
  { words: "PC", number: true, cell: ({ devices }) => count(devices) },
  { words: "Terlihat", cell: ({ seen }) => ago(seen, now) },
  { words: "Tertinggal", number: true, cell: ({ lag }) => lagWords(lag) },
  { words: "Ditolak", number: true, cell: ({ refused }) => trouble(refused) },
  { words: "Isi ganda", number: true, cell: ({ forks }) => trouble(forks) },
  { words: "Publik menunggu", number: true, cell: ({ waiting }) => count(waiting) },
  {
    words: "Penyimpanan",
    number: true,
    cell: ({ events, files }) =>
      html`${bytes(events + files)}${files > 0 && html` <small>${bytes(files)} berkas</small>`}`,
  },
];

/** How much a PC still has to fetch. */
export const lagWords = (lag: number): Html =>
  lag <= 0 ? html`Mutakhir` : html`${count(lag)} catatan`;

const trouble = (number: number): Html =>
  number === 0 ? html`0` : html`<strong class="bad">${count(number)}</strong>`;
