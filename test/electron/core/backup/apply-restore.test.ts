import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { applyRestore } from "#core/backup/apply-restore.ts";
import { asideName, type Ready } from "#core/backup/staged.ts";
import { temporaryFolder } from "../../../support/core.ts";

const ASIDE = asideName("2026-11-21T03:04:05.678Z");
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An archive with a restore that is staged and ready. */
function staged(): string {
  const archive = temporaryFolder();
  folders.push(archive);
  for (const name of ["archive.sqlite", "archive.sqlite-wal", "archive.sqlite-shm"]) {
    writeFileSync(join(archive, name), `old ${name}`);
  }
  mkdirSync(join(archive, "restore"));
  writeFileSync(join(archive, "restore", "archive.sqlite"), "new");
  const erasure = {
    request: "r1",
    number: "0001",
    at: "2026-11-20T00:00:00.000Z",
    by: "u1",
    reason: "",
  };
  const ready: Ready = { format: 1, size: 3, aside: ASIDE, erasures: [erasure] };
  writeFileSync(join(archive, "restore", "ready.json"), JSON.stringify(ready));
  return archive;
}

const aside = (archive: string, name: string): string => join(archive, ASIDE, name);
const move = (archive: string, name: string): void =>
  renameSync(join(archive, name), aside(archive, name));

/** What a power cut may leave, one step after the other. */
const CUTS: Record<string, (archive: string) => void> = {
  "before anything": () => {},
  "after the folder was made": (archive) => mkdirSync(join(archive, ASIDE)),
  "after the log of writes was moved": (archive) => {
    mkdirSync(join(archive, ASIDE));
    move(archive, "archive.sqlite-wal");
  },
  "after all was moved": (archive) => {
    mkdirSync(join(archive, ASIDE));
    for (const name of ["archive.sqlite-wal", "archive.sqlite-shm", "archive.sqlite"]) {
      move(archive, name);
    }
  },
  "after the new one came in": (archive) => {
    mkdirSync(join(archive, ASIDE));
    for (const name of ["archive.sqlite-wal", "archive.sqlite-shm", "archive.sqlite"]) {
      move(archive, name);
    }
    renameSync(join(archive, "restore", "archive.sqlite"), join(archive, "archive.sqlite"));
  },
};

describe("carrying out a restore", () => {
  for (const [when, cut] of Object.entries(CUTS)) {
    test(`ends with the same when it was cut ${when}`, () => {
      const archive = staged();
      cut(archive);
      expect(applyRestore(archive)).toEqual({ ok: true, value: "applied" });
      expect(readFileSync(join(archive, "archive.sqlite"), "utf8")).toBe("new");
      expect(readdirSync(join(archive, ASIDE)).sort()).toEqual([
        "archive.sqlite",
        "archive.sqlite-shm",
        "archive.sqlite-wal",
      ]);
      expect(readFileSync(aside(archive, "archive.sqlite"), "utf8")).toBe("old archive.sqlite");
      expect(existsSync(join(archive, "archive.sqlite-wal"))).toBe(false);
      expect(existsSync(join(archive, "restore"))).toBe(false);
      expect(readFileSync(join(archive, "erased.json"), "utf8")).toContain('"r1"');
      expect(applyRestore(archive)).toEqual({ ok: true, value: "none" });
    });
  }

  test("does nothing with one that was never made ready", () => {
    for (const spoil of [
      (archive: string) => rmSync(join(archive, "restore", "ready.json")),
      (archive: string) => writeFileSync(join(archive, "restore", "ready.json"), '{"format":1,'),
      (archive: string) => writeFileSync(join(archive, "restore", "archive.sqlite"), "ne"),
    ]) {
      const archive = staged();
      spoil(archive);
      expect(applyRestore(archive)).toEqual({ ok: true, value: "none" });
      expect(readFileSync(join(archive, "archive.sqlite"), "utf8")).toBe("old archive.sqlite");
      expect(existsSync(join(archive, "archive.sqlite-wal"))).toBe(true);
      expect(existsSync(join(archive, "restore"))).toBe(false);
    }
  });

  test("never follows a name out of the archive", () => {
    const archive = staged();
    const ready = { format: 1, size: 3, aside: "../elsewhere", erasures: [] };
    writeFileSync(join(archive, "restore", "ready.json"), JSON.stringify(ready));
    expect(applyRestore(archive)).toEqual({ ok: true, value: "none" });
    expect(readFileSync(join(archive, "archive.sqlite"), "utf8")).toBe("old archive.sqlite");
  });
});
