import { plainDay } from "#shared/time/format.ts";
import { button, faultSummary, fileField, hidden, select, textArea } from "../field.ts";
import { ACCEPTED, ACTION, keptUploads, TOKEN } from "../form/form-page.ts";
import { html, lines, type Part } from "../html.ts";
import { page } from "../layout.ts";
import { OBJECTIONS } from "../text.ts";
import type { Upload } from "../uploads/upload.ts";
import type { PostKind } from "./post.ts";
import type { Tracked } from "./tracked.ts";

export const POST_NAMES = { text: "isi", ground: "alasan", files: "berkas" } as const;

export type PostState = {
  kind: PostKind;
  text: string;
  /** Letter of the ground for an objection; empty for none. */
  ground: string;
  uploads: readonly Upload[];
  faults: Record<string, string>;
  token: string;
};

type Words = {
  path: string;
  title: string;
  label: string;
  send: string;
  required: boolean;
  /** Characters: an objection's are fewer, since its ground is written before them. */
  longest: number;
};

export const POSTS: Record<PostKind, Words> = {
  replied: {
    path: "balas",
    title: "Jawab pesan kantor",
    label: "Jawaban Anda",
    send: "Kirim jawaban",
    required: true,
    longest: 2000,
  },
  withdrawn: {
    path: "tarik",
    title: "Tarik kembali permohonan",
    label: "Alasan (boleh kosong)",
    send: "Tarik kembali permohonan ini",
    required: false,
    longest: 1000,
  },
  objected: {
    path: "keberatan",
    title: "Ajukan keberatan",
    label: "Penjelasan",
    send: "Kirim keberatan",
    required: true,
    longest: 1800,
  },
};

const LABELS: Record<string, string> = {
  [POST_NAMES.ground]: "Alasan keberatan",
  [POST_NAMES.files]: "Berkas",
};

export function postPage(tracked: Tracked, state: PostState): string {
  const { kind, text, ground, uploads, faults, token } = state;
  const { path, title, label, send, required, longest } = POSTS[kind];
  const { number, office } = tracked;
  const wrong = Object.entries(faults);
  return page({
    title: wrong.length > 0 ? `Perlu diperbaiki: ${title}` : title,
    here: "track",
    office,
    body: html`<h1>${title}</h1>
      <p class="lead">Permohonan <a href="${`/lacak/${number}`}">${number}</a></p>
      ${introduction(tracked, kind)}
      ${faultSummary(wrong.map(([name, fault]) => ({ name, fault, label: LABELS[name] ?? label })))}
      <form
        method="post"
        action="${`/lacak/${number}/${path}`}"
        enctype="multipart/form-data"
        novalidate
      >
        <div class="card">
          <button
            class="unseen"
            type="submit"
            name="${ACTION}"
            value="kirim"
            tabindex="-1"
            aria-hidden="true"
          >
            ${send}
          </button>
          ${hidden(TOKEN, token)}
          ${
            kind === "objected" &&
            select({
              name: POST_NAMES.ground,
              label: "Alasan keberatan",
              value: ground,
              required: true,
              fault: faults[POST_NAMES.ground],
              options: [["", "Pilih alasan"], ...Object.entries(OBJECTIONS)],
            })
          }
          ${textArea({ name: POST_NAMES.text, label, value: text, rows: 5, longest, required, fault: faults[POST_NAMES.text] })}
          ${
            kind !== "withdrawn" &&
            fileField({
              name: POST_NAMES.files,
              label: "Berkas (boleh kosong)",
              hint: "PDF, foto (JPG, PNG), Word, atau Excel. Paling banyak 5 berkas, masing-masing 10 MB.",
              accept: ACCEPTED,
              multiple: true,
              fault: faults[POST_NAMES.files],
              kept: keptUploads(uploads),
            })
          }
          <p class="actions">
            ${button({
              name: ACTION,
              value: "kirim",
              words: send,
              look: kind === "withdrawn" ? "danger" : "main",
            })}<a class="button plain" href="${`/lacak/${number}`}">Batal</a>
          </p>
        </div>
      </form>`,
  });
}

function introduction({ shown, objectUntil }: Tracked, kind: PostKind): Part {
  switch (kind) {
    case "replied": {
      const message = shown?.message ?? "";
      return (
        message !== "" &&
        html`<div class="notice warn">
          <p><strong>Pesan dari kantor:</strong></p>
          <p>${lines(message)}</p>
        </div>`
      );
    }
    case "withdrawn":
      return html`<p class="notice warn">
        Kantor tidak lagi mengerjakan permohonan yang ditarik kembali, dan hal ini tidak dapat
        dibatalkan. Bila kemudian masih perlu, ajukan permohonan baru.
      </p>`;
    case "objected":
      return html`<p>
        Keberatan diajukan kepada atasan pejabat yang menangani permohonan, dan ditanggapi paling
        lambat 30 hari kerja (UU 14/2008 Pasal
        36).${objectUntil !== null && html` Batas mengajukan: ${plainDay(objectUntil)}.`}
      </p>`;
    default:
      return kind satisfies never;
  }
}
