import type { FastifyInstance } from "fastify";
import { icon, stylesheet, stylesheetPath } from "../assets.ts";
import { type PublicDeps, sendHtml } from "../deps.ts";
import {
  findLogo,
  findOffice,
  findOnlyOffice,
  listOffices,
  listServices,
} from "../store/offices.ts";
import { homePage, officesPage } from "./home-page.ts";
import { messagePage } from "./message-page.ts";
import { privacyPage } from "./privacy-page.ts";

type WithOffice = { Params: { office: string } };

/** The way in, what becomes of the data, and what the pages are made of. */
export function addHomeRoutes(app: FastifyInstance, { ctx }: PublicDeps): void {
  const { db } = ctx.store;

  app.get("/", async (_request, reply) => {
    const offices = await listOffices(db);
    const [only] = offices;
    if (only === undefined || offices.length > 1) return sendHtml(reply, officesPage(offices));
    return sendHtml(reply, homePage(only, await listServices(db, only.id)));
  });

  app.get<WithOffice>("/kantor/:office", async (request, reply) => {
    const office = await findOffice(db, request.params.office);
    if (office === null) return sendHtml(reply, messagePage(NO_OFFICE), 404);
    return sendHtml(reply, homePage(office, await listServices(db, office.id)));
  });

  app.get<WithOffice>("/kantor/:office/lambang", async (request, reply) => {
    const logo = await findLogo(db, request.params.office);
    if (logo === null) return sendHtml(reply, messagePage(NO_OFFICE), 404);
    return reply
      .type(logo.type)
      .headers({
        "cache-control": "public, max-age=3600",
        "content-security-policy": "default-src 'none'; sandbox",
      })
      .send(logo.bytes);
  });

  app.get("/privasi", async (_request, reply) =>
    sendHtml(reply, privacyPage(await findOnlyOffice(db), ctx.config.publicDays)),
  );

  app.get(stylesheetPath, (_request, reply) =>
    reply
      .type("text/css; charset=utf-8")
      .header("cache-control", "public, max-age=31536000, immutable")
      .send(stylesheet),
  );
  app.get("/aset/ikon.svg", (_request, reply) =>
    reply
      .type("image/svg+xml")
      .headers({
        "cache-control": "public, max-age=86400",
        "content-security-policy": "default-src 'none'; sandbox",
      })
      .send(icon),
  );
}

const NO_OFFICE = {
  title: "Kantor tidak ditemukan",
  text: "Kantor ini tidak ada di portal. Pilih kantor dari halaman depan.",
  next: { path: "/", words: "Ke halaman depan" },
};
