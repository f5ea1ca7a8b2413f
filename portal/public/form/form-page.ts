import { button, choice, faultSummary, fileField, hidden, textArea, textField } from "../field.ts";
import { html, type Html, type Part } from "../html.ts";
import { page } from "../layout.ts";
import type { OfficeCard } from "../office-card.ts";
import { DELIVERY_WORDS, KIND_WORDS, OBTAINING, sizeWords, UPLOADS } from "../text.ts";
import type { Upload } from "../uploads/upload.ts";
import { faultList, LABELS } from "./labels.ts";
import { progress } from "./progress.ts";
import { itemRows } from "./item-rows.ts";
import { type FormValues, NAMES } from "./values.ts";
import type { Faults } from "./validate.ts";

export const ACTION = "aksi";
export const TOKEN = "formulir";
/** A field that people do not see; what fills in every field fills it too. */
export const TRAP = "situs_web";

export type FormState = {
  office: OfficeCard;
  values: FormValues;
  uploads: readonly Upload[];
  token: string;
  faults: Faults;
  /** Said on top, beside what is wrong in the fields. */
  notice?: string;
  /** Name of the field that gets the focus. */
  focus?: string;
};

export function formPage(state: FormState): string {
  const { office, values, token, faults, notice } = state;
  const wrong = Object.keys(faults).length > 0;
  return page({
    title: wrong ? "Perlu diperbaiki: permohonan data" : "Permohonan data",
    here: "form",
    office,
    body: html`${progress(1)}
      <h1>Permohonan data</h1>
      <p class="lead">
        Kepada <strong>${office.name}</strong>. Gratis, dan tidak perlu membuat akun. Bagian
        bertanda <span class="star">*</span> wajib diisi.
      </p>
      ${notice !== undefined && html`<p class="notice warn" role="alert">${notice}</p>`}
      ${faultSummary(faultList(faults))}
      <form method="post" action="/permohonan" enctype="multipart/form-data" novalidate>
        <button
          class="unseen"
          type="submit"
          name="${ACTION}"
          value="periksa"
          tabindex="-1"
          aria-hidden="true"
        >
          Periksa
        </button>
        ${hidden(TOKEN, token)}${hidden(NAMES.office, values.office)} ${trap}
        ${requesterPart(values, faults)} ${dataPart(state)} ${answerPart(values, faults)}
        ${filesPart(state)}
        <p class="actions">
          ${button({ name: ACTION, value: "periksa", words: "Lanjut: periksa isian" })}
        </p>
        <p class="hint">
          Permohonan belum terkirim. Di halaman berikut Anda memeriksa isiannya dahulu.
        </p>
      </form>`,
  });
}

const trap = html`<div class="unseen" aria-hidden="true">
  <label
    >Jangan isi bagian ini <input type="text" name="${TRAP}" tabindex="-1" autocomplete="off"
  /></label>
</div>`;

type Options = readonly (readonly [string, string])[];
const KINDS: Options = Object.entries(KIND_WORDS);
const DELIVERIES: Options = Object.entries(DELIVERY_WORDS);

function requesterPart(values: FormValues, faults: Faults): Html {
  const field = (key: keyof typeof NAMES & keyof typeof LABELS) => ({
    name: NAMES[key],
    label: LABELS[key],
    value: values[key],
    fault: faults[NAMES[key]],
  });
  return part(
    "1",
    "Pemohon",
    html`${choice({ ...field("kind"), required: true, options: KINDS })}
      ${textField({ ...field("name"), required: true, autocomplete: "name", longest: 200, hint: "Nama yang bertanda tangan, seperti di kartu identitas." })}
      ${textField({ ...field("identity"), longest: 60, hint: "Perorangan: NIK, 16 angka. Mahasiswa: NIK atau nomor induk mahasiswa. Badan hukum: nomor akta atau pengesahan." })}
      ${textField({
        ...field("institution"),
        className: "when-body",
        longest: 200,
        autocomplete: "organization",
        hint: "Kampus, instansi, atau organisasi. Perorangan: kosongkan.",
      })}
      ${textArea({ ...field("address"), rows: 2, longest: 400, required: true })}
      <div class="pair">
        ${textField({ ...field("phone"), type: "tel", autocomplete: "tel", longest: 60 })}
        ${textField({ ...field("email"), type: "email", autocomplete: "email", longest: 200 })}
      </div>
      <p class="hint">Isi telepon atau pos-el, sedikitnya salah satu.</p>
      ${choice({
        ...field("proxy"),
        options: [
          ["tidak", "Untuk diri sendiri atau lembaga saya"],
          ["ya", "Untuk orang atau lembaga lain, dengan surat kuasa"],
        ],
      })}
      ${textField({
        ...field("proxyFor"),
        className: "when-proxy",
        longest: 200,
        hint: "Hanya bila Anda mengajukan dengan surat kuasa. Surat kuasanya diunggah di bagian 4.",
      })}`,
  );
}

function dataPart({ values, faults, focus }: FormState): Html {
  return part(
    "2",
    "Data yang diminta",
    html`${textField({
      name: NAMES.subject,
      label: LABELS.subject,
      value: values.subject,
      fault: faults[NAMES.subject],
      required: true,
      longest: 300,
      hint: "Satu kalimat pendek, misalnya: Data produksi padi untuk skripsi.",
    })}
    ${itemRows(values.items, faults, focus)}
    ${textArea({
      name: NAMES.purpose,
      label: LABELS.purpose,
      value: values.purpose,
      fault: faults[NAMES.purpose],
      required: true,
      rows: 3,
      longest: 1000,
      hint: "Untuk apa data ini dipakai. Undang-undang meminta alasan ini dicantumkan.",
    })}`,
  );
}

function answerPart(values: FormValues, faults: Faults): Html {
  return part(
    "3",
    "Jawaban",
    html`${choice({
      name: NAMES.obtaining,
      label: LABELS.obtaining,
      value: values.obtaining,
      fault: faults[NAMES.obtaining],
      required: true,
      options: OBTAINING.map((words) => [words, words] as const),
    })}
    ${choice({
      name: NAMES.delivery,
      label: LABELS.delivery,
      value: values.delivery,
      fault: faults[NAMES.delivery],
      required: true,
      options: DELIVERIES,
    })}`,
  );
}

export const ACCEPTED = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx";

function filesPart({ uploads, faults }: FormState): Html {
  return part(
    "4",
    "Berkas pendukung",
    html`<p class="hint">
        PDF, foto (JPG, PNG), Word (.docx), atau Excel (.xlsx). Paling banyak 5 berkas,
        masing-masing 10 MB, bersama-sama 25 MB. Berkas yang sudah diunggah tetap tersimpan selama
        Anda mengisi.
      </p>
      ${Object.entries(UPLOADS).map(([kind, { label, hint }]) =>
        fileField({
          name: `berkas_${kind}`,
          label,
          hint,
          accept: ACCEPTED,
          multiple: true,
          ...(kind === "proxy" ? { className: "when-proxy" } : {}),
          fault: faults[`berkas_${kind}`],
          kept: keptUploads(uploads.filter((upload) => upload.kind === kind)),
        }),
      )}
      <p>
        ${button({ name: ACTION, value: "unggah", words: "Unggah berkas yang dipilih", look: "plain" })}
      </p>`,
  );
}

export function keptUploads(uploads: readonly Upload[]): Part {
  if (uploads.length === 0) return null;
  return html`<ul class="files">
    ${uploads.map(
      ({ id, name, size }) =>
        html`<li>
          <span><bdi>${name}</bdi> <small>${sizeWords(size)}, tersimpan</small></span> ${button({
            name: ACTION,
            value: `hapus-berkas-${id}`,
            words: html`Hapus<span class="unseen"> ${name}</span>`,
            look: "plain",
          })}
        </li>`,
    )}
  </ul>`;
}

const part = (no: string, title: string, body: Html): Html =>
  html`<section class="card" aria-labelledby="${`bagian-${no}`}">
    <h2 id="${`bagian-${no}`}"><span class="no">${no}</span> ${title}</h2>
    ${body}
  </section>`;
