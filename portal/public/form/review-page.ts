import { button, hidden } from "../field.ts";
import { html, type Html, lines, type Part } from "../html.ts";
import { page } from "../layout.ts";
import { DELIVERY_WORDS, KIND_WORDS, sizeWords } from "../text.ts";
import { ACTION, type FormState, TOKEN } from "./form-page.ts";
import { LABELS } from "./labels.ts";
import { progress } from "./progress.ts";
import { type FormValues, isBlankItem, ITEM_NAMES, itemName, NAMES } from "./values.ts";

/** Everything once more before it goes; the values travel along in hidden fields. */
export function reviewPage({ office, values, uploads, token, notice }: Omit<FormState, "faults">) {
  const proxy = values.proxy === "ya";
  return page({
    title: "Periksa permohonan",
    here: "form",
    office,
    body: html`${progress(2)}
      <h1>Periksa isian Anda</h1>
      <p class="lead">
        Belum terkirim. Periksa dahulu, lalu tekan <strong>Kirim permohonan</strong> di bawah.
      </p>
      ${notice !== undefined && html`<p class="notice warn" role="alert">${notice}</p>`}
      <form method="post" action="/permohonan" enctype="multipart/form-data">
        ${hidden(TOKEN, token)}${hiddenValues(values)}
        <section class="card">
          <h2>Pemohon</h2>
          <dl>
            ${row(LABELS.kind, KIND_WORDS[values.kind as keyof typeof KIND_WORDS])}
            ${row(LABELS.name, values.name)}${row(LABELS.identity, values.identity)}
            ${row(LABELS.institution, values.institution)}${row(LABELS.address, values.address)}
            ${row(LABELS.phone, values.phone)}${row(LABELS.email, values.email)}
            ${proxy && row(LABELS.proxyFor, values.proxyFor)}
          </dl>
        </section>
        <section class="card">
          <h2>Data yang diminta</h2>
          <dl>${row(LABELS.subject, values.subject)}</dl>
          <ol class="asked">
            ${values.items
              .filter((item) => !isBlankItem(item))
              .map(
                ({ name, period, unit, format }) =>
                  html`<li><bdi>${name}</bdi>${details([period, unit, format])}</li>`,
              )}
          </ol>
          <dl>${row(LABELS.purpose, values.purpose)}</dl>
        </section>
        <section class="card">
          <h2>Jawaban</h2>
          <dl>
            ${row(LABELS.obtaining, values.obtaining)}${row(
              LABELS.delivery,
              DELIVERY_WORDS[values.delivery as keyof typeof DELIVERY_WORDS],
            )}
          </dl>
        </section>
        <section class="card">
          <h2>Berkas</h2>
          ${
            uploads.length === 0
              ? html`<p>Tidak ada berkas.</p>`
              : html`<ul class="files">
                  ${uploads.map(
                    ({ name, size }) =>
                      html`<li>
                        <span><bdi>${name}</bdi> <small>${sizeWords(size)}</small></span>
                      </li>`,
                  )}
                </ul>`
          }
        </section>
        <p>
          Dengan mengirim, Anda menyatakan bahwa isian ini benar. Data pribadi dipakai hanya untuk
          melayani permohonan ini; lihat <a href="/privasi">pelindungan data pribadi</a>.
        </p>
        <p class="actions">
          ${button({ name: ACTION, value: "kirim", words: "Kirim permohonan" })}
          ${button({ name: ACTION, value: "ubah", words: "Ubah isian", look: "plain" })}
        </p>
      </form>`,
  });
}

const row = (label: string, value: string): Part =>
  value !== "" &&
  html`<div>
    <dt>${label}</dt>
    <dd>${lines(value)}</dd>
  </div>`;

function details(values: readonly string[]): Part {
  const said = values.filter((value) => value !== "");
  return said.length > 0 && html` <small>(<bdi>${said.join("; ")}</bdi>)</small>`;
}

function hiddenValues(values: FormValues): Html[] {
  const plain = Object.entries(NAMES).map(([key, name]) =>
    hidden(name, values[key as keyof typeof NAMES]),
  );
  const items = values.items.flatMap((item, index) =>
    Object.keys(ITEM_NAMES).map((key) => {
      const field = key as keyof typeof ITEM_NAMES;
      return hidden(itemName(field, index + 1), item[field]);
    }),
  );
  return [...plain, ...items];
}
