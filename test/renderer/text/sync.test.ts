import { describe, expect, it } from "vitest";
import {
  agoText,
  aheadText,
  type SyncState,
  syncWords,
  transferWords,
  waitingWords,
} from "../../../renderer/text/sync.ts";

const NOTHING = { events: 0, files: 0, bytes: 0 };

const state = (change: Partial<SyncState> = {}): SyncState => ({
  connection: "idle",
  portal: {
    url: "https://portal.contoh.go.id",
    office: "Dinas Kominfo Kabupaten Contoh",
    device: { id: "d", name: "PC Loket", letter: "" },
  },
  settings: { automatic: true, limit: null, metered: false, proxy: "", authority: "" },
  waiting: NOTHING,
  missing: { files: 0, bytes: 0 },
  transfer: null,
  lastSuccess: null,
  failure: null,
  nextTry: null,
  refused: 0,
  conflicts: 0,
  ...change,
});
const failure = { code: "portal_slow", message: "…" };

describe("the state of the portal in a word", () => {
  it.each<[string, Partial<SyncState>, string, string]>([
    ["connected", {}, "ok", "Tersambung"],
    [
      "waiting",
      { waiting: { events: 12, files: 1, bytes: 3_200_000 } },
      "warn",
      "Menunggu 12 catatan dan 1 berkas, 3,2 MB",
    ],
    ["offline", { connection: "offline" }, "warn", "Luring"],
    [
      "offline with work",
      { connection: "offline", waiting: { events: 2, files: 0, bytes: 900 } },
      "warn",
      "Luring, 2 catatan, 900 bita menunggu",
    ],
    ["in need of a person", { refused: 1 }, "late", "Perlu perhatian"],
    ["in conflict", { conflicts: 1 }, "late", "Perlu perhatian"],
    ["failed", { failure }, "warn", "Sinkron gagal"],
    ["revoked", { connection: "stopped", failure }, "late", "Sinkron berhenti"],
    ["copied", { connection: "rejoin" }, "late", "Perlu bergabung lagi"],
    ["at work", { connection: "syncing" }, "run", "Menyinkronkan"],
    [
      "sending",
      {
        connection: "syncing",
        transfer: { what: "events-out", name: "", done: 3, total: 12 },
      },
      "run",
      "Mengirim 3 dari 12 catatan",
    ],
  ])("is that of a PC that is %s", (_, change, tone, words) => {
    expect(syncWords(state(change))).toEqual({ tone, words });
  });

  it("names what goes over the line, and how much of it", () => {
    const file = { done: 1_200_000, total: 8_000_000 };
    expect(transferWords({ what: "file-out", ...file })).toBe("Mengirim berkas, 1,2 MB dari 8 MB");
    expect(transferWords({ what: "file-in", ...file })).toBe("Menerima berkas, 1,2 MB dari 8 MB");
    expect(transferWords({ what: "events-in", done: 40, total: 0 })).toBe("Menerima 40 catatan");
    expect(transferWords({ what: "snapshot", done: 0, total: 0 })).toBe(
      "Portal menyiapkan arsip kantor",
    );
    expect(waitingWords(NOTHING)).toBe("");
  });
});

describe("the time since or until", () => {
  const now = "2026-11-16T02:00:00.000Z";
  it("is told in minutes, hours and days, and a clock that is ahead does no harm", () => {
    expect(agoText("2026-11-16T01:59:30.000Z", now)).toBe("baru saja");
    expect(agoText("2026-11-16T01:55:00.000Z", now)).toBe("5 menit lalu");
    expect(agoText("2026-11-15T23:00:00.000Z", now)).toBe("3 jam lalu");
    expect(agoText("2026-11-09T02:00:00.000Z", now)).toBe("7 hari lalu");
    expect(agoText("2026-11-17T02:00:00.000Z", now)).toBe("baru saja");
    expect(aheadText("2026-11-16T02:00:20.000Z", now)).toBe("sebentar lagi");
    expect(aheadText("2026-11-16T02:04:30.000Z", now)).toBe("dalam 5 menit");
    expect(aheadText("2026-11-16T05:00:00.000Z", now)).toBe("dalam 3 jam");
  });
});
