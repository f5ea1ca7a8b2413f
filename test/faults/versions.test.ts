import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCore } from "#core/core.ts";
import { intake, temporaryFolder } from "../support/core.ts";
import { RESOURCES } from "../support/magetan.ts";
import { fixture, NEWEST, OLD_VERSIONS } from "./support/fixtures.ts";
import { aside, allHeads } from "./support/heads.ts";
import { expectWhole, openPlace, type Place, placeIn } from "./support/verify.ts";

let folder: string;
let place: Place;
beforeEach(() => {
  folder = temporaryFolder();
  place = placeIn(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * What of the archive must stay as it is, byte for byte. Not the lock and its holder's name, and not
 * the empty log that looking leaves.
 */
const bytesOf = (archive: string) =>
  readdirSync(archive)
    .filter((name) => name.startsWith("archive.sqlite") && !name.endsWith("-shm"))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(archive, name));
      return { name, size: bytes.length, sha: createHash("sha256").update(bytes).digest("hex") };
    })
    .filter(({ size }) => size > 0);

const versionOf = (archive: string): unknown =>
  aside(archive, (db) => db.pragma("user_version", { simple: true }));

describe("an archive of a newer version", () => {
  const open = () => createCore({ ...place, resources: RESOURCES, holder: "uji", version: "0" });
  const refused = { ok: false, error: { code: "archive_newer" } };

  it("closed in order is refused with a sentence and left byte for byte", async () => {
    await openPlace(place).core.close();
    aside(place.archive, (db) => db.pragma("user_version = 99"));
    const before = bytesOf(place.archive);
    expect(open()).toMatchObject(refused);
    expect(open()).toMatchObject(refused);
    expect(bytesOf(place.archive)).toEqual(before);
  });

  it("left behind by a power cut is refused too, and its log of pages stays", async () => {
    const running = { ...place, archive: join(folder, "jalan") };
    const lajur = openPlace(running);
    await lajur.call("request.create", intake);
    aside(running.archive, (db) => db.pragma("user_version = 99"));
    cpSync(running.archive, place.archive, { recursive: true });
    rmSync(join(place.archive, "archive.sqlite-shm"), { force: true });
    await lajur.core.close();
    const before = bytesOf(place.archive);
    expect(before.map(({ name }) => name)).toContain("archive.sqlite-wal");
    expect(open()).toMatchObject(refused);
    expect(bytesOf(place.archive)).toEqual(before);
  });
});

describe("an archive of an older version", () => {
  it.each(OLD_VERSIONS)("%d is brought up with all its events, once", async (version) => {
    mkdirSync(place.archive, { recursive: true });
    copyFileSync(fixture(version), join(place.archive, "archive.sqlite"));
    const told = aside(place.archive, allHeads);
    expect(versionOf(place.archive)).toBe(version);
    const lajur = openPlace(place);
    await expectWhole(lajur, told);
    await lajur.core.close();
    expect(versionOf(place.archive)).toBe(NEWEST);
    const after = aside(place.archive, allHeads);
    expect(after.slice(0, told.length)).toEqual(told);
    await openPlace(place).core.close();
    expect(aside(place.archive, allHeads)).toEqual(after);
  });
});
