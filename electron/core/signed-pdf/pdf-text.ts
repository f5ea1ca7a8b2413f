import { Worker } from "node:worker_threads";

export type PdfInspection =
  /** `text` of at most 200 pages and 200,000 characters, a line break where a line ends. */
  | { kind: "ok"; pages: number; text: string }
  | { kind: "not-pdf" }
  /** It opens with a password only. */
  | { kind: "locked" }
  /** Damaged, cut off, or not read within the time. */
  | { kind: "broken" };

/** What the reading thread answers. */
export type PdfReading = Exclude<PdfInspection, { kind: "not-pdf" }>;

const LONGEST_MS = 5000;
const MOST_HEAP_MB = 512;
/** What unpacks to more than this is no letter: bytes by which the process may grow meanwhile. */
const MOST_GROWTH = 1024 * 1024 * 1024;
const WATCH_MS = 50;

/**
 * What a PDF is and says. It comes from outside, so it is read in a thread of its own that is ended
 * after `longest` milliseconds, whatever it is doing, or when it takes too much memory.
 */
export async function inspectPdf(
  bytes: Uint8Array,
  longest: number = LONGEST_MS,
): Promise<PdfInspection> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 1024 + 4).includes("%PDF-")) return { kind: "not-pdf" };
  // A file cut off on its way has no end; readers mend it silently and pages are missing.
  if (!file.subarray(-4096).includes("%%EOF")) return { kind: "broken" };
  return read(bytes, longest);
}

/** Beside this file among the sources, beside the bundled core when built. */
const ENTRY = new URL(
  import.meta.url.endsWith(".ts") ? "./pdf-text-worker.ts" : "./pdf-text-worker.js",
  import.meta.url,
);

async function read(bytes: Uint8Array, longest: number): Promise<PdfReading> {
  const worker = new Worker(ENTRY, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    // What the reader says of a file's oddities is for nobody.
    stdout: true,
    stderr: true,
  });
  const most = process.memoryUsage.rss() + MOST_GROWTH;
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise<PdfReading>((resolve, reject) => {
      const broken = (): void => resolve({ kind: "broken" });
      const watch = (): void => {
        if (process.memoryUsage.rss() > most) broken();
      };
      timers.push(setTimeout(broken, longest), setInterval(watch, WATCH_MS));
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) => {
        // An application without its reader must not blame the file.
        if (error.code?.endsWith("MODULE_NOT_FOUND") === true) reject(error);
        else broken();
      });
      worker.once("exit", broken);
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    await worker.terminate();
  }
}
