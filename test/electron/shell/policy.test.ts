import { expect, test } from "vitest";
import { isGranted, isOwn, isOwnDownload } from "../../../electron/shell/policy.ts";

test("only addresses of the app itself are its own, by their parts", () => {
  expect(isOwn("app://lajur/")).toBe(true);
  expect(isOwn("app://lajur/#/permohonan/1")).toBe(true);
  for (const address of [
    "app://lajur.evil/",
    "app://lajur@evil/",
    "app://evil/app://lajur/",
    "app://lajur:80/",
    "apps://lajur/",
    "https://lajur/",
    "file:///app://lajur/",
    "javascript:app://lajur/",
    "about:blank",
    "",
  ]) {
    expect(isOwn(address), address).toBe(false);
  }
});

test("a download is its own when it comes from the app or from a blob of its pages", () => {
  expect(isOwnDownload("app://lajur/file/r1/f1")).toBe(true);
  expect(isOwnDownload("blob:app://lajur/0b7a")).toBe(true);
  expect(isOwnDownload("blob:https://evil.example/0b7a")).toBe(false);
  expect(isOwnDownload("https://evil.example/a.exe")).toBe(false);
});

test("every permission is denied but writing the clipboard and notifying", () => {
  for (const permission of ["clipboard-sanitized-write", "notifications"]) {
    expect(isGranted(permission, "app://lajur/"), permission).toBe(true);
    expect(isGranted(permission, "https://evil.example/"), permission).toBe(false);
  }
  for (const permission of ["clipboard-read", "media", "geolocation", "openExternal", "usb"]) {
    expect(isGranted(permission, "app://lajur/"), permission).toBe(false);
  }
});
