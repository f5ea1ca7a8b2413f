import { homedir } from "node:os";
import { join } from "node:path";
import {
  BrowserWindow,
  Menu,
  app,
  dialog,
  ipcMain,
  protocol,
  safeStorage,
  session,
} from "electron";
import type { Core } from "#core/types.ts";
import { type CoreSettings, asWindow } from "#host/protocol.ts";
import { serve } from "#host/serve.ts";
import { startCore } from "#host/start-core.ts";
import { createContent } from "./content.ts";
import { spawnCore } from "./core-process.ts";
import { serveDocuments } from "./documents.ts";
import { archiveFolder, windowFolder } from "./paths.ts";
import { HOME, SCHEME, isGranted, isOwnDownload } from "./policy.ts";
import { onEachPage } from "./window-port.ts";
import { secretKey } from "./secret-key.ts";
import { createWindow, denyWaysOut } from "./window.ts";

/** Entry of Electron's main process. `ready` waits for this file, so nothing here waits for it. */

/** Time that the core gets to finish what it writes; what it confirmed is on disk anyway. */
const PATIENCE_MS = 10_000;

const archive = archiveFolder({
  argv: process.argv,
  platform: process.platform,
  env: process.env,
  home: homedir(),
});

app.setName("Lajur");
app.setPath("userData", windowFolder(archive));
app.enableSandbox();
denyWaysOut();
protocol.registerSchemesAsPrivileged([
  {
    scheme: SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
  },
]);

if (app.requestSingleInstanceLock()) {
  app.on("second-instance", () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.whenReady().then(open).catch(giveUp);
} else {
  app.quit();
}

async function open(): Promise<void> {
  const secret = secretKey(safeStorage, app.getPath("userData"));
  const core = await startCore((readOnly) =>
    spawnCore({ ...settings(), readOnly, ...(secret !== null && { secretKey: secret }) }),
  );
  if (!core.ok) return giveUp(core.error.message);
  guardSession();
  protocol.handle(SCHEME, createContent(core.value, join(app.getAppPath(), "dist/renderer")));
  closeWith(core.value);
  if (process.platform !== "darwin") Menu.setApplicationMenu(null);
  const window = createWindow();
  onEachPage(ipcMain, window.webContents, (port) => serve(core.value, port, asWindow));
  serveDocuments(window);
  await window.loadURL(HOME);
}

function settings(): CoreSettings {
  const resources = app.isPackaged ? process.resourcesPath : app.getAppPath();
  return {
    archive,
    resources: join(resources, "resources"),
    holder: "Lajur (jendela)",
    version: app.getVersion(),
  };
}

function guardSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isGranted(permission, details.requestingUrl)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    isGranted(permission, origin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on("will-download", (event, item) => {
    if (!isOwnDownload(item.getURL())) event.preventDefault();
  });
}

/** Ends the app with its window, after the core has closed the archive. */
function closeWith(core: Core): void {
  let closing = false;
  app.on("window-all-closed", () => app.quit());
  app.on("before-quit", (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    setTimeout(() => app.exit(1), PATIENCE_MS);
    core.close().then(() => app.exit(0), giveUp);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => app.quit());
}

/** Says on the screen and on stderr why Lajur cannot open. */
function giveUp(reason: unknown): void {
  const sentence = typeof reason === "string" ? reason : "Lajur tidak dapat dibuka.";
  console.error(reason);
  dialog.showErrorBox("Lajur", sentence);
  app.exit(1);
}
