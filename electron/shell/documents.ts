import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { BrowserWindow, type IpcMainInvokeEvent, dialog, ipcMain } from "electron";
import { type Result, fail, ok } from "#shared/errors.ts";
import { fileKindOf } from "#shared/window.ts";
import { PRINT, SAVE_FILE } from "./channels.ts";
import { isOwnFrame } from "./policy.ts";
import { writeWhole } from "./write-file.ts";

/** No letter comes near it; a window that sends more is out of order. */
const MOST_BYTES = 200 * 1024 * 1024;
/** The PDF viewer paints after its page has loaded, and says nothing when it has. */
const VIEWER_MS = 1000;

/** Saving a PDF or Word file and printing a PDF that the window holds, through the system's own dialogs. */
export function serveDocuments(window: BrowserWindow): void {
  ipcMain.handle(SAVE_FILE, async (event, bytes: unknown, name: unknown) => {
    if (!isAllowed(event, window, bytes) || typeof name !== "string") return fail("params_invalid");
    return saveFile(window, bytes, basename(name));
  });
  ipcMain.handle(PRINT, async (event, bytes: unknown) => {
    if (!isAllowed(event, window, bytes)) return fail("params_invalid");
    return printPdf(window, bytes);
  });
  window.once("closed", () => {
    ipcMain.removeHandler(SAVE_FILE);
    ipcMain.removeHandler(PRINT);
  });
}

function isAllowed(
  event: IpcMainInvokeEvent,
  window: BrowserWindow,
  bytes: unknown,
): bytes is Uint8Array {
  return (
    event.sender === window.webContents &&
    isOwnFrame(event.senderFrame) &&
    bytes instanceof Uint8Array &&
    bytes.byteLength <= MOST_BYTES
  );
}

async function saveFile(
  window: BrowserWindow,
  bytes: Uint8Array,
  name: string,
): Promise<Result<boolean>> {
  const { label, extension } = fileKindOf(name);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    filters: [{ name: label, extensions: [extension] }],
  });
  return canceled || filePath === "" ? ok(false) : writeWhole(filePath, bytes);
}

async function printPdf(parent: BrowserWindow, bytes: Uint8Array): Promise<Result<boolean>> {
  const folder = await mkdtemp(join(tmpdir(), "lajur-cetak-"));
  const hidden = new BrowserWindow({
    parent,
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      plugins: true,
    },
  });
  try {
    const file = join(folder, "dokumen.pdf");
    await writeFile(file, bytes, { mode: 0o600 });
    await hidden.loadFile(file);
    await new Promise((resolve) => setTimeout(resolve, VIEWER_MS));
    return await printContents(hidden);
  } catch (error) {
    console.error(error);
    return fail("print_failed");
  } finally {
    hidden.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

function printContents(window: BrowserWindow): Promise<Result<boolean>> {
  return new Promise((resolve) => {
    window.webContents.print({ silent: false }, (success, reason) => {
      if (success) resolve(ok(true));
      else resolve(/cancel/i.test(reason) ? ok(false) : fail("print_failed"));
    });
  });
}
