import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type BackupInput, run as runBackup } from "#core/backup/backup-task.ts";
import { intake, openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";

// Each passphrase costs a second of scrypt, more on a busy PC.
vi.setConfig({ testTimeout: 120_000 });

const PASSPHRASE = "rahasia kabupaten contoh";

const opened: TestCore[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.dispose();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function keep(core: TestCore): TestCore {
  opened.push(core);
  return core;
}
function folder(): string {
  const path = temporaryFolder();
  folders.push(path);
  return path;
}

/** The made-up office. */
async function filled(): Promise<TestCore> {
  const core = keep(openCore());
  await core.call("demo.fill", {});
  return core;
}

async function everything(core: TestCore) {
  const { rows, total } = await core.call("request.list", { status: "all", limit: 500 });
  const histories = [];
  const details = [];
  for (const { id } of rows) {
    histories.push(await core.call("history.list", { request: id }));
    details.push(await core.call("request.get", { id }));
  }
  return { total, rows, histories, details, office: await core.call("office.get", {}) };
}

function writers(core: TestCore): Promise<string[]> {
  return core
    .call("request.list", { status: "all", limit: 500 })
    .then(({ rows }) =>
      Promise.all(rows.map(({ id }) => core.call("history.list", { request: id }))),
    )
    .then((all) => [...new Set(all.flat().map(({ id }) => id.split(":")[0] ?? ""))]);
}

const backupFolderIn = (destination: string): string =>
  join(destination, readdirSync(destination).find((name) => name.startsWith("Lajur-")) ?? "none");

async function restoreTo(
  core: TestCore,
  path: string,
  more: { passphrase?: string; replaces?: string; point?: string } = {},
): Promise<TestCore> {
  const { backups } = await core.call("backup.find", { path });
  const point = more.point ?? backups[0]?.points[0]?.point ?? "";
  await core.call("backup.restore", { ...more, path, point });
  opened.splice(opened.indexOf(core), 1);
  return keep(await core.reopen());
}

for (const passphrase of [undefined, PASSPHRASE]) {
  const kind = passphrase === undefined ? "a plain" : "a locked";

  describe(`${kind} backup`, () => {
    test("brings everything back on another PC, where a new writer goes on", async () => {
      const core = await filled();
      const before = await everything(core);
      const [first] = before.rows;
      if (first === undefined) throw new Error("no requests");
      const scan = join(core.folder, "pindaian.pdf");
      writeFileSync(scan, Buffer.alloc(3_000_000, "lajur"));
      await core.call("file.attach", { request: first.id, path: scan });
      const last = await everything(core);
      const usb = folder();
      const { id } = await core.call("backup.add", {
        folder: usb,
        ...(passphrase && { passphrase }),
      });
      const { runs } = await core.call("backup.run", { destination: id });
      expect(runs[0]).toMatchObject({ damaged: 0, dropped: 0 });
      await core.dispose();
      opened.length = 0;

      const fresh = keep(openCore());
      const { backups } = await fresh.call("backup.find", { path: usb });
      expect(backups).toHaveLength(1);
      expect(backups[0]?.own).toBe(false);
      const point = backups[0]?.points[0];
      expect(point?.manifest).toMatchObject({
        counts: { requests: last.total },
        encrypted: passphrase !== undefined,
      });
      const seen = await fresh.call("backup.inspect", { path: usb, point: point?.point ?? "" });
      expect(seen).toMatchObject({ here: "empty", lost: 0 });
      const restored = await restoreTo(fresh, usb, passphrase === undefined ? {} : { passphrase });
      expect(await everything(restored)).toEqual(last);
      const check = await restored.call("archive.check", {});
      expect(check.problems).toEqual([]);

      const known = await writers(restored);
      await restored.call("request.create", intake);
      const after = await writers(restored);
      expect(after.length).toBe(known.length + 1);
      // The destination came along and goes on in the same folder.
      await restored.call("backup.run", { destination: id });
      expect(readdirSync(usb).filter((name) => name.startsWith("Lajur-"))).toHaveLength(1);
    });
  });
}

describe("a passphrase", () => {
  test("shows neither names nor contents of what it holds", async () => {
    const core = await filled();
    const usb = folder();
    await attach(core, "rahasia.txt", "rahasia negara");
    const { id } = await core.call("backup.add", { folder: usb, passphrase: PASSPHRASE });
    await core.call("backup.run", { destination: id });
    const text = readTree(backupFolderIn(usb));
    for (const name of readdirSync(join(core.folder, "files")).flatMap((part) =>
      readdirSync(join(core.folder, "files", part)),
    )) {
      expect(text).not.toContain(name);
    }
    expect(text).not.toContain("rahasia negara");
    expect(text).not.toContain("SQLite format");
    expect(text).not.toContain("AGE-SECRET-KEY");
  });

  test("refuses a wrong or missing passphrase and changes nothing", async () => {
    const core = await filled();
    const usb = folder();
    const { id } = await core.call("backup.add", { folder: usb, passphrase: PASSPHRASE });
    await core.call("backup.run", { destination: id });
    const fresh = keep(openCore());
    const { backups } = await fresh.call("backup.find", { path: usb });
    const place = { path: usb, point: backups[0]?.points[0]?.point ?? "" };
    expect(await fresh.refusal("backup.restore", place)).toMatchObject({
      code: "backup_passphrase_missing",
      field: "passphrase",
    });
    const wrong = await fresh.refusal("backup.restore", { ...place, passphrase: "bukan itu" });
    expect(wrong.code).toBe("backup_passphrase_wrong");
    expect(existsSync(join(fresh.folder, "restore"))).toBe(false);
  });

  test("opens with the new passphrase after it was changed, and not with the old one", async () => {
    const core = await filled();
    const usb = folder();
    const { id } = await core.call("backup.add", { folder: usb, passphrase: PASSPHRASE });
    await core.call("backup.run", { destination: id });
    await core.call("backup.protect", { id, passphrase: "kata sandi baru" });
    await core.call("backup.run", { destination: id });
    const fresh = keep(openCore());
    const { backups } = await fresh.call("backup.find", { path: usb });
    const place = { path: usb, point: backups[0]?.points.at(-1)?.point ?? "" };
    const old = await fresh.refusal("backup.restore", { ...place, passphrase: PASSPHRASE });
    expect(old.code).toBe("backup_passphrase_wrong");
    const restored = await restoreTo(fresh, usb, { passphrase: "kata sandi baru" });
    expect((await restored.call("request.list", { status: "all" })).total).toBeGreaterThan(0);
  });

  test("lets points without a passphrase go once one with it is there", async () => {
    const core = await filled();
    const usb = folder();
    const { id } = await core.call("backup.add", { folder: usb });
    await core.call("backup.run", { destination: id });
    await core.call("backup.protect", { id, passphrase: PASSPHRASE, dropPlain: true });
    await core.call("backup.run", { destination: id });
    const { destinations } = await core.call("backup.state", {});
    expect(destinations[0]?.points.map(({ manifest }) => manifest?.encrypted)).toEqual([true]);
    expect(readTree(backupFolderIn(usb))).not.toContain("SQLite format");
  });
});

describe("a restore", () => {
  test("of this archive sets the newer one aside and says how much it holds", async () => {
    const core = await filled();
    const usb = folder();
    const { id } = await core.call("backup.add", { folder: usb });
    await core.call("backup.run", { destination: id });
    const before = await everything(core);
    await core.call("request.create", intake);
    const { destinations } = await core.call("backup.state", {});
    const point = destinations[0]?.points[0]?.point ?? "";
    const seen = await core.call("backup.inspect", { path: usb, point });
    expect(seen.here).toBe("own");
    expect(seen.lost).toBeGreaterThan(0);
    const restored = await restoreTo(core, usb);
    expect(await everything(restored)).toEqual(before);
    const aside = readdirSync(restored.folder).find((name) => name.startsWith("before-restore-"));
    expect(existsSync(join(restored.folder, aside ?? "", "archive.sqlite"))).toBe(true);
  });

  test("does not bring back an identity that was erased after the backup", async () => {
    const core = await filled();
    const usb = folder();
    const { id } = await core.call("backup.add", { folder: usb });
    await core.call("backup.run", { destination: id });
    const { rows } = await core.call("request.list", { status: "all", limit: 100 });
    const asked = rows.find(({ requester }) => requester !== "");
    const request = asked?.id ?? "";
    const [user] = await core.call("user.list", {});
    const who = { origin: "console", user: user?.id ?? null } as const;
    await core.call(
      "identity.erase",
      { request, reason: "Diminta pemohon.", confirmed: true },
      who,
    );
    const restored = await restoreTo(core, usb);
    const shown = await restored.call("request.get", { id: request });
    expect(JSON.stringify(shown)).not.toContain(asked?.requester);
    expect((await restored.call("identity.get", { request }, who)).erased).not.toBeNull();
  });

  test("of another office asks for the name of what it replaces", async () => {
    const one = await filled();
    const usb = folder();
    const { id } = await one.call("backup.add", { folder: usb });
    await one.call("backup.run", { destination: id });
    const other = await filled();
    const { backups } = await other.call("backup.find", { path: usb });
    const place = { path: usb, point: backups[0]?.points[0]?.point ?? "" };
    const office = (await other.call("office.get", {}))?.name ?? "";
    expect((await other.call("backup.inspect", place)).here).toBe("other");
    const refused = await other.refusal("backup.restore", place);
    expect(refused.code).toBe("backup_other_office");
    expect(refused.message).toContain(office);
    const ids = (await one.call("request.list", { status: "all" })).rows.map((row) => row.id);
    const restored = await restoreTo(other, usb, { replaces: office.toLowerCase() });
    const now = (await restored.call("request.list", { status: "all" })).rows.map((row) => row.id);
    expect(now).toEqual(ids);
  });

  test("refuses a point that was cut, changed, or is no backup at all", async () => {
    const core = await filled();
    const usb = folder();
    await attach(core, "satu.txt", "satu");
    const { id } = await core.call("backup.add", { folder: usb });
    await core.call("backup.run", { destination: id });
    const good = backupFolderIn(usb);
    const point = readdirSync(join(good, "points"))[0] ?? "";
    const file = (of: string, name: string): string =>
      join(backupFolderIn(of), "points", point, name);
    const spoilt = (spoil: (of: string) => void): string => {
      const copy = folder();
      cpSync(usb, copy, { recursive: true });
      spoil(copy);
      return copy;
    };
    const fresh = keep(openCore());
    const refusal = (path: string) => fresh.refusal("backup.restore", { path, point });

    const cut = spoilt((of) => {
      const bytes = readFileSync(file(of, "archive.sqlite"));
      writeFileSync(file(of, "archive.sqlite"), bytes.subarray(0, bytes.length - 4096));
    });
    const flipped = spoilt((of) => {
      const bytes = readFileSync(file(of, "archive.sqlite"));
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(file(of, "archive.sqlite"), bytes);
    });
    const halfManifest = spoilt((of) =>
      writeFileSync(
        file(of, "manifest.json"),
        readFileSync(file(of, "manifest.json")).subarray(0, 90),
      ),
    );
    const otherList = spoilt((of) => writeFileSync(file(of, "files.txt"), ""));
    for (const path of [cut, flipped, halfManifest, otherList]) {
      const refused = await refusal(path);
      expect(refused.code).toBe("backup_point_broken");
      expect(refused.message).toContain("Tidak ada yang diubah");
    }
    const newer = spoilt((of) => {
      const manifest = JSON.parse(readFileSync(file(of, "manifest.json"), "utf8")) as object;
      writeFileSync(file(of, "manifest.json"), JSON.stringify({ ...manifest, schema: 9999 }));
    });
    expect((await refusal(newer)).code).toBe("backup_newer");
    const random = join(folder(), "acak.bin");
    writeFileSync(random, Buffer.from([1, 2, 3]));
    expect((await refusal(random)).code).toBe("backup_folder_is_file");
    expect((await refusal(folder())).code).toBe("backup_none_here");
    expect((await refusal("/tidak/ada")).code).toBe("backup_folder_missing");
    expect((await refusal("relatif")).code).toBe("backup_folder_relative");
    expect(existsSync(join(fresh.folder, "restore"))).toBe(false);
    expect((await fresh.call("request.list", { status: "all" })).total).toBe(0);
  });

  test("says how many attachments the backup has lost and brings the others", async () => {
    const core = await filled();
    const usb = folder();
    const { id } = await core.call("backup.add", { folder: usb });
    await attach(core, "satu.txt", "satu");
    await attach(core, "dua.txt", "dua");
    await core.call("backup.run", { destination: id });
    const pool = join(backupFolderIn(usb), "files");
    const names = readdirSync(pool).flatMap((part) =>
      readdirSync(join(pool, part)).map((name) => join(pool, part, name)),
    );
    rmSync(names[0] ?? "");
    const fresh = keep(openCore());
    const { backups } = await fresh.call("backup.find", { path: usb });
    const done = await fresh.call("backup.restore", {
      path: usb,
      point: backups[0]?.points[0]?.point ?? "",
    });
    expect(done).toMatchObject({ missing: 1, files: names.length - 1 });
  });
});

describe("a backup", () => {
  test("copies only what is new, and finds rot in what is old", async () => {
    const core = await filled();
    const usb = folder();
    await attach(core, "satu.txt", "satu");
    const { id } = await core.call("backup.add", { folder: usb });
    const first = await core.call("backup.run", { destination: id });
    await attach(core, "dua.txt", "dua");
    const second = await core.call("backup.run", { destination: id });
    expect(first.runs[0]?.copied).toBeGreaterThan(0);
    expect(second.runs[0]?.copied).toBe(1);
    // The same day lets the first point go, after the second was verified.
    expect(second.runs[0]?.dropped).toBe(1);
  });

  test("reads every file of the pool again within thirty days, and mends what has rotted", async () => {
    const core = await filled();
    const usb = folder();
    const sha = await attach(core, "satu.txt", "satu");
    const input: BackupInput = {
      archive: core.folder,
      destination: usb,
      id: "00000000-0000",
      office: "Kantor Contoh",
      version: "0.0.0",
      pc: "uji",
      made: "2026-11-01T00:00:00.000Z",
      zone: "WIB",
      identity: null,
      keyFile: null,
      dropPlain: false,
    };
    const first = await runBackup(input, () => {});
    expect(first).toMatchObject({ ok: true, value: { copied: 1 } });
    const pooled = join(backupFolderIn(usb), "files", sha.slice(0, 2), sha);
    writeFileSync(pooled, "sbtu");
    let mended = 0;
    for (let day = 2; day <= 31; day += 1) {
      const made = new Date(Date.UTC(2026, 10, day)).toISOString();
      const done = await runBackup({ ...input, made }, () => {});
      mended += done.ok ? done.value.copied : 0;
    }
    expect(mended).toBe(1);
    expect(readFileSync(pooled, "utf8")).toBe("satu");
  });

  test("keeps the pool's good copy of an attachment that the archive lost, and heals it", async () => {
    const core = await filled();
    const usb = folder();
    const one = await attach(core, "satu.txt", "satu");
    const two = await attach(core, "dua.txt", "dua");
    const { id } = await core.call("backup.add", { folder: usb });
    await core.call("backup.run", { destination: id });
    const path = (sha: string): string => join(core.folder, "files", sha.slice(0, 2), sha);
    rmSync(path(one));
    writeFileSync(path(two), "dxa");
    const again = await core.call("backup.run", { destination: id });
    expect(again.runs[0]?.damaged).toBe(0);
    expect(await core.call("backup.heal", { destination: id })).toEqual({ healed: 2, left: 0 });
    expect(readFileSync(path(one), "utf8")).toBe("satu");
    expect(readFileSync(path(two), "utf8")).toBe("dua");
  });

  test("is not made of a damaged archive, and the older ones stay", async () => {
    const core = await filled();
    const usb = folder();
    const { id } = await core.call("backup.add", { folder: usb });
    await core.call("backup.run", { destination: id });
    const before = readdirSync(join(backupFolderIn(usb), "points"));
    const { default: Database } = await import("better-sqlite3");
    const db = new Database(join(core.folder, "archive.sqlite"));
    db.prepare(
      "UPDATE event SET actor = 'lain' WHERE rowid = (SELECT max(rowid) FROM event)",
    ).run();
    db.close();
    const refused = await core.refusal("backup.run", { destination: id });
    expect(refused.code).toBe("backup_source_damaged");
    expect(readdirSync(join(backupFolderIn(usb), "points"))).toEqual(before);
    const { destinations } = await core.call("backup.state", {});
    expect(destinations[0]?.failure?.code).toBe("backup_source_damaged");
  });

  test("tells of a folder that is gone as a state, and remembers no failure", async () => {
    const core = await filled();
    const usb = folder();
    const { id } = await core.call("backup.add", { folder: usb });
    rmSync(usb, { recursive: true });
    expect((await core.refusal("backup.run", { destination: id })).code).toBe("backup_unreachable");
    const { destinations } = await core.call("backup.state", {});
    expect(destinations[0]).toMatchObject({ reach: "absent", failure: null });
  });

  test("refuses folders that cannot hold it", async () => {
    const core = await filled();
    const add = (path: string) => core.refusal("backup.add", { folder: path });
    expect((await add("cadangan")).code).toBe("backup_folder_relative");
    expect((await add("/tidak/ada")).code).toBe("backup_folder_missing");
    const inside = join(core.folder, "files", "cadangan");
    mkdirSync(inside, { recursive: true });
    expect((await add(inside)).code).toBe("backup_folder_inside");
    const usb = folder();
    await core.call("backup.add", { folder: usb });
    expect((await add(usb)).code).toBe("backup_folder_twice");
    const short = await core.refusal("backup.add", { folder: folder(), passphrase: "pendek" });
    expect(short.code).toBe("passphrase_short");
  });
});

async function attach(core: TestCore, name: string, text: string): Promise<string> {
  const { rows } = await core.call("request.list", { status: "running", limit: 1 });
  const path = join(folder(), name);
  writeFileSync(path, text);
  const { file } = await core.call("file.attach", { request: rows[0]?.id ?? "", path });
  return file.sha256;
}

function readTree(path: string): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .map((entry) =>
      entry.isFile()
        ? `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), "latin1")}`
        : entry.name,
    )
    .join("\n");
}
