import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isHash } from "../../files/blobs.ts";
import { readableFile } from "../../files/rights.ts";
import { sendFile } from "../../files/send-file.ts";
import { clientOf, type PublicDeps, sendForeign, sendHtml, sendTooOften } from "../deps.ts";
import { isOwnForm } from "../headers.ts";
import { messagePage } from "../pages/message-page.ts";
import { readPassCookie, setPassCookie } from "../pass-cookie.ts";
import { readForm } from "../read-form.ts";
import { findOnlyOffice } from "../store/offices.ts";
import type { RequestRow } from "../store/requests.ts";
import { open, OPEN_MS, readPass, writePass } from "./access.ts";
import { POSTS } from "./post-pages.ts";
import { addPostRoutes } from "./post-routes.ts";
import { signInPage, TRACK_NAMES, trackedPage } from "./track-pages.ts";
import { readTracked, type Tracked } from "./tracked.ts";

type WithNumber = { Params: { number: string } };
type WithFile = { Params: { number: string; release: string; index: string } };

const WRONG = "Nomor atau kode tidak cocok. Periksa tulisannya, lalu coba lagi.";
const HELD =
  "Terlalu banyak kode salah untuk nomor ini, jadi untuk sementara ditutup. Coba lagi seperempat jam lagi.";
const CLOSED = "Permohonan sudah ditutup di perangkat ini.";
const ENDED =
  "Isi nomor dan kode untuk membuka permohonan. Sesudah setengah jam halamannya tertutup sendiri.";
const DONE: Record<string, string> = {
  [POSTS.replied.path]: "Jawaban Anda sudah terkirim ke kantor.",
  [POSTS.withdrawn.path]: "Permohonan sudah ditarik kembali. Kantor diberi tahu.",
  [POSTS.objected.path]: "Keberatan Anda sudah terkirim ke kantor.",
};

/** Following a request: in by number and code, then its page, its answers and what may be said. */
export function addTrackRoutes(app: FastifyInstance, deps: PublicDeps): void {
  const { ctx, key } = deps;
  const now = (): number => ctx.now().getTime();
  const isSecure = (request: FastifyRequest): boolean =>
    request.protocol === "https" || ctx.config.publicUrl?.startsWith("https:") === true;

  app.get<{ Querystring: { keluar?: unknown; buka?: unknown } }>(
    "/lacak",
    async (request, reply) => {
      const { keluar, buka } = request.query;
      const notice = keluar !== undefined ? CLOSED : buka !== undefined ? ENDED : undefined;
      return sendHtml(
        reply,
        signInPage({ office: await findOnlyOffice(ctx.store.db), number: "", notice }),
      );
    },
  );

  app.post("/lacak", async (request, reply) => {
    if (!isOwnForm(request, ctx.config)) return sendForeign(reply);
    const { failures } = deps.limits;
    const client = clientOf(request);
    const wait = failures.wait(client);
    if (wait > 0) return sendTooOften(reply, wait);
    const { posted, discard } = await readForm(request, deps.spool);
    await discard();
    const number = posted.text(TRACK_NAMES.number);
    const code = posted.text(TRACK_NAMES.code);
    const opened = await open({ store: ctx.store, key, now: ctx.now }, { number, code });
    if (opened.kind === "open") {
      const pass = writePass(key, opened.row, now() + OPEN_MS);
      setPassCookie(reply, pass, { seconds: OPEN_MS / 1000, secure: isSecure(request) });
      return reply.redirect(`/lacak/${opened.row.number}`, 303);
    }
    failures.take(client);
    const fault = opened.kind === "held" ? HELD : WRONG;
    const typed = number.slice(0, 60);
    return sendHtml(
      reply,
      signInPage({ office: await findOnlyOffice(ctx.store.db), number: typed, fault }),
      opened.kind === "held" ? 429 : 422,
    );
  });

  app.post("/lacak/keluar", async (request, reply) => {
    setPassCookie(reply, "", { seconds: 0, secure: isSecure(request) });
    return reply.redirect("/lacak?keluar", 303);
  });

  /** The request that is open in this browser and asked for; answers by itself when there is none. */
  async function opened(
    request: FastifyRequest,
    reply: FastifyReply,
    number: string,
  ): Promise<RequestRow | null> {
    const row = await readPass(ctx.store, key, readPassCookie(request), now());
    if (row === null || row.number !== number) {
      await reply.redirect("/lacak?buka", 303);
      return null;
    }
    if (row.erased === null) return row;
    await sendHtml(reply, messagePage(ERASED), 410);
    return null;
  }

  async function tracked(
    request: FastifyRequest,
    reply: FastifyReply,
    number: string,
  ): Promise<Tracked | null> {
    const row = await opened(request, reply, number);
    if (row === null) return null;
    const at = ctx.now().toISOString();
    return readTracked(ctx.store, row, { now: at, holidays: deps.holidays });
  }

  app.get<WithNumber & { Querystring: { terkirim?: unknown } }>(
    "/lacak/:number",
    async (request, reply) => {
      const found = await tracked(request, reply, request.params.number);
      if (found === null) return reply;
      const { terkirim } = request.query;
      return sendHtml(
        reply,
        trackedPage(found, typeof terkirim === "string" ? DONE[terkirim] : undefined),
      );
    },
  );

  app.get<WithFile>("/lacak/:number/berkas/:release/:index", async (request, reply) => {
    const { number, release, index } = request.params;
    const found = await tracked(request, reply, number);
    if (found === null) return reply;
    const answer = found.releases.find((one) => one.release === release && !one.expired);
    const file = /^\d{1,3}$/.test(index) ? answer?.files[Number(index)] : undefined;
    if (file === undefined) return sendHtml(reply, messagePage(EXPIRED(number)), 404);
    // Only what this office has itself sent in full: a hash alone gives nobody a file.
    const stored = isHash(file.sha256)
      ? await readableFile(ctx.store.db, found.office.id, file.sha256)
      : null;
    if (stored !== null && (await sendFile(request, reply, ctx.blobs, stored, file.name))) {
      return reply;
    }
    for (const name of ["etag", "content-length", "content-disposition", "content-range"]) {
      void reply.removeHeader(name);
    }
    return sendHtml(reply, messagePage(ON_ITS_WAY(number)), 404);
  });

  addPostRoutes(app, deps, tracked);
}

const ERASED = {
  title: "Permohonan sudah dihapus dari portal",
  text: "Masa simpannya di portal sudah berakhir, jadi data pribadi dan berkasnya dihapus. Arsipnya ada di kantor; hubungi kantor bila masih memerlukannya.",
};
const EXPIRED = (number: string) => ({
  title: "Berkas tidak tersedia",
  text: "Masa unduh berkas ini sudah berakhir, atau kantor menariknya kembali. Hubungi kantor bila masih memerlukannya.",
  next: { path: `/lacak/${number}`, words: "Kembali ke permohonan" },
});
const ON_ITS_WAY = (number: string) => ({
  title: "Berkas belum sampai di portal",
  text: "Kantor sudah mengumumkan berkas ini, tetapi pengirimannya belum selesai. Coba lagi beberapa jam lagi.",
  next: { path: `/lacak/${number}`, words: "Kembali ke permohonan" },
});
