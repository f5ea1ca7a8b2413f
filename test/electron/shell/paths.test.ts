import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { dataFolder } from "#host/data-folder.ts";
import { archiveFolder, windowFolder } from "../../../electron/shell/paths.ts";

test("archives lie where each system keeps a person's data", () => {
  const home = join("/", "home", "a");
  expect(dataFolder("linux", {}, home)).toBe(join(home, ".local", "share", "lajur"));
  expect(dataFolder("linux", { XDG_DATA_HOME: "/data" }, home)).toBe(join("/data", "lajur"));
  expect(dataFolder("win32", { APPDATA: "D:/Roaming" }, home)).toBe(join("D:/Roaming", "Lajur"));
  expect(dataFolder("darwin", {}, home)).toBe(
    join(home, "Library", "Application Support", "Lajur"),
  );
});

test("--archive names the archive, and each archive has a window folder of its own", () => {
  const place = { platform: "linux", env: {}, home: "/home/a" } as const;
  expect(archiveFolder({ ...place, argv: ["lajur"] })).toBe(
    resolve("/home/a/.local/share/lajur/arsip"),
  );
  const named = archiveFolder({ ...place, argv: ["lajur", ".", "--archive", "/b/arsip"] });
  expect(named).toBe(resolve("/b/arsip"));
  expect(windowFolder("/b/arsip")).not.toBe(windowFolder("/c/arsip"));
  expect(windowFolder("/b/arsip")).toBe(windowFolder("/b/arsip"));
});
