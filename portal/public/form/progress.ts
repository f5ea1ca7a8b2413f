import { html, type Html } from "../html.ts";

const STEPS = ["Isi", "Periksa", "Terkirim"] as const;

/** Where on the way through the form somebody is, from 1. */
export const progress = (now: 1 | 2 | 3): Html =>
  html`<ol class="progress" aria-label="Langkah pengajuan">
    ${STEPS.map((words, index) => {
      const step = index + 1;
      return step === now
        ? html`<li class="now" aria-current="step">${words}</li>`
        : html`<li${step < now && html` class="past"`}>${words}</li>`;
    })}
  </ol>`;
