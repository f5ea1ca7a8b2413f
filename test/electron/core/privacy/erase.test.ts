import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { readErasures } from "#core/privacy/erasures.ts";
import type { ParamsIn } from "#shared/contract.ts";
import {
  CONSOLE,
  intake,
  openCore,
  temporaryFolder,
  type TestCore,
} from "../../../support/core.ts";

let lajur: TestCore;
afterEach(() => lajur.dispose());

const person = {
  kind: "individual" as const,
  name: "Ratna Dwi Kusumaningtyas",
  identity: "3520112233445566",
  phone: "0812-9999-7777",
  email: "ratna.dwi@contoh.id",
  address: "Jalan Cempaka Putih 17\nContoh",
};
const asked: ParamsIn<"request.create"> = { ...intake, requester: person };
const reason = "Masa simpan berakhir dan pemohon meminta datanya dihapus.";

/** Pieces that must not be found anywhere once it is erased. */
const WORDS = [
  "Kusumaningtyas",
  "3520112233445566",
  "0812-9999-7777",
  "ratna.dwi",
  "Cempaka Putih",
];

/** Single words as the search index keeps them. */
const INDEXED = ["kusumaningtyas", "3520112233445566", "cempaka"];

/** Which of the words stand in the bytes of the archive's own files. */
function foundIn(folder: string, words = WORDS): string[] {
  const files = readdirSync(folder).filter((name) => /^archive\.sqlite|\.json$/.test(name));
  return files.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return words.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word}`);
  });
}

/** A request with the person's words in notes, letters, what was sent, and a cancelled end. */
async function writtenAll(): Promise<{ id: string; number: string }> {
  await lajur.call("demo.fill", {});
  const { id, number } = await lajur.call("request.create", {
    ...asked,
    subject: "Data padi untuk Ratna Dwi Kusumaningtyas",
  });
  await lajur.call("note.add", {
    request: id,
    text: "Ratna Dwi Kusumaningtyas menelepon dari 0812-9999-7777.",
  });
  const { letter } = await lajur.call("letter.draft", {
    request: id,
    kind: "refusal",
    reasons: ["Data milik Ratna Dwi Kusumaningtyas (ratna.dwi@contoh.id) tidak lengkap."],
  });
  await lajur.call("document.issue", { request: id, kind: "refusal", letter: letter.id });
  await lajur.call("letter.sign", { request: id, letter: letter.id, how: "wet" });
  await lajur.call("letter.send", {
    request: id,
    letter: letter.id,
    how: "Diambil sendiri",
    to: "Ratna Dwi Kusumaningtyas",
  });
  await lajur.call("request.cancel", { request: id, reason: "Ratna Dwi Kusumaningtyas mundur." });
  return { id, number };
}

describe("erasing an identity", () => {
  it("keeps the requester's words out of new events before anything is erased", async () => {
    lajur = openCore();
    const { id } = await writtenAll();
    const shown = await lajur.call("request.get", { id });
    expect(shown.letters[0]?.sent?.to).toBe("Ratna Dwi Kusumaningtyas");
    expect(shown.notes[0]?.text).toContain("0812-9999-7777");
    await lajur.core.close();
    const db = new Database(join(lajur.folder, "archive.sqlite"), { readonly: true });
    const bodies = db.prepare("SELECT group_concat(body) FROM event").pluck().get() as string;
    db.close();
    expect(WORDS.filter((word) => bodies.includes(word))).toEqual([]);
    lajur = openCore({ archive: lajur.folder });
  });

  it("leaves none of the words in any byte of the archive, and the chain whole", async () => {
    lajur = openCore();
    const { id, number } = await writtenAll();
    expect(foundIn(lajur.folder, INDEXED)).not.toEqual([]);
    const erased = await lajur.call("identity.erase", { request: id, reason });
    expect(erased).toMatchObject({ requester: null, erased: { reason } });
    expect(foundIn(lajur.folder)).toEqual([]);
    const shown = await lajur.call("request.get", { id });
    expect(shown.requester?.name).toBe("(identitas dihapus)");
    expect(shown.subject).toBe("Data padi untuk (identitas dihapus)");
    expect(shown.letters[0]?.sent?.to).toBe("(identitas dihapus)");
    expect((await lajur.call("request.list", { words: "Kusumaningtyas" })).total).toBe(0);
    expect(await lajur.call("requester.find", { words: "Kusumaningtyas" })).toEqual([]);
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true });
    const list = await lajur.call("identity.erasures", {});
    expect(list.rows).toMatchObject([{ request: id, number, reason, by: { id: "konsol" } }]);
    await lajur.call("archive.rebuild", {});
    expect(foundIn(lajur.folder)).toEqual([]);
    lajur = await lajur.reopen();
    expect(foundIn(lajur.folder, [...WORDS, ...INDEXED])).toEqual([]);
  });

  it("leaves no copy in unused parts of pages among many others", async () => {
    lajur = openCore();
    const kept: string[] = [];
    const gone: string[] = [];
    for (let one = 0; one < 150; one += 1) {
      const word = createHash("sha256").update(String(one)).digest("hex").slice(0, 12);
      const requester = { ...person, name: `Siti X${word}` };
      const { id } = await lajur.call("request.create", { ...asked, requester });
      const text = `Dari Siti X${word}: ${"catatan ".repeat(one % 40)}`;
      await lajur.call("note.add", { request: id, text });
      // The index keeps beginnings that words share apart.
      (one % 5 > 0 ? kept : gone).push(word.slice(3));
      if (one % 5 > 0) continue;
      await lajur.call("identity.erase", { request: id, reason, confirmed: true });
    }
    const shown = await lajur.call("request.list", { words: "identitas dihapus" });
    expect(shown.total).toBe(gone.length);
    lajur = await lajur.reopen();
    expect(foundIn(lajur.folder, gone)).toEqual([]);
    expect(new Set(foundIn(lajur.folder, kept)).size).toBe(kept.length);
  });

  it("says nothing against a paper whose words were erased", async () => {
    lajur = openCore();
    const { id } = await writtenAll();
    const letter = (await lajur.call("request.get", { id })).letters[0];
    await lajur.call("identity.erase", { request: id, reason });
    const code = letter?.number ?? "";
    const { verdict, message } = await lajur.call("letter.verify", { code });
    expect(verdict).toBe("same");
    expect(message).not.toContain("Kusumaningtyas");
  });

  it("is done again after a restore of a backup of before", async () => {
    lajur = openCore();
    const { id } = await writtenAll();
    await lajur.core.close();
    const backup = temporaryFolder();
    cpSync(join(lajur.folder, "archive.sqlite"), join(backup, "archive.sqlite"));
    lajur = openCore({ archive: lajur.folder });
    await lajur.call("identity.erase", { request: id, reason });
    await lajur.core.close();
    cpSync(join(backup, "archive.sqlite"), join(lajur.folder, "archive.sqlite"));
    rmSync(backup, { recursive: true });
    expect(foundIn(lajur.folder)).not.toEqual([]);
    lajur = openCore({ archive: lajur.folder });
    expect(foundIn(lajur.folder)).toEqual([]);
    const { erased } = await lajur.call("identity.get", { request: id });
    expect(erased).toMatchObject({ reason, by: { id: "konsol" } });
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true, problems: [] });
  });

  it("is finished at the next start after a power cut right behind the list", async () => {
    lajur = openCore();
    const { id, number } = await writtenAll();
    await lajur.core.close();
    const at = "2026-11-20T03:00:00.000Z";
    const erasures = [{ request: id, number, at, by: "konsol", reason: JSON.stringify(reason) }];
    writeFileSync(join(lajur.folder, "erased.json"), JSON.stringify({ version: 1, erasures }));
    lajur = openCore({ archive: lajur.folder });
    expect(foundIn(lajur.folder)).toEqual([]);
    expect((await lajur.call("identity.get", { request: id })).erased?.reason).toBe(reason);
    const history = await lajur.call("history.list", { request: id });
    lajur = await lajur.reopen();
    expect(await lajur.call("history.list", { request: id })).toEqual(history);
  });

  it("writes its list anew from the log where that was lost or broken", async () => {
    lajur = openCore();
    const { id } = await writtenAll();
    await lajur.call("identity.erase", { request: id, reason });
    const before = readErasures(lajur.folder);
    for (const spoil of [
      () => rmSync(join(lajur.folder, "erased.json")),
      () => writeFileSync(join(lajur.folder, "erased.json"), '{"version":1,"eras'),
    ]) {
      await lajur.core.close();
      spoil();
      lajur = openCore({ archive: lajur.folder });
      const after = readErasures(lajur.folder);
      expect(after.map(({ request, number }) => [request, number])).toEqual(
        before.map(({ request, number }) => [request, number]),
      );
    }
  });

  it("asks once more while the request still runs, and never happens to in-house work", async () => {
    lajur = openCore();
    const { id } = await lajur.call("request.create", asked);
    const refused = await lajur.refusal("identity.erase", { request: id, reason });
    expect(refused).toMatchObject({ code: "identity_running", field: "confirmed" });
    expect((await lajur.call("identity.get", { request: id })).requester).toMatchObject(person);
    expect(readErasures(lajur.folder)).toEqual([]);
    await lajur.call("identity.erase", { request: id, reason, confirmed: true });
    const again = await lajur.refusal("identity.erase", { request: id, reason, confirmed: true });
    expect(again.code).toBe("identity_erased");
    expect((await lajur.refusal("identity.report", { request: id })).code).toBe("office_missing");
    expect(CONSOLE.user).toBeNull();
  });

  it("changes nothing when the database cannot take it", async () => {
    lajur = openCore();
    const { id } = await writtenAll();
    const db = new Database(join(lajur.folder, "archive.sqlite"));
    db.exec("CREATE TRIGGER full BEFORE DELETE ON identity BEGIN SELECT raise(ABORT, 'no'); END");
    db.close();
    expect((await lajur.refusal("identity.erase", { request: id, reason })).code).toBe("internal");
    expect(readErasures(lajur.folder)).toEqual([]);
    expect((await lajur.call("request.get", { id })).requester?.name).toBe(person.name);
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true });
  });
});
