import { openStylesheet } from "../pages/stylesheet.ts";
import { html, type Html, type Part } from "../public/html.ts";

export const { text: stylesheet, path: stylesheetPath } = openStylesheet(
  new URL("operator.css", import.meta.url),
  "/operator/gaya",
);

export type Said = { kind: "good" | "bad"; words: string };

export type PageParts = {
  title: string;
  /** Null before anybody has signed in. */
  csrf: string | null;
  said?: Said | null;
  body: Part;
};

/** A whole page, which needs no script and takes nothing from elsewhere. */
export function page({ title, csrf, said, body }: PageParts): string {
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title} · Pengelola portal</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
        <link rel="icon" href="/aset/ikon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#isi">Langsung ke isi</a>
        <header class="top">
          <div class="wide">
            <a class="brand" href="/operator">Portal Lajur <span>Pengelola</span></a>
            ${csrf !== null && form("/operator/keluar", csrf, html`<button class="plain">Keluar</button>`)}
          </div>
        </header>
        <main id="isi" class="wide">
          ${said !== undefined && said !== null && notice(said)} ${body}
        </main>
      </body>
    </html> `.markup;
}

/** Every form that changes something carries what its session alone knows. */
export const form = (action: string, csrf: string, body: Part, className = ""): Html =>
  html`<form method="post" action="${action}" class="${className}">
    <input type="hidden" name="csrf" value="${csrf}" />${body}
  </form>`;

export const notice = ({ kind, words }: Said): Html =>
  html`<p class="${`notice ${kind}`}" role="${kind === "bad" ? "alert" : "status"}">${words}</p>`;

export const officePath = (office: string): string =>
  `/operator/kantor/${encodeURIComponent(office)}`;
