import { longMoment, plainDay } from "#shared/time/format.ts";
import type { MessageFile } from "#shared/sync/messages.ts";
import { button, faultSummary, textField } from "../field.ts";
import { html, type Html, lines, type Part } from "../html.ts";
import { page } from "../layout.ts";
import type { OfficeCard } from "../office-card.ts";
import { DELIVERY_WORDS, sizeWords, STATUS_WORDS, STEP_WORDS } from "../text.ts";
import type { Tracked } from "./tracked.ts";

export const TRACK_NAMES = { number: "nomor", code: "kode" } as const;

type SignIn = {
  office: OfficeCard | null;
  number: string;
  fault?: string | undefined;
  notice?: string | undefined;
};

/** Number and code; what was wrong is not told apart, so that numbers cannot be tried out. */
export function signInPage({ office, number, fault, notice }: SignIn): string {
  return page({
    title: fault === undefined ? "Lacak permohonan" : "Perlu diperbaiki: lacak permohonan",
    here: "track",
    office,
    body: html`<h1>Lacak permohonan</h1>
      <p class="lead">
        Isi nomor pelacakan dan kode rahasia yang Anda catat saat mengirim permohonan.
      </p>
      ${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}
      ${fault !== undefined && faultSummary([{ name: TRACK_NAMES.number, label: "Nomor dan kode", fault }])}
      <form method="post" action="/lacak" novalidate>
        <div class="card">
          ${textField({ name: TRACK_NAMES.number, label: "Nomor pelacakan", value: number, code: true, required: true, longest: 60, hint: "Contoh: P-2026-7K3M9Q" })}
          ${textField({ name: TRACK_NAMES.code, label: "Kode rahasia", value: "", code: true, required: true, longest: 60, hint: "16 huruf dan angka, misalnya 7K3M-9QXR-2T4V-W8YZ. Tanda hubung boleh tidak ditulis." })}
          <p class="actions">${button({ words: "Lihat permohonan" })}</p>
        </div>
      </form>
      <section class="card">
        <h2>Nomor atau kode hilang?</h2>
        <p>
          Kode rahasia tidak dapat diminta ulang, karena portal tidak menyimpannya. Hubungi kantor
          yang dituju dengan membawa kartu identitas; petugas dapat melihat permohonan Anda.
        </p>
      </section>`,
  });
}

/** What of a request its requester sees: never notes, names of officials or dispositions. */
export function trackedPage(tracked: Tracked, done?: string): string {
  const { office, number, shown, contents, posts, releases } = tracked;
  return page({
    title: `Permohonan ${number}`,
    here: "track",
    office,
    body: html`<h1>Permohonan <span class="together">${number}</span></h1>
      ${done !== undefined && html`<p class="notice good" role="status">${done}</p>`}
      ${summary(tracked)} ${releases.length > 0 && answers(tracked)} ${actions(tracked)}
      ${shown !== null && shown.steps.length > 0 && steps(tracked)} ${objectionAnswer(tracked)}
      ${posts.length > 0 && sentLater(tracked)} ${contents !== null && sentFirst(tracked)}
      <form method="post" action="/lacak/keluar">
        <p>${button({ words: "Tutup permohonan ini", look: "plain" })}</p>
        <p class="hint">Tekan ini bila Anda memakai perangkat bersama.</p>
      </form>`,
  });
}

function summary(tracked: Tracked): Html {
  const { office, number, sent, status, shown, withdrawn, posts, can } = tracked;
  const message = shown?.message ?? "";
  const asks = status === "incomplete" || status === "paused";
  const answered = posts.findLast(({ kind }) => kind === "replied");
  return html`<section class="card" aria-labelledby="keadaan">
    <h2 id="keadaan">Keadaan</h2>
    <p class="status">${STATUS_WORDS[status]}</p>
    ${
      message !== "" &&
      html`<div class="${asks || status === "refused" ? "notice warn" : "notice"}">
        <p><strong>Pesan dari kantor:</strong></p>
        <p>${lines(message)}</p>
      </div>`
    }
    ${
      asks &&
      answered !== undefined &&
      html`<p class="notice good">
        Jawaban Anda terkirim ${longMoment(answered.at, office.zone)}. Menunggu kantor memeriksanya.
      </p>`
    }
    ${
      can.reply &&
      html`<p>
        <a class="button" href="${`/lacak/${number}/balas`}"
          >${answered === undefined ? "Jawab pesan kantor" : "Kirim jawaban lagi"}</a
        >
      </p>`
    }
    <dl>
      <div>
        <dt>Kantor</dt>
        <dd>${office.name}</dd>
      </div>
      <div>
        <dt>Dikirim</dt>
        <dd>${longMoment(sent, office.zone)}</dd>
      </div>
      ${
        withdrawn !== null &&
        html`<div>
          <dt>Ditarik kembali</dt>
          <dd>${longMoment(withdrawn, office.zone)}</dd>
        </div>`
      }
      ${
        shown !== null &&
        shown.number !== "" &&
        html`<div>
          <dt>Nomor pendaftaran</dt>
          <dd>${shown.number}</dd>
        </div>`
      }
      ${
        shown !== null &&
        shown.sop !== "" &&
        html`<div>
          <dt>Layanan</dt>
          <dd>${shown.sop}</dd>
        </div>`
      }
      ${
        shown !== null &&
        shown.due !== "" &&
        html`<div>
          <dt>Jawaban paling lambat</dt>
          <dd>${plainDay(shown.due)}</dd>
        </div>`
      }
    </dl>
  </section>`;
}

function answers({ number, releases }: Tracked): Html {
  return html`<section class="card receipt" aria-labelledby="jawaban">
    <h2 id="jawaban">Jawaban dari kantor</h2>
    ${releases.map(
      ({ release, text, files, expires, expired }) =>
        html` ${text !== "" && html`<p>${lines(text)}</p>`}
        ${
          expired
            ? html`<p class="notice warn">
                Masa unduh berakhir ${plainDay(expires)}. Hubungi kantor bila berkasnya masih
                diperlukan.
              </p>`
            : html`<ul class="files">
                  ${files.map(
                    ({ name, size }, index) =>
                      html`<li>
                        <span><bdi>${name}</bdi> <small>${sizeWords(size)}</small></span>
                        <a
                          class="button"
                          href="${`/lacak/${number}/berkas/${encodeURIComponent(release)}/${index}`}"
                          >Unduh<span class="unseen"> ${name}</span></a
                        >
                      </li>`,
                  )}
                </ul>
                ${files.length > 0 && html`<p class="hint">Dapat diunduh sampai ${plainDay(expires)}.</p>`}`
        }`,
    )}
  </section>`;
}

function actions({ number, can, objectUntil, today }: Tracked): Part {
  const path = `/lacak/${number}`;
  const late = objectUntil !== null && today > objectUntil;
  return html`${
    (can.object || can.withdraw) &&
    html`<p class="actions">
      ${
        can.object &&
        html`<a class="button plain" href="${`${path}/keberatan`}">Ajukan keberatan</a>`
      }${can.withdraw && html`<a class="button plain" href="${`${path}/tarik`}">Tarik kembali permohonan</a>`}
    </p>`
  }${
    late &&
    html`<p class="hint">
      Batas waktu mengajukan keberatan lewat halaman ini berakhir ${plainDay(objectUntil)}.
    </p>`
  }${can.object && objectUntil !== null && html`<p class="hint">Keberatan dapat diajukan sampai ${plainDay(objectUntil)}.</p>`}`;
}

function steps({ office, shown }: Tracked): Html {
  return html`<section class="card" aria-labelledby="langkah">
    <h2 id="langkah">Perjalanan permohonan</h2>
    <ol class="steps">
      ${(shown?.steps ?? []).map(
        ({ text, lane, state, at }) =>
          html`<li class="${state}" ${state === "now" && html` aria-current="step"`}>
            ${text}<small
              >${lane !== "" && html`${lane} · `}${STEP_WORDS[state]}${
                at !== "" && html`, ${longMoment(at, office.zone)}`
              }</small
            >
          </li>`,
      )}
    </ol>
  </section>`;
}

const objectionAnswer = ({ shown }: Tracked): Part =>
  shown !== null &&
  shown.objection !== "" &&
  html`<section class="card">
    <h2>Tanggapan atas keberatan</h2>
    <p>${lines(shown.objection)}</p>
    <p class="hint">
      Bila Anda tidak puas dengan tanggapan ini, sengketa informasi dapat diajukan kepada Komisi
      Informasi dalam 14 hari kerja (UU 14/2008 Pasal 37).
    </p>
  </section>`;

const POST_WORDS: Record<string, string> = {
  replied: "Jawaban Anda",
  withdrawn: "Permohonan ditarik kembali",
  objected: "Keberatan Anda",
};

function sentLater({ office, posts }: Tracked): Html {
  return html`<section class="card">
    <h2>Yang Anda kirim sesudahnya</h2>
    ${posts.map(
      ({ kind, at, contents }) =>
        html`<h3>${POST_WORDS[kind] ?? "Kiriman"}</h3>
          <p class="hint">${longMoment(at, office.zone)}</p>
          ${contents.text !== "" && html`<p>${lines(contents.text)}</p>`}${fileNames(contents.files)}`,
    )}
  </section>`;
}

function sentFirst({ contents }: Tracked): Part {
  if (contents === null) return null;
  const { subject, items, purpose, obtaining, delivery, files } = contents;
  return html`<section class="card">
    <h2>Permohonan Anda</h2>
    <dl>
      <div>
        <dt>Pokok permohonan</dt>
        <dd><bdi>${subject}</bdi></dd>
      </div>
      <div>
        <dt>Data yang diminta</dt>
        <dd>
          <ol class="asked">
            ${items.map(({ name, period, unit, format }) => {
              const more = [period, unit, format].filter((text) => text !== "").join("; ");
              return html`<li>
                <bdi>${name}</bdi>${more !== "" && html` <small>(<bdi>${more}</bdi>)</small>`}
              </li>`;
            })}
          </ol>
        </dd>
      </div>
      <div>
        <dt>Tujuan</dt>
        <dd>${lines(purpose)}</dd>
      </div>
      <div>
        <dt>Cara memperoleh</dt>
        <dd>${obtaining}</dd>
      </div>
      <div>
        <dt>Cara menerima</dt>
        <dd>${DELIVERY_WORDS[delivery]}</dd>
      </div>
      ${
        files.length > 0 &&
        html`<div>
          <dt>Berkas</dt>
          <dd>${fileNames(files)}</dd>
        </div>`
      }
    </dl>
  </section>`;
}

const fileNames = (files: readonly MessageFile[]): Part =>
  files.length > 0 &&
  html`<ul class="files">
    ${files.map(
      ({ name, size }) =>
        html`<li>
          <span><bdi>${name}</bdi> <small>${sizeWords(size)}</small></span>
        </li>`,
    )}
  </ul>`;
