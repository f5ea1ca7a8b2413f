import type { Manifest } from "#shared/bundle/manifest.ts";
import { moment } from "#shared/time/format.ts";
import type { BundleSource } from "./source.ts";

type Facts = { missing: Manifest["missing"]; hasPdf: boolean; app: string };

/** BACA-SAYA.txt: what the ZIP is and how it is opened, for whoever has no Lajur. */
export function readme(source: BundleSource, { missing, hasPdf, app }: Facts): string {
  const { request, office } = source;
  const lines = [
    "BERKAS LENGKAP PERMOHONAN DATA",
    "",
    `Nomor     : ${request.number}`,
    `Perihal   : ${request.subject}`,
    `Kantor    : ${office.name}, ${office.government}`,
    `Disusun   : ${moment(source.made, office.zone)} dengan Lajur ${app}`,
    "",
    "Isi:",
    ...(hasPdf
      ? ["- berkas.pdf: seluruh berkas dalam satu PDF, untuk dibaca dan dicetak"]
      : ["- berkas.pdf tidak dibuat karena lampirannya terlalu besar untuk satu PDF"]),
    "- surat: surat sebagai PDF, dan berkas bertanda tangan sebagaimana diterima",
    "- lampiran: berkas yang dilampirkan, tanpa perubahan",
    "- request.json dan manifest.json: untuk dibaca Lajur; jangan diubah",
    "",
    "Kantor lain yang memakai Lajur mengambil alih berkas ini lewat menu Arsip, tab",
    "Berkas dari kantor lain. ZIP ini tidak perlu dibuka dahulu. Setiap berkas diperiksa",
    "dengan SHA-256; ZIP yang isinya berubah ditolak.",
    "",
    "Berkas ini memuat data pribadi pemohon. Perlakukan sesuai UU 27/2022.",
    ...(missing.length === 0
      ? []
      : [
          "",
          "Berkas yang tidak ikut:",
          ...missing.map(({ name, reason }) => `- ${name} (${reason})`),
        ]),
    "",
  ];
  return lines.join("\r\n");
}
