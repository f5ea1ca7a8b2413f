import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { clientOf, type PublicDeps, sendForeign, sendHtml, sendTooOften } from "../deps.ts";
import { newNonce, readToken, writeToken } from "../form-token.ts";
import { isOwnForm } from "../headers.ts";
import { chooseOfficePage } from "../pages/home-page.ts";
import type { Posted } from "../posted.ts";
import { type ReadForm, readForm } from "../read-form.ts";
import { findOffice, listOffices } from "../store/offices.ts";
import { removeUpload } from "../store/uploads.ts";
import { submit } from "../submit.ts";
import { UPLOADS } from "../text.ts";
import { stageUploads } from "../uploads/stage.ts";
import type { Upload, UploadKind } from "../uploads/upload.ts";
import { ACTION, formPage, type FormState, TOKEN, TRAP } from "./form-page.ts";
import { reviewPage } from "./review-page.ts";
import { sentPage } from "./sent-page.ts";
import { validate, type Validated } from "./validate.ts";
import { addItem, blankValues, itemName, readValues, removeItem } from "./values.ts";

const PURPOSE = "form";
/** Nobody fills in the form in less; in milliseconds. */
const LEAST_TIME = 3000;

const NOTICES = {
  foreign:
    "Formulir ini sudah terlalu lama terbuka. Isian Anda masih ada; berkas perlu diunggah lagi. Periksa, lalu lanjutkan.",
  trap: "Kiriman ini tampak seperti kiriman otomatis, jadi belum dikirim. Isian Anda masih ada. Lanjutkan sekali lagi.",
  fast: "Terlalu cepat. Periksa isian Anda sebentar, lalu tekan Kirim permohonan sekali lagi.",
  often:
    "Sudah banyak permohonan dari jaringan Anda, jadi permohonan ini belum dikirim. Biarkan halaman ini terbuka dan kirim lagi {minutes} menit lagi.",
} as const;

/** The form: filled in, checked and sent by posts to one address; nothing typed is ever lost. */
export function addFormRoutes(app: FastifyInstance, deps: PublicDeps): void {
  const { ctx, key } = deps;

  app.get<{ Querystring: { kantor?: unknown } }>("/permohonan", async (request, reply) => {
    const { kantor } = request.query;
    const offices = await listOffices(ctx.store.db);
    const chosen = offices.length === 1 ? offices[0] : offices.find(({ id }) => id === kantor);
    if (chosen === undefined) return sendHtml(reply, chooseOfficePage(offices));
    const token = writeToken(key, PURPOSE, { nonce: newNonce(), issued: ctx.now().getTime() });
    const values = blankValues(chosen.id);
    return sendHtml(reply, formPage({ office: chosen, values, uploads: [], token, faults: {} }));
  });

  app.post("/permohonan", async (request, reply) => {
    if (!isOwnForm(request, ctx.config)) return sendForeign(reply);
    const wait = deps.limits.posts.take(clientOf(request));
    if (wait > 0) return sendTooOften(reply, wait);
    const form = await readForm(request, deps.spool);
    try {
      return await answer(deps, request, reply, form);
    } finally {
      await form.discard();
    }
  });
}

async function answer(
  deps: PublicDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { posted, files }: ReadForm,
): Promise<FastifyReply> {
  const { ctx, key } = deps;
  const values = readValues(posted);
  const office = await findOffice(ctx.store.db, values.office);
  if (office === null) {
    return sendHtml(reply, chooseOfficePage(await listOffices(ctx.store.db)), 422);
  }
  const known = readToken(key, PURPOSE, posted.text(TOKEN));
  const token = known ?? { nonce: newNonce(), issued: ctx.now().getTime() };
  const staged = await stageUploads(deps, token.nonce, files, kindOfField);
  const state: FormState = {
    office,
    values,
    uploads: staged.uploads,
    token: writeToken(key, PURPOSE, token),
    faults: staged.faults,
  };
  const shown = (changes: Partial<FormState>, status = 200): FastifyReply =>
    sendHtml(reply, formPage({ ...state, ...changes }), status);

  const edited = await edit(deps, posted.text(ACTION), token.nonce, state);
  if (edited !== null) {
    return shown(edited, Object.keys(staged.faults).length > 0 ? 422 : 200);
  }
  if (known === null) return shown({ notice: NOTICES.foreign }, 422);
  if (posted.text(TRAP) !== "") return shown({ notice: NOTICES.trap }, 422);
  const validated = withUploadFaults(validate(values, kindsOf(state.uploads)), staged.faults);
  if (!validated.ok) return shown({ faults: validated.faults }, 422);
  if (!isSending(posted)) return sendHtml(reply, reviewPage(state));

  if (ctx.now().getTime() - token.issued < LEAST_TIME) {
    return sendHtml(reply, reviewPage({ ...state, notice: NOTICES.fast }), 425);
  }
  const wait = deps.limits.requests.take(clientOf(request));
  if (wait > 0) {
    void reply.header("retry-after", String(wait));
    const notice = NOTICES.often.replace("{minutes}", String(Math.ceil(wait / 60)));
    return sendHtml(reply, reviewPage({ ...state, notice }), 429);
  }
  const { contents } = validated;
  const sent = await submit(ctx, key, { office, nonce: token.nonce, contents });
  const origin = ctx.config.publicUrl ?? `${request.protocol}://${request.host}`;
  return sendHtml(reply, sentPage({ office, ...sent, follow: `${origin}/lacak` }));
}

const isSending = (posted: Posted): boolean => posted.text(ACTION) === "kirim";

/** The buttons that only change the form; null for those that go on from it. */
async function edit(
  { ctx }: PublicDeps,
  action: string,
  nonce: string,
  { values, uploads }: FormState,
): Promise<Partial<FormState> | null> {
  if (action === "tambah") {
    const added = addItem(values);
    return { values: added, focus: itemName("name", added.items.length) };
  }
  if (action === "ubah" || action === "unggah") return {};
  const [, row] = /^hapus-(\d{1,3})$/.exec(action) ?? [];
  if (row !== undefined) {
    const left = removeItem(values, Number(row));
    const focus = itemName("name", Math.min(Number(row), left.items.length));
    return { values: left, focus };
  }
  const [, upload] = /^hapus-berkas-(\w{1,80})$/.exec(action) ?? [];
  if (upload === undefined) return null;
  await ctx.store.transact((tx) => removeUpload(tx, nonce, upload));
  return { uploads: uploads.filter(({ id }) => id !== upload) };
}

function kindOfField(field: string): UploadKind | null {
  const kind = field.replace(/^berkas_/, "");
  return kind !== field && Object.hasOwn(UPLOADS, kind) ? (kind as UploadKind) : null;
}

const kindsOf = (uploads: readonly Upload[]): UploadKind[] => uploads.map(({ kind }) => kind);

function withUploadFaults(validated: Validated, faults: Record<string, string>): Validated {
  if (Object.keys(faults).length === 0) return validated;
  return { ok: false, faults: { ...(validated.ok ? {} : validated.faults), ...faults } };
}
