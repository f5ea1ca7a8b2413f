import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { configFor } from "../../portal/config.ts";
import { createPortal } from "../../portal/server.ts";
import type { Store } from "../../portal/store/store.ts";
import { newOffice } from "./portal-offices.ts";

/** A portal with one office and a clock that the test moves, asked without a network. */
export async function startPublicPortal(
  settings: { store?: Store; config?: Partial<Parameters<typeof configFor>[0]> } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "lajur-public-"));
  let now = Date.parse("2026-11-18T02:00:00.000Z");
  const portal = await createPortal(
    configFor({ data: folder, logLevel: "silent", ...settings.config }),
    {
      now: () => new Date(now),
      ...(settings.store === undefined ? {} : { store: settings.store }),
    },
  );
  const office = await newOffice(portal.ctx, "Dinas Kominfo Kabupaten Contoh");
  return {
    ...portal,
    folder,
    office,
    /** Seconds. */
    pass: (seconds: number): void => void (now += seconds * 1000),
    citizen: (address?: string) => createCitizen(portal.app, address),
    async close() {
      await portal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type PublicPortal = Awaited<ReturnType<typeof startPublicPortal>>;

type Fields = Record<string, string | File>;

/** A browser without scripts: it keeps its cookie and sends forms as they are filled in. */
export function createCitizen(app: FastifyInstance, address = "192.0.2.1") {
  let cookie = "";
  async function ask(
    method: "GET" | "POST",
    url: string,
    body?: { type: string; bytes: Buffer; headers?: Record<string, string> },
  ): Promise<LightMyRequestResponse> {
    const answer = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        ...(cookie === "" ? {} : { cookie }),
        ...(body === undefined ? {} : { "content-type": body.type }),
        ...body?.headers,
      },
      ...(body === undefined ? {} : { payload: body.bytes }),
    });
    const set = answer.headers["set-cookie"];
    if (typeof set === "string") cookie = set.split(";")[0] ?? "";
    return answer;
  }
  return {
    get: (url: string) => ask("GET", url),
    /** As browsers send a form with files. */
    async send(url: string, fields: Fields, headers: Record<string, string> = {}) {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      const encoded = new Response(data);
      const bytes = Buffer.from(await encoded.arrayBuffer());
      return ask("POST", url, { type: encoded.headers.get("content-type") ?? "", bytes, headers });
    },
    /** As browsers send one without. */
    post: (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      ask("POST", url, {
        type: "application/x-www-form-urlencoded",
        bytes: Buffer.from(new URLSearchParams(fields).toString()),
        headers,
      }),
    get cookie() {
      return cookie;
    },
  };
}

/** The value of a hidden field. */
export const hiddenValue = (page: string, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(page)?.[1] ?? "";

/** A form that holds all that it needs. */
export const FILLED = {
  jenis: "individual",
  nama: "Ayu Contoh",
  identitas: "3399010101900001",
  lembaga: "",
  alamat: "Jalan Melati 5\r\nKecamatan Contoh",
  telepon: "0800 000 000",
  posel: "ayu@contoh.example",
  kuasa: "tidak",
  pemberi_kuasa: "",
  pokok: "Produksi padi untuk skripsi",
  "data-1": "Produksi padi menurut kecamatan",
  "periode-1": "2021–2025",
  "satuan-1": "ton",
  "bentuk-1": "Excel",
  tujuan: "Bahan skripsi.",
  cara_memperoleh: "Mendapat salinan berkas elektronik",
  cara_menerima: "email",
} as const;

/** Sends a form of this office and says what stands on its confirmation. */
export async function sendRequest(
  portal: PublicPortal,
  fields: Fields = {},
  citizen = portal.citizen(),
) {
  const page = await citizen.get(`/permohonan?kantor=${portal.office}`);
  const token = hiddenValue(page.body, "formulir");
  portal.pass(5);
  const filled = { ...FILLED, kantor: portal.office, formulir: token, aksi: "kirim", ...fields };
  const sent = await citizen.send("/permohonan", filled);
  const [number = "", code = ""] = [...sent.body.matchAll(/class="key">([^<]+)</g)].map(
    ([, key]) => key ?? "",
  );
  return { sent, number, code, citizen, filled };
}
