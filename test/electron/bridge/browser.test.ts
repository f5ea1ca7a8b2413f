import { expect, test } from "vitest";
import { findBrowser, hasDisplay } from "../../../electron/bridge/browser.ts";
import { readOptions } from "../../../electron/bridge/options.ts";

const only = (file: string) => (candidate: string) => candidate === file;

test("LAJUR_BROWSER names the browser whatever else is installed", () => {
  const env = { LAJUR_BROWSER: "/opt/browser", PATH: "/usr/bin" };
  expect(findBrowser(env, "linux", () => true)).toBe("/opt/browser");
});

test("installed browsers are found on Linux, Windows and macOS", () => {
  const linux = "/usr/bin/chromium";
  expect(findBrowser({ PATH: "/bin:/usr/bin" }, "linux", only(linux))).toBe(linux);
  const edge = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`;
  const env = { "ProgramFiles(x86)": String.raw`C:\Program Files (x86)` };
  expect(findBrowser(env, "win32", only(edge))).toBe(edge);
  const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  expect(findBrowser({ HOME: "/Users/a" }, "darwin", only(chrome))).toBe(chrome);
});

test("where none is installed none is found", () => {
  expect(findBrowser({ PATH: "/usr/bin" }, "linux", () => false)).toBeNull();
  expect(findBrowser({}, "linux", () => true)).toBeNull();
});

test("a Linux without X11 and Wayland has no display", () => {
  expect(hasDisplay({}, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: ":0" }, "linux")).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
  expect(hasDisplay({}, "win32")).toBe(true);
});

test("the bridge's options are read, and wrong ones answered with a sentence", () => {
  expect(readOptions(["--archive", "/a", "--port", "4000", "--no-open"])).toEqual({
    archive: "/a",
    port: 4000,
    open: false,
  });
  for (const args of [[], ["--archive", "/a", "--port", "x"], ["--archive", "/a", "--nonsense"]]) {
    expect(typeof readOptions(args)).toBe("string");
  }
});
