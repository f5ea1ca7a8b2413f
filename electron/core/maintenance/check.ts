import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import type { ResultOf } from "#shared/contract.ts";
import type { Archive } from "../archive/archive.ts";
import { hashOf } from "../archive/log.ts";
import type { FileStore } from "../files/store.ts";

type Problem = ResultOf<"archive.check">["problems"][number];

/**
 * Verifies the database's pages, every writer's chain, the projection against its events, and the
 * content of every file. Reads only.
 */
export async function checkArchive(
  archive: Archive,
  store: FileStore,
): Promise<ResultOf<"archive.check">> {
  const problems: Problem[] = [...checkPages(archive), ...checkChains(archive)];
  const ids = archive.log.streams();
  const files = new Map<string, { name: string; request: string; size: number }>();
  for (const id of ids) {
    problems.push(...checkProjection(archive, id));
    for (const file of archive.readState(id)?.files ?? []) {
      files.set(file.sha256, { name: file.name, request: id, size: file.size });
    }
  }
  for (const [sha256, file] of files) {
    const problem = await checkFile(store.pathOf(sha256), sha256, file);
    if (problem !== null) problems.push(problem);
  }
  return {
    sound: problems.length === 0,
    events: archive.log.count(),
    requests: ids.length,
    files: files.size,
    problems,
  };
}

function checkPages(archive: Archive): Problem[] {
  const found = archive.db.pragma("integrity_check", { simple: true });
  return found === "ok"
    ? []
    : [{ code: "page_broken", message: `Basis data rusak: ${String(found)}`, request: null }];
}

function checkChains(archive: Archive): Problem[] {
  const problems: Problem[] = [];
  for (const writer of archive.log.writers()) {
    let seq = 0;
    let prev: Buffer | null = null;
    for (const row of archive.log.rows(writer.id)) {
      const request = row.stream === "office" ? null : row.stream;
      if (row.seq !== seq + 1) problems.push(chainProblem("event_missing", row.seq, request));
      const { hash, ...rest } = row;
      const linked = prev === null ? row.prev === null : row.prev?.equals(prev) === true;
      if (!linked || !hashOf(rest).equals(hash)) {
        problems.push(chainProblem("event_changed", row.seq, request));
      }
      seq = row.seq;
      prev = hash;
    }
    const whole = seq === writer.seq && (prev?.equals(writer.hash ?? Buffer.alloc(0)) ?? true);
    if (!whole) problems.push(chainProblem("event_missing", writer.seq, null));
  }
  return problems;
}

function chainProblem(
  code: "event_missing" | "event_changed",
  seq: number,
  request: string | null,
): Problem {
  const what = code === "event_missing" ? "hilang" : "berubah sejak dicatat";
  return { code, message: `Catatan nomor ${seq} ${what}.`, request };
}

function checkProjection(archive: Archive, id: string): Problem[] {
  try {
    const folded = JSON.stringify(archive.fold(id));
    const shown = JSON.stringify(archive.readState(id));
    if (folded === shown) return [];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `Riwayat permohonan tidak dapat dibaca: ${detail}`;
    return [{ code: "history_broken", message, request: id }];
  }
  const message = "Yang ditampilkan berbeda dari riwayatnya. Jalankan Susun ulang.";
  return [{ code: "projection_differs", message, request: id }];
}

async function checkFile(
  path: string,
  sha256: string,
  file: { name: string; request: string },
): Promise<Problem | null> {
  const hash = createHash("sha256");
  try {
    for await (const part of createReadStream(path)) hash.update(part as Buffer);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return {
      code: missing ? "file_missing" : "file_unreadable",
      message: `Berkas ${file.name} ${missing ? "tidak ada di arsip" : "tidak dapat dibaca"}.`,
      request: file.request,
    };
  }
  if (hash.digest("hex") === sha256) return null;
  const message = `Isi berkas ${file.name} berubah sejak disimpan.`;
  return { code: "file_changed", message, request: file.request };
}
