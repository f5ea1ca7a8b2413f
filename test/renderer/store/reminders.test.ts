import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createReminders } from "../../../renderer/store/reminders.ts";

/** What the system remembers of a PC, and what it shows. */
let kept: Map<string, string>;
let shown: { text: string; onClick: () => void }[];
let went: string[];
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};
const open = () =>
  createReminders(
    storage,
    (to) => void went.push(to),
    (text, onClick) => void shown.push({ text, onClick }),
  );

beforeEach(() => {
  kept = new Map([["lajur.pengingat", "ya"]]);
  shown = [];
  went = [];
});
afterEach(() => vi.unstubAllGlobals());

describe("reminders", () => {
  it("tell a thing once, also after the program is started again", () => {
    open().tell("2026-11-16 u1", "2 terlambat", null);
    open().tell("2026-11-16 u1", "3 terlambat", null);
    open().tell("2026-11-17 u1", "3 terlambat", null);
    expect(shown.map(({ text }) => text)).toEqual(["2 terlambat", "3 terlambat"]);
  });

  it("lead to the request on a click", () => {
    open().tell("r1", "2026/0010: terlambat 1 hari", "/permohonan/r1");
    shown[0]?.onClick();
    expect(went).toEqual(["/permohonan/r1"]);
  });

  it("are silent when they are turned off, and still know what was told before", async () => {
    vi.stubGlobal("Notification", { permission: "granted", requestPermission: () => "granted" });
    const reminders = open();
    await reminders.want(false);
    reminders.tell("r1", "terlambat", null);
    expect(shown).toEqual([]);
    await reminders.want(true);
    reminders.tell("r1", "terlambat", null);
    reminders.tell("r1", "terlambat", null);
    expect(shown).toHaveLength(1);
  });

  it("are off where the system refuses, and on where it allows until a person chose", async () => {
    kept.clear();
    vi.stubGlobal("Notification", { permission: "default", requestPermission: () => "denied" });
    expect(open().wanted()).toBe(false);
    expect(await open().want(true)).toBe(false);
    expect(open().wanted()).toBe(false);
    kept.clear();
    vi.stubGlobal("Notification", { permission: "granted" });
    expect(open().wanted()).toBe(true);
  });

  it("survive a memory that is broken", () => {
    kept.set("lajur.sudah-diingatkan", "{rusak");
    open().tell("r1", "terlambat", null);
    expect(shown).toHaveLength(1);
  });
});
