import { expect, test } from "vitest";
import { isGranted, isOwn, isOwnDownload, isWebPage } from "../../../electron/shell/policy.ts";

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

test("only pages of the web are handed to the browser", () => {
  expect(isWebPage("https://data.contoh.go.id/dataset/padi")).toBe(true);
  expect(isWebPage("http://10.1.2.3:5000/dataset/padi")).toBe(true);
  for (const address of [
    "file:///etc/passwd",
    "javascript:alert(1)",
    "ms-msdt:/id",
    "smb://10.1.2.3/c",
    "https://user:rahasia@data.contoh.go.id/",
    "app://lajur/",
    "",
  ]) {
    expect(isWebPage(address), address).toBe(false);
  }
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
