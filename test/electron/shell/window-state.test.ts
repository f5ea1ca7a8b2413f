import { expect, test } from "vitest";
import { readWindowState } from "../../../electron/shell/window-state.ts";

const screens = [{ x: 0, y: 0, width: 1366, height: 728 }];
const usual = { width: 1366, height: 768, maximized: false };

test("without a kept state, or with a damaged one, the window has the office's usual size", () => {
  for (const text of [null, "", "{", "[]", '{"width": 10, "height": 10, "maximized": false}']) {
    expect(readWindowState(text, screens)).toEqual(usual);
  }
});

test("a kept state comes back", () => {
  const state = { width: 1200, height: 700, x: 40, y: 20, maximized: true };
  expect(readWindowState(JSON.stringify(state), screens)).toEqual(state);
});

test("a place on a screen that is gone is forgotten, its size is not", () => {
  const state = { width: 1200, height: 700, x: 3000, y: 20, maximized: false };
  expect(readWindowState(JSON.stringify(state), screens)).toEqual({
    width: 1200,
    height: 700,
    maximized: false,
  });
});
