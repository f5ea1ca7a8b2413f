import { html } from "../public/html.ts";
import { notice, page, type Said } from "./layout.ts";

/** Asks for one more click, so that a program that looks at links in advance does not use it up. */
export const loginPage = (secret: string): string =>
  page({
    title: "Masuk",
    csrf: null,
    body: html`<section class="card narrow">
      <h1>Masuk sebagai pengelola</h1>
      <p>
        Tautan ini berlaku satu kali. Sesi berakhir setelah delapan jam, atau satu jam tanpa
        dipakai.
      </p>
      <form method="post" action="/operator/masuk">
        <input type="hidden" name="kunci" value="${secret}" /> <button>Masuk</button>
      </form>
    </section>`,
  });

export const signedOutPage = (said: Said | null): string =>
  page({
    title: "Masuk",
    csrf: null,
    body: html`<section class="card narrow">
      <h1>Halaman pengelola portal</h1>
      ${said !== null && notice(said)}
      <p>
        Untuk masuk, buat tautan sekali pakai di komputer tempat portal berjalan, lalu buka tautan
        itu di peramban ini:
      </p>
      <pre><code>npm run portal -- operator link</code></pre>
      <p>Tautan berlaku 15 menit.</p>
    </section>`,
  });
