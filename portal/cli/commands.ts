import { failure } from "#shared/errors.ts";
import { line } from "#shared/text.ts";
import type { PortalContext } from "../context.ts";
import { loginLink, makeLoginSecret } from "../operator/sessions.ts";
import { type Answer, taken } from "../service/answer.ts";
import { backUp } from "../service/backup.ts";
import { listDevices, makeCode, revokeDevice } from "../service/devices.ts";
import { renewEpoch } from "../service/epoch.ts";
import { addOffice, findOffice, listOffices, renameOffice } from "../service/offices.ts";

/** What a command needs; what it answers is printed, a line each. */
export type Command = (
  ctx: Pick<PortalContext, "store" | "now" | "newId" | "hooks" | "config">,
) => Promise<Answer<string[]>>;

export const USAGE = `Pemakaian: npm run portal -- [PERINTAH] [--data FOLDER] [--port NOMOR] [--host ALAMAT]

  serve                        menjalankan portal (tanpa perintah: sama)
  office add NAMA              menambah kantor
  office list                  daftar kantor
  office rename KANTOR NAMA    mengganti nama kantor
  device code KANTOR           kode sekali pakai untuk PC yang bergabung
  device list KANTOR           daftar PC kantor
  device revoke KANTOR ID      mengakhiri sambungan satu PC
  operator link                tautan masuk sekali pakai ke halaman operator
  database backup BERKAS       menyalin basis data SQLite ke berkas baru, sambil portal berjalan
  restored                     wajib dijalankan sesudah basis data dipulihkan dari cadangan

KANTOR: nama atau id kantor.
`;

/** The command that these words say; null for none. */
export function findCommand(words: readonly string[]): Command | null {
  const [first, second, ...rest] = words;
  const [one, two] = rest;
  const said = `${first} ${second ?? ""}`.trim();
  switch (`${said}/${rest.length}`) {
    case "office add/1":
      return (ctx) => withName(one, async (name) => lines(await addOffice(ctx, name), officeLine));
    case "office list/0":
      return async (ctx) => taken((await listOffices(ctx)).map(officeLine));
    case "office rename/2":
      return (ctx) =>
        withOffice(ctx, one, (id) =>
          withName(two, async (name) => lines(await renameOffice(ctx, id, name), officeLine)),
        );
    case "device code/1":
      return (ctx) =>
        withOffice(ctx, one, async (id) => {
          const { code, expires } = await makeCode(ctx, id);
          return taken([code, `Berlaku satu kali, sampai ${expires}.`]);
        });
    case "device list/1":
      return (ctx) =>
        withOffice(ctx, one, async (id) => taken((await listDevices(ctx, id)).map(deviceLine)));
    case "device revoke/2":
      return (ctx) =>
        withOffice(ctx, one, async (id) =>
          lines(await revokeDevice(ctx, id, two ?? ""), () => "Sambungan PC itu diakhiri."),
        );
    case "operator link/0":
      return async (ctx) => {
        const { secret, expires } = await makeLoginSecret(ctx);
        return taken([
          loginLink(addressOf(ctx.config), secret),
          `Berlaku satu kali, sampai ${expires}.`,
        ]);
      };
    case "database backup/1":
      return async (ctx) =>
        lines(await backUp(ctx.store, one ?? ""), (path) => `Basis data disalin ke ${path}.`);
    case "restored/0":
      return async (ctx) =>
        taken([
          `Penanda baru: ${await renewEpoch(ctx)}.`,
          "Setiap PC mengirim lagi apa yang tidak ada di cadangan. Periksa daftar PC:",
          "yang diakhiri sesudah cadangan dibuat harus diakhiri lagi.",
        ]);
    default:
      return null;
  }
}

/** As the portal is reached from this computer when it has no address for others. */
const addressOf = ({ publicUrl, host, port }: PortalContext["config"]): string =>
  publicUrl ?? `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;

const officeLine = ({ id, name }: { id: string; name: string }): string => `${id}  ${name}`;

const deviceLine = (device: Awaited<ReturnType<typeof listDevices>>[number]): string => {
  const { id, letter, name, seen, revoked } = device;
  const state = revoked === null ? `terakhir terlihat ${seen ?? "-"}` : `diakhiri ${revoked}`;
  return `${id}  ${letter || "A"}  ${name}  (${state})`;
};

const lines = <T>(answer: Answer<T>, lineOf: (value: T) => string): Answer<string[]> =>
  answer.ok ? taken([lineOf(answer.value)]) : answer;

async function withOffice(
  ctx: Parameters<Command>[0],
  text: string | undefined,
  work: (id: string) => Promise<Answer<string[]>>,
): Promise<Answer<string[]>> {
  const office = await findOffice(ctx, text ?? "");
  return office.ok ? work(office.value.id) : office;
}

async function withName(
  text: string | undefined,
  work: (name: string) => Promise<Answer<string[]>>,
): Promise<Answer<string[]>> {
  const name = line(120).safeParse(text);
  if (name.success) return work(name.data);
  return { ok: false, error: failure("params_invalid") };
}
