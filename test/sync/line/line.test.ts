import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpClient } from "#core/sync/http/http-client.ts";
import type { SyncEngine } from "#core/sync/engine.ts";
import { namedFiles } from "#shared/sync/named-files.ts";
import { configFor } from "../../../portal/config.ts";
import { createPortal, type Portal } from "../../../portal/server.ts";
import { makeCode } from "../../../portal/service/devices.ts";
import { join as joinOffice } from "../../../portal/service/join.ts";
import { addOffice } from "../../../portal/service/offices.ts";
import { createRandom, type Random } from "../../faults/support/random.ts";
import { temporaryFolder } from "../../support/core.ts";
import { magetan } from "../../support/magetan.ts";
import { openSyncPc, type SyncPc } from "../../support/sync-pc.ts";
import { type BadLine, openBadLine } from "./bad-line.ts";

/** Time on the line runs so many times as fast: 50 kbit/s would take an hour for it. */
const FASTER = 400;
const LINE = {
  delay: 1000 / FASTER,
  rate: (50_000 / 8) * FASTER,
  breaks: 0.05,
  most: 100_000,
};
const EVENTS = 2000;
const FILES = [9_000_000, 6_000_000, 3_000_000, 1_500_000, 400_000, 100_000];
const SEED = Number(process.env.LAJUR_SEED ?? 20_261_121);

const definition = magetan();
let folder: string;
let portal: Portal;
let office: string;
const closing: (() => unknown)[] = [];
beforeEach(async () => {
  folder = temporaryFolder();
  portal = await createPortal(configFor({ data: join(folder, "portal"), logLevel: "silent" }));
  await portal.app.listen({ port: 0, host: "127.0.0.1" });
  const made = await addOffice(portal.ctx, "Dinas Contoh");
  if (!made.ok) throw new Error(made.error.code);
  office = made.value.id;
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await portal.close();
  rmSync(folder, { recursive: true, force: true });
});

const portOf = (): number => {
  const address = portal.app.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
};

type Office = { pc: SyncPc; line: BadLine; engine: SyncEngine };

/** A PC that has joined, behind a line of its own. */
async function openPc(name: string, options: Partial<typeof LINE>): Promise<Office> {
  const random = createRandom("line", SEED, name);
  const { code } = await makeCode(portal.ctx, office);
  const joined = await joinOffice(portal.ctx, { code, name, app: "uji" });
  if (!joined.ok) throw new Error(joined.error.code);
  const place = join(folder, name);
  mkdirSync(place);
  let time = Date.parse("2026-03-02T01:00:00.000Z");
  const pc = openSyncPc({
    folder: place,
    twins: join(folder, `${name}-twins`),
    now: () => new Date((time += 1000)).toISOString(),
    newId: () => random.id(),
  });
  const line = await openBadLine({ ...LINE, ...options, port: portOf(), random: random.next });
  pc.joined(line.url, joined.value);
  const client = createHttpClient({
    url: line.url,
    token: joined.value.token,
    settings: { proxy: "", authority: "" },
    limit: () => null,
    random: random.next,
  });
  if (!client.ok) throw new Error(client.error.message);
  closing.push(
    () => pc.archive.close(),
    line.close,
    () => client.value.close(),
  );
  return { pc, line, engine: pc.connect(client.value) };
}

/** A week's work without a line: events, and files attached to them. */
async function work({ archive, store }: SyncPc, random: Random): Promise<void> {
  archive.recordOffice("sari", [{ type: "sop.published", body: definition }]);
  const requests: string[] = [];
  for (let one = 0; one < 100; one += 1) {
    const id = random.id();
    requests.push(id);
    const body = {
      number: `2026/${one}`,
      running: { year: 2026, value: one },
      sop: { id: definition.id, version: definition.version },
      requester: null,
      subject: `Data ${one}`,
      items: [{ name: "Padi", period: "2025", unit: "ton", format: "xlsx" }],
      purpose: "",
      delivery: "pickup" as const,
      letter: { number: "", date: "" },
      received: "2026-03-02",
    };
    archive.record(id, "sari", null, definition, [{ type: "request.created", body }]);
  }
  for (const size of FILES) {
    const incoming = await store.receive();
    await incoming.append(random.bytes(size));
    const { sha256 } = await incoming.finish();
    const id = random.pick(requests);
    const body = { id: random.id(), sha256, name: "berkas.bin", size, step: null, visit: null };
    const event = { type: "file.attached", body } as const;
    archive.record(id, "sari", archive.readState(id), definition, [event]);
  }
  const count = (): number => archive.log.heads().reduce((sum, { seq }) => sum + seq, 0);
  archive.transact(() => {
    for (let left = EVENTS - count(); left > 0; left -= 1) {
      const id = random.pick(requests);
      const text = `Catatan ${random.id()} tentang ${random.id()}`;
      const event = { type: "note.added", body: { step: null, text } } as const;
      archive.record(id, "sari", archive.readState(id), definition, [event]);
    }
  });
}

/** Rounds until one goes through, as the PC does by itself after a while. */
async function syncThrough({ engine }: Office): Promise<number> {
  for (let rounds = 1; rounds <= 60; rounds += 1) {
    const { trouble } = await engine.run({ asked: true });
    if (trouble === null) return rounds;
    expect([0, 413, 502], trouble.error.message).toContain(trouble.status);
  }
  throw new Error("60 rounds have not gone through");
}

describe("a line of 50 kbit/s that answers after a second, breaks off and refuses large bodies", () => {
  it("brings 2,000 events and 20 MB of files, for at most 1.3 times the bytes", async () => {
    console.info(`line: seed ${SEED}; again: LAJUR_SEED=${SEED} vitest run test/sync/line`);
    const total = FILES.reduce((sum, size) => sum + size, 0);
    const near = await openPc("dekat", {});
    await work(near.pc, createRandom("work", SEED));
    const rounds = await syncThrough(near);
    const up = near.line.bytes;
    const far = await openPc("jauh", {});
    const back = await syncThrough(far);
    console.info(
      `up: ${up} bytes, ${near.line.requests} requests, ${near.line.broken} broken, ` +
        `${near.line.refused} refused, ${rounds} rounds; down: ${far.line.bytes} bytes, ` +
        `${far.line.requests} requests, ${far.line.broken} broken, ${back} rounds`,
    );
    expect(near.line.broken).toBeGreaterThan(0);
    expect(near.line.refused).toBeGreaterThan(0);
    expect(far.line.broken).toBeGreaterThan(0);
    expect(far.pc.archive.log.heads()).toEqual(near.pc.archive.log.heads());
    const contents = far.pc.archive
      .sql("SELECT body FROM event WHERE type = 'file.attached'")
      .pluck()
      .all()
      .flatMap((body) => namedFiles(JSON.parse(String(body))));
    expect(contents).toHaveLength(FILES.length);
    for (const { sha256 } of contents) {
      expect(existsSync(far.pc.store.pathOf(sha256))).toBe(true);
    }

    // What the same takes over a line on which nothing goes wrong.
    const whole = await openPc("baik", { breaks: 0, most: Number.POSITIVE_INFINITY });
    await syncThrough(whole);
    const least = whole.line.bytes;
    expect(least).toBeGreaterThan(total);
    expect(far.line.bytes / least).toBeLessThan(1.3);
    expect(up / least).toBeLessThan(1.3);
  }, 180_000);
});
