import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { BUNDLE_LIMITS } from "#shared/bundle/limits.ts";
import { safeName, unsafePath } from "#shared/bundle/names.ts";
import type { TestCore } from "../../../support/core.ts";
import { fullRequest, OFFICE_A, OFFICE_B, openOffice } from "./offices.ts";
import { forged, packZip, rawZip, type RawEntry, readZip, withManifest } from "./zips.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let b: TestCore;
let good: Map<string, Buffer>;
beforeAll(async () => {
  const a = await openOffice(OFFICE_A);
  const path = join(a.folder, "berkas.zip");
  await a.call("bundle.zip", { request: await fullRequest(a), path });
  good = await readZip(path);
  await a.dispose();
  b = await openOffice(OFFICE_B);
});
afterAll(() => b.dispose());

const filesIn = (folder: string): string[] =>
  existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).sort() : [];

/** The refusal's code; and that nothing was written. */
async function refused(zip: Buffer): Promise<string> {
  const path = join(b.folder, "masuk.zip");
  writeFileSync(path, zip);
  const before = filesIn(join(b.folder, "files"));
  const { code, message } = await b.refusal("bundle.import", { path });
  expect(filesIn(join(b.folder, "files"))).toEqual(before);
  expect(filesIn(join(b.folder, "incoming"))).toEqual([]);
  expect((await b.call("bundle.list", {})).total).toBe(0);
  expect(message).toContain("Tidak ada yang disimpan");
  return code;
}

const raw = (...more: RawEntry[]): Buffer => rawZip([...rawOf(good), ...more]);
const rawOf = (contents: ReadonlyMap<string, Buffer>): RawEntry[] =>
  [...contents].map(([name, bytes]) => ({ name, bytes }));

describe("a ZIP from elsewhere is refused, and nothing changes, when it", () => {
  it("is no ZIP, or one cut off anywhere", async () => {
    const zip = await packZip(good);
    expect(await refused(Buffer.from("halo"))).toBe("bundle_not_zip");
    expect(await refused(Buffer.alloc(0))).toBe("bundle_not_zip");
    expect(await refused(Buffer.from("%PDF-1.4 bukan zip"))).toBe("bundle_not_zip");
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(await refused(zip.subarray(0, Math.floor(zip.length * share)))).toBe("bundle_not_zip");
    }
  });

  it("is somebody else's ZIP", async () => {
    expect(await refused(await packZip(new Map([["catatan.txt", Buffer.from("x")]])))).toBe(
      "bundle_not_lajur",
    );
    const other = withManifest(good, () => ({ format: "lain", version: 1 }));
    expect(await refused(await packZip(other))).toBe("bundle_not_lajur");
    const broken = new Map(good).set("manifest.json", Buffer.from("{"));
    expect(await refused(await packZip(broken))).toBe("bundle_not_lajur");
  });

  it("comes from a newer Lajur", async () => {
    const newer = withManifest(good, (manifest) => ({ ...manifest, version: 2, entries: "lain" }));
    expect(await refused(await packZip(newer))).toBe("bundle_newer");
  });

  it.each([
    "../keluar.txt",
    "lampiran/../../keluar.txt",
    "/etc/passwd",
    "C:/Windows/x.txt",
    "c:x.txt",
    "a\\b.txt",
    "..\\..\\x.txt",
    "lampiran//x",
    "./x",
    "CON",
    "lampiran/nul.txt",
    "aux.",
    "akhir ",
    "a\u0000b",
    "baris\nbaru",
    "a:b",
    "x".repeat(BUNDLE_LIMITS.name + 1),
  ])("holds the name %j", async (name) => {
    expect(await refused(raw({ name, bytes: Buffer.from("x") }))).toBe("bundle_unsafe_name");
    expect(existsSync(join(b.folder, "keluar.txt"))).toBe(false);
  });

  it("holds a name twice, also in other letters or folded otherwise", async () => {
    const twice = (one: string, other: string) =>
      refused(
        raw({ name: one, bytes: Buffer.from("x") }, { name: other, bytes: Buffer.from("y") }),
      );
    expect(await twice("a.txt", "a.txt")).toBe("bundle_name_twice");
    expect(await twice("A.txt", "a.TXT")).toBe("bundle_name_twice");
    expect(await twice("caf\u00e9.txt", "cafe\u0301.txt")).toBe("bundle_name_twice");
  });

  it("holds a link", async () => {
    const attributes = (0o120777 << 16) >>> 0;
    const link = { name: "tautan", bytes: Buffer.from("/etc/passwd"), attributes };
    expect(await refused(raw(link))).toBe("bundle_link");
  });

  it("is locked by a password", async () => {
    const locked = { name: "rahasia.txt", bytes: Buffer.from("x"), flags: 0x801 };
    expect(await refused(raw(locked))).toBe("bundle_encrypted");
  });

  it("holds 100,000 entries, whatever its end says of them", async () => {
    const bytes = Buffer.alloc(0);
    const many = Array.from({ length: 100_000 }, (_, at) => ({ name: `f${at}`, bytes }));
    expect(await refused(rawZip(many))).toBe("bundle_too_many");
    expect(["bundle_too_many", "bundle_not_zip", "bundle_not_lajur"]).toContain(
      await refused(rawZip(many, 1)),
    );
  });

  it("is a bomb: little that unpacks to a lot, at once or many times over", async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const bomb = raw({ name: "bom", bytes: zeros });
    expect(bomb.length).toBeLessThan(400_000);
    const before = process.memoryUsage().rss;
    expect(await refused(bomb)).toBe("bundle_too_large");
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    // One file's bytes for hundreds of entries: 42 KB that would be gigabytes.
    const kernel = { name: "isi", bytes: Buffer.alloc(3 * 1024 * 1024) };
    const echoes = Array.from({ length: 1900 }, (_, at) => ({
      ...kernel,
      name: `isi${at}`,
      overlapped: true,
    }));
    expect(["bundle_too_large", "bundle_not_zip"]).toContain(
      await refused(rawZip([kernel, ...echoes])),
    );
  });

  it("says that an entry is smaller than it is", async () => {
    const lie = { name: "bom", bytes: Buffer.alloc(8 * 1024 * 1024), size: 10 };
    const listed = withManifest(good, (manifest) => ({
      ...manifest,
      entries: [
        ...manifest.entries,
        { path: "bom", size: 10, sha256: "0".repeat(64), kind: "file" },
      ],
    }));
    expect(["bundle_not_zip", "bundle_changed"]).toContain(
      await refused(rawZip([...rawOf(listed), lie])),
    );
  });

  it("was changed in a single byte, in any of its files", async () => {
    for (const [path, bytes] of good) {
      if (path === "manifest.json") continue;
      const flipped = Buffer.from(bytes);
      flipped[Math.floor(flipped.length / 2)]! ^= 1;
      expect(await refused(await packZip(new Map(good).set(path, flipped)))).toBe("bundle_changed");
    }
  });

  it("was changed together with its manifest: an event's hash tells", async () => {
    const bundled = JSON.parse(good.get("request.json")?.toString() ?? "") as {
      events: { body: string; type: string; version: number }[];
      definition: { steps: unknown[] };
    };
    const changedEvents = bundled.events.map((event) =>
      event.type === "step.completed"
        ? { ...event, body: event.body.replace("Sudah dicek", "Belum dicek") }
        : event,
    );
    const change = (next: object): Promise<string> => {
      const bytes = Buffer.from(JSON.stringify({ ...bundled, ...next }));
      return packZip(forged(good, "request.json", bytes)).then(refused);
    };
    expect(await change({ events: changedEvents })).toBe("bundle_changed");
    expect(await change({ events: [] })).toBe("bundle_broken");
    expect(await change({ events: bundled.events.slice(1) })).toBe("bundle_broken");
    expect(await change({ id: "lain" })).toBe("bundle_broken");
    expect(await change({ definition: { ...bundled.definition, steps: [] } })).toBe(
      "bundle_broken",
    );
    const later = bundled.events.map((event) => ({ ...event, version: event.version + 1 }));
    expect(await change({ events: later })).toBe("bundle_newer");
  });

  it("lacks a file of its manifest, or holds one more", async () => {
    const less = new Map(good);
    less.delete("berkas.pdf");
    expect(await refused(await packZip(less))).toBe("bundle_incomplete");
    const more = new Map(good).set("tambahan.exe", Buffer.from("MZ"));
    expect(await refused(await packZip(more))).toBe("bundle_extra");
  });

  it("names an attachment that its request does not have", async () => {
    const other = withManifest(good, (manifest) => ({
      ...manifest,
      entries: manifest.entries.map((one) =>
        one.path.startsWith("lampiran/") ? { ...one, id: "lain" } : one,
      ),
    }));
    expect(await refused(await packZip(other))).toBe("bundle_broken");
  });
});

describe("a name in a bundle", () => {
  it.each([
    ["laporan akhir.pdf", "laporan akhir.pdf"],
    ["a/b\\c:d*e?.xlsx", "a-b-c-d-e-.xlsx"],
    ["=HYPERLINK(1).csv", "HYPERLINK(1).csv"],
    ["[1] data.xlsx", "1- data.xlsx"],
    ["CON.txt", "_CON.txt"],
    ["...", "berkas"],
    ["surat.", "surat"],
    ["\u202Efdp.exe", "fdp.exe"],
    ["é".repeat(200), "é".repeat(80)],
  ])("becomes of %j a safe one", (name, safe) => {
    expect(safeName(name)).toBe(safe);
    expect(unsafePath(safeName(name))).toBeNull();
  });
});
