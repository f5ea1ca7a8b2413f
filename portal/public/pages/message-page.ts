import { html, type Part } from "../html.ts";
import { page, type Place } from "../layout.ts";
import type { OfficeCard } from "../office-card.ts";

type Message = {
  title: string;
  text: Part;
  here?: Place;
  office?: OfficeCard | null;
  /** Where to go on from here. */
  next?: { path: string; words: string };
};

/** One thing said: what happened, what was kept, what to do. */
export const messagePage = ({ title, text, here = "none", office = null, next }: Message): string =>
  page({
    title,
    here,
    office,
    body: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      ${
        next !== undefined &&
        html`<p class="actions"><a class="button" href="${next.path}">${next.words}</a></p>`
      }`,
  });
