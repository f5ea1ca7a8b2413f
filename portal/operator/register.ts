import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type ErrorCode, failure } from "#shared/errors.ts";
import { line } from "#shared/text.ts";
import type { PortalContext } from "../context.ts";
import { html } from "../public/html.ts";
import type { Answer } from "../service/answer.ts";
import { makeCode, revokeDevice } from "../service/devices.ts";
import { addOffice, renameOffice } from "../service/offices.ts";
import { readDevices, readForks, readOffices, readRefused, readStorage } from "./figures.ts";
import { addGuard, fieldOf, sessionOf } from "./guard.ts";
import { officePath, page, type Said, stylesheet, stylesheetPath } from "./layout.ts";
import { addLoginRoutes } from "./login-routes.ts";
import { officePage, type OfficeView, revokePage } from "./office-page.ts";
import { overviewPage } from "./overview-page.ts";
import { sendPage } from "./send-page.ts";

/** Bytes of a form; the longest holds a name. */
const FORM_BYTES = 16 * 1024;
/** Refused and doubled events that a page shows. */
const SHOWN = 50;

/** What a page says after a form has sent the browser on to it; the address holds the key only. */
const SAID: Record<string, Said> = {
  dibuat: { kind: "good", words: "Kantor ditambahkan. Buat kode bergabung untuk PC pertamanya." },
  diganti: { kind: "good", words: "Nama kantor diganti." },
  diakhiri: { kind: "good", words: "Sambungan PC diakhiri." },
};

type Query = { Querystring: { pesan?: string } };
type OfOffice = Query & { Params: { office: string } };
type OfDevice = { Params: { office: string; device: string } };

/** The page of whoever runs the portal: server-made, without scripts. */
export async function registerOperator(scope: FastifyInstance, ctx: PortalContext): Promise<void> {
  const { store } = ctx;
  await scope.register(cookie);
  await scope.register(formbody, { bodyLimit: FORM_BYTES });
  scope.get(stylesheetPath, (_request, reply) =>
    reply
      .type("text/css; charset=utf-8")
      .header("cache-control", "public, max-age=31536000, immutable")
      .send(stylesheet),
  );
  addLoginRoutes(scope, ctx);
  await scope.register(async (app) => {
    addGuard(app, ctx);

    app.get<Query>("/operator", async (request, reply) =>
      overview(request, reply, { said: saidOf(request) }),
    );

    app.post("/operator/kantor", async (request, reply) => {
      const name = typedName(request);
      const added = name.ok ? await addOffice(ctx, name.value) : name;
      if (added.ok) return reply.redirect(`${officePath(added.value.id)}?pesan=dibuat`, 303);
      const typed = { name: nameField(request), fault: added.error.message };
      return overview(request, reply.code(400), { typed });
    });

    app.get<OfOffice>("/operator/kantor/:office", async (request, reply) =>
      office(request, reply, { said: saidOf(request) }),
    );

    app.post<OfOffice>("/operator/kantor/:office/nama", async (request, reply) => {
      const name = typedName(request);
      const { params } = request;
      const renamed = name.ok ? await renameOffice(ctx, params.office, name.value) : name;
      if (renamed.ok) return reply.redirect(`${officePath(params.office)}?pesan=diganti`, 303);
      if (renamed.error.code === "office_unknown") return unknown(request, reply);
      const typed = { name: nameField(request), fault: renamed.error.message };
      return office(request, reply.code(400), { typed });
    });

    app.post<OfOffice>("/operator/kantor/:office/kode", async (request, reply) => {
      const { params } = request;
      const known = (await readOffices(store)).some(({ id }) => id === params.office);
      if (!known) return unknown(request, reply);
      return office(request, reply, { code: await makeCode(ctx, params.office) });
    });

    const akhiri = "/operator/kantor/:office/perangkat/:device/akhiri";
    app.get<OfDevice>(akhiri, async (request, reply) => {
      const { params } = request;
      const found = (await readOffices(store)).find(({ id }) => id === params.office);
      const device = (await readDevices(store, params.office)).find(
        ({ id, revoked }) => id === params.device && revoked === null,
      );
      if (found === undefined || device === undefined) return unknown(request, reply);
      return sendPage(reply, revokePage(sessionOf(request).csrf, found, device));
    });

    app.post<OfDevice>(akhiri, async (request, reply) => {
      const { params } = request;
      const revoked = await revokeDevice(ctx, params.office, params.device);
      if (!revoked.ok) return unknown(request, reply);
      return reply.redirect(`${officePath(params.office)}?pesan=diakhiri`, 303);
    });
  });

  type Extra = { said?: Said | null; typed?: { name: string; fault: string } };

  async function overview(request: FastifyRequest, reply: FastifyReply, extra: Extra) {
    const view = {
      csrf: sessionOf(request).csrf,
      said: extra.said ?? null,
      typed: extra.typed ?? null,
      offices: await readOffices(store),
      storage: await readStorage(store, ctx.config.data),
      now: ctx.now(),
    };
    return sendPage(reply, overviewPage(view));
  }

  async function office(
    request: FastifyRequest<OfOffice>,
    reply: FastifyReply,
    extra: Extra & { code?: OfficeView["code"] },
  ) {
    const { params } = request;
    const found = (await readOffices(store)).find(({ id }) => id === params.office);
    if (found === undefined) return unknown(request, reply);
    const view: OfficeView = {
      csrf: sessionOf(request).csrf,
      said: extra.said ?? null,
      code: extra.code ?? null,
      typed: extra.typed ?? null,
      office: found,
      devices: await readDevices(store, found.id),
      refused: await readRefused(store, found.id, SHOWN),
      forks: await readForks(store, found.id, SHOWN),
      now: ctx.now(),
    };
    return sendPage(reply, officePage(view));
  }
}

const unknown = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendPage(
    reply.code(404),
    page({
      title: "Tidak ditemukan",
      csrf: sessionOf(request).csrf,
      body: html`<h1>Tidak ditemukan</h1>
        <p>
          Kantor atau PC itu tidak ada, atau sambungannya sudah berakhir.
          <a href="/operator">Kembali ke ringkasan</a>.
        </p>`,
    }),
  );

const saidOf = ({ query }: FastifyRequest<Query>): Said | null => {
  const key = query.pesan;
  return typeof key === "string" && Object.hasOwn(SAID, key) ? (SAID[key] ?? null) : null;
};

const NAME = line(120);

const nameField = (request: FastifyRequest): string => fieldOf(request, "nama");

/** The sentence of what is wrong with a name is that of the first thing that is. */
function typedName(request: FastifyRequest): Answer<string> {
  const parsed = NAME.safeParse(nameField(request));
  if (parsed.success) return { ok: true, value: parsed.data };
  const code = (parsed.error.issues[0]?.message ?? "params_invalid") as ErrorCode;
  return { ok: false, error: failure(code) };
}
