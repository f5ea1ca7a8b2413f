import { html, type Html, type Part } from "./html.ts";
import type { OfficeCard } from "./office-card.ts";
import { stylesheetPath } from "./assets.ts";

export type Place = "home" | "form" | "track" | "letter" | "privacy" | "none";

export type PageParts = {
  /** Stands before the portal's name in the window's title. */
  title: string;
  here: Place;
  /** Whose page it is; null for a page of the whole portal. */
  office: OfficeCard | null;
  body: Part;
};

const LINKS = [
  ["form", "/permohonan", "Ajukan"],
  ["track", "/lacak", "Lacak"],
  ["letter", "/periksa", "Periksa surat"],
] as const;

/** A whole page. It needs no script, takes nothing from elsewhere, and says in which language it is. */
export function page({ title, here, office, body }: PageParts): string {
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="${here === "home" ? "index" : "noindex"}" />
        <title>${title} · ${office?.name ?? "Layanan Permohonan Data"}</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
        <link rel="icon" href="/aset/ikon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#halaman">Langsung ke isi</a>
        <header class="top">
          <div class="wide">
            ${brand(office)}
            <nav aria-label="Halaman">
              ${LINKS.map(([place, path, words]) =>
                link(withOffice(path, place === "form" ? office : null), words, here === place),
              )}
            </nav>
          </div>
        </header>
        <main id="halaman" class="wide">${body}</main>
        ${footer(office, here)}
      </body>
    </html> `.markup;
}

function brand(office: OfficeCard | null): Html {
  if (office === null) {
    return html`<a class="brand" href="/"
      ><span class="brand-name">Layanan Permohonan Data</span></a
    >`;
  }
  return html`<a class="brand" href="${`/kantor/${encodeURIComponent(office.id)}`}"
    >${
      office.logo !== null && html`<img src="${office.logo}" alt="" width="40" height="48" />`
    }<span
      >${
        office.government !== "" && html`<span class="brand-over">${office.government}</span>`
      }<span class="brand-name">${office.name}</span></span
    ></a
  >`;
}

const link = (path: string, words: string, here: boolean): Html =>
  here
    ? html`<a href="${path}" aria-current="page">${words}</a>`
    : html`<a href="${path}">${words}</a>`;

/** The same page of one office, so that nobody has to choose it again. */
export const withOffice = (path: string, office: { id: string } | null): string =>
  office === null ? path : `${path}?kantor=${encodeURIComponent(office.id)}`;

function footer(office: OfficeCard | null, here: Place): Html {
  return html`<footer class="foot">
    <div class="wide">
      ${office !== null && contact(office)}
      <p>
        Permohonan informasi publik dilayani menurut Undang-Undang Nomor 14 Tahun 2008 tentang
        Keterbukaan Informasi Publik.
      </p>
      <p>
        ${link("/privasi", "Pelindungan data pribadi", here === "privacy")} ·
        <a href="/">Halaman depan</a>
      </p>
    </div>
  </footer>`;
}

function contact({ name, address, phone, email, website }: OfficeCard): Html {
  const ways = [
    phone !== "" && html`Telepon <bdi>${phone}</bdi>`,
    email !== "" && html`Pos-el <bdi>${email}</bdi>`,
    website !== "" && html`Laman <bdi>${website}</bdi>`,
  ].filter((way) => way !== false);
  return html`<address>
    <strong>${name}</strong>${
      address !== "" && html`<span class="typed">${address}</span>`
    }${ways.map((way) => html`<span>${way}</span>`)}
  </address>`;
}
