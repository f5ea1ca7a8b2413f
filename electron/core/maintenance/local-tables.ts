import type { Db } from "../archive/database.ts";
import { MIRRORED } from "../archive/migrations/0005/mirrors.ts";
import type { Tell } from "./problems.ts";

const NAMES: Record<(typeof MIRRORED)[number]["table"], string> = {
  meta: "Catatan tentang arsip ini",
  writer: "Catatan tentang PC ini",
  sop_draft: "Draf SOP",
  identity_access: "Catatan akses identitas",
  file_text: "Catatan teks lampiran",
  backup_destination: "Daftar tempat cadangan",
  portal: "Catatan sambungan ke portal",
  message: "Kiriman dari portal",
  outbox: "Kiriman ke portal",
  event_refused: "Catatan yang ditolak portal",
  event_aside: "Catatan yang disisihkan",
  event_waiting: "Catatan yang menunggu catatan lain",
  conflict_read: "Catatan pemberitahuan yang sudah dibaca",
  portal_office: "Daftar kantor di portal",
  ckan_fact: "Catatan tentang portal data terbuka",
  ckan_job: "Antrean ke portal data terbuka",
};

/** Tables beside the log that nothing else tells of, against their mirrors. */
export function checkMirrors(db: Db, tell: Tell): void {
  for (const { table, key, columns } of MIRRORED) {
    const listed = [...key, ...columns].join(", ");
    const differing = db
      .prepare(
        `SELECT 1 FROM (SELECT ${listed} FROM ${table} EXCEPT SELECT ${listed} FROM ${table}_mirror)
         UNION ALL
         SELECT 1 FROM (SELECT ${listed} FROM ${table}_mirror EXCEPT SELECT ${listed} FROM ${table})
         LIMIT 1`,
      )
      .get();
    if (differing !== undefined) tell("local_changed", null, { name: NAMES[table], detail: table });
  }
}
