import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BrowserWindow, app, screen, shell } from "electron";
import { HOME, isOwn, isWebPage } from "./policy.ts";
import { SMALLEST, readWindowState } from "./window-state.ts";

/** Makes the app's one window; the caller loads it when its lines are laid. */
export function createWindow(): BrowserWindow {
  const stateFile = join(app.getPath("userData"), "jendela.json");
  const kept = existsSync(stateFile) ? readFileSync(stateFile, "utf8") : null;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const { maximized, ...bounds } = readWindowState(kept, areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: "Lajur",
    webPreferences: {
      preload: join(app.getAppPath(), "dist/electron/preload.cjs"),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => {
    const state = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    writeFileSync(stateFile, JSON.stringify(state));
  });
  const { webContents } = window;
  // The window's own process may crash; what was confirmed lies in the archive, so it loads anew.
  webContents.on("render-process-gone", (_event, details) => {
    console.error(`window: ${details.reason}`);
    if (details.reason !== "clean-exit" && !window.isDestroyed()) void window.loadURL(HOME);
  });
  return window;
}

/** Denies every way out of the app but the browser, for each window there will be. */
export function denyWaysOut(): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      // A link to a page of the web, such as a dataset's, opens in the browser and never in here.
      if (isWebPage(url)) void shell.openExternal(url).catch(console.error);
      return { action: "deny" };
    });
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.on("will-navigate", (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
    contents.on("will-redirect", (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
  });
}
