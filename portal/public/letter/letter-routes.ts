import type { FastifyInstance } from "fastify";
import { day } from "#shared/text.ts";
import { clientOf, type PublicDeps, sendHtml, sendTooOften } from "../deps.ts";
import { findOnlyOffice } from "../store/offices.ts";
import { FIELD_FAULTS } from "../text.ts";
import { checkLetter } from "./check-letter.ts";
import { LETTER_NAMES, letterFormPage, letterResultPage } from "./letter-page.ts";

const DATE = "Isi tanggal yang tertulis di surat.";
const DIGEST = "Kode terdiri atas 16 angka dan huruf a sampai f.";

/** What the square code on a letter leads to. */
export function addLetterRoutes(app: FastifyInstance, { ctx, limits }: PublicDeps): void {
  app.get<{ Querystring: Record<string, unknown> }>("/periksa", async (request, reply) => {
    const said = (name: string): string => {
      const value = request.query[name];
      return typeof value === "string" ? value.slice(0, 400).trim() : "";
    };
    const number = said(LETTER_NAMES.number);
    const date = said(LETTER_NAMES.date);
    const digest = said(LETTER_NAMES.digest).toLowerCase().replace(/[\s-]/g, "");
    const asked = { number, date, digest };
    const only = await findOnlyOffice(ctx.store.db);
    if (number === "" && date === "" && digest === "") {
      return sendHtml(reply, letterFormPage(only, asked, {}));
    }
    const faults = {
      ...(number === "" ? { n: FIELD_FAULTS.empty } : {}),
      ...(day.safeParse(date).success ? {} : { t: DATE }),
      ...(/^[0-9a-f]{16}$/.test(digest) ? {} : { d: DIGEST }),
    };
    if (Object.keys(faults).length > 0)
      return sendHtml(reply, letterFormPage(only, asked, faults), 422);
    const wait = limits.letters.take(clientOf(request));
    if (wait > 0) return sendTooOften(reply, wait);
    const verdict = await checkLetter(ctx.store.db, asked);
    return sendHtml(reply, letterResultPage(only, asked, verdict));
  });
}
