import { type Result, fail, ok } from "#shared/errors.ts";
import { fileKindOf, type LajurWindow } from "#shared/window.ts";
import { type SavePicker, savePicked } from "./save-picked.ts";
import { downloadUrl, printInFrame } from "./page-host.ts";

/** What the window asks of the system around it rather than of the core. */
export type Host = {
  /** Asks where and writes the PDF or Word file there; `false` when the person changed their mind. */
  saveFile(bytes: Uint8Array, name: string): Promise<Result<boolean>>;
  /** Opens the system's print dialog; `false` when the person changed their mind. */
  printPdf(bytes: Uint8Array): Promise<Result<boolean>>;
  /** Downloads an address of this host: see `filePath` and `downloadPath` in shared/window.ts. */
  download(path: string, name?: string): void;
};

export function createHost(lajur: LajurWindow | undefined): Host {
  if (lajur !== undefined) {
    return {
      saveFile: (bytes, name) => lajur.saveFile(bytes, name),
      printPdf: (bytes) => lajur.print(bytes),
      download: downloadUrl,
    };
  }
  return {
    saveFile: saveInPage,
    async printPdf(bytes) {
      return (await printInFrame(blobOf(bytes, ".pdf"))) ? ok(true) : fail("print_failed");
    },
    download: downloadUrl,
  };
}

/** Bytes of base64 text, such as `document.render` gives. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

const blobOf = (bytes: Uint8Array, name: string) =>
  new Blob([new Uint8Array(bytes)], { type: fileKindOf(name).mime });

async function saveInPage(bytes: Uint8Array, name: string): Promise<Result<boolean>> {
  const picker = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (picker !== undefined) return savePicked(picker.bind(window), blobOf(bytes, name), name);
  const url = URL.createObjectURL(blobOf(bytes, name));
  downloadUrl(url, name);
  // The download reads the blob after this turn; a minute is ample for a local one.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return ok(true);
}
