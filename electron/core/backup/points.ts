import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  BACKUP_FORMAT,
  type Manifest,
  manifestSchema,
  POINT_NAME,
} from "#shared/backup/manifest.ts";
import { failure } from "#shared/errors.ts";
import { layoutOf } from "./layout.ts";

/** A point as it lies there; `problem` is a sentence when it cannot be used. */
export type Point = { point: string; manifest: Manifest | null; problem: string | null };

/** Points of a backup folder, newest first. Reads manifests only, so damage deeper shows later. */
export async function listPoints(folder: string): Promise<Point[]> {
  const names = await readdir(layoutOf(folder).points).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  const points = names
    .filter((name) => POINT_NAME.test(name))
    .sort()
    .reverse();
  return Promise.all(points.map((point) => readPoint(folder, point)));
}

export async function readPoint(folder: string, point: string): Promise<Point> {
  const layout = layoutOf(folder);
  const path = join(layout.points, point);
  const broken = (detail: string): Point => ({
    point,
    manifest: null,
    problem: failure("backup_point_broken", { detail }).message,
  });
  const text = await readFile(layout.manifest(path), "utf8").catch(() => null);
  if (text === null) return broken("keterangannya (manifest.json) hilang");
  const data = parse(text);
  if (isNewer(data)) return { point, manifest: null, problem: failure("backup_newer").message };
  const manifest = manifestSchema.safeParse(data);
  if (!manifest.success) return broken("keterangannya (manifest.json) tidak utuh");
  const { encrypted, database } = manifest.data;
  const there = await stat(layout.database(path, encrypted)).catch(() => null);
  if (there === null) return { ...broken("basis datanya hilang"), manifest: manifest.data };
  if (there.size !== database.stored) {
    return { ...broken("basis datanya terpotong"), manifest: manifest.data };
  }
  return { point, manifest: manifest.data, problem: null };
}

/** The outline alone, for the screens. */
export function summaryOf(manifest: Manifest): Omit<Manifest, "heads"> {
  const { heads: _, ...summary } = manifest;
  return summary;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null; // not JSON: the same as not whole
  }
}

const isNewer = (data: unknown): boolean =>
  typeof data === "object" &&
  data !== null &&
  "format" in data &&
  typeof data.format === "number" &&
  data.format > BACKUP_FORMAT;
