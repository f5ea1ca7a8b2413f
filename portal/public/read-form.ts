import { rm } from "node:fs/promises";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { type Spooled, spool } from "../files/spool.ts";
import { createPosted, type Posted } from "./posted.ts";
import { UPLOAD_LIMITS } from "./uploads/upload.ts";

/** A file as it came in: in the spool folder, or why it was not taken. */
export type ReceivedFile = { field: string; name: string } & (
  | (Spooled & { fault?: never })
  | { fault: "large" | "many" | "empty" }
);

export type ReadForm = {
  posted: Posted;
  files: ReceivedFile[];
  /** Removes what lies in the spool folder. */
  discard(): Promise<void>;
};

/** Fifty rows of four fields, the form's own, and some; 10,000 signs in each are still read. */
export const FORM_LIMITS = {
  /** Bytes of a whole post: its files, and as much as fields may hold. */
  post: UPLOAD_LIMITS.total + 4 * 1024 * 1024,
  fields: 300,
  fieldSize: 64 * 1024,
  /** More than may be kept, so that the surplus can be named. */
  files: 20,
} as const;

/** A post that is longer than FORM_LIMITS allows; the rest of it is not read. */
export class PostTooLarge extends Error {}
/** A post that is no form, or that breaks off. */
export class PostBroken extends Error {}

/** Reads a posted form, its files into `folder`; never more than FORM_LIMITS.post bytes. */
export async function readForm(request: FastifyRequest, folder: string): Promise<ReadForm> {
  if (!request.isMultipart()) return withoutFiles(request.body);
  const fields = new Map<string, string>();
  const files: ReceivedFile[] = [];
  const discard = async (): Promise<void> => {
    for (const file of files) if (file.fault === undefined) await rm(file.path, { force: true });
  };
  let current: MultipartFile | null = null;
  const guard = guardLength(request, () => current?.file.destroy(new PostTooLarge()));
  const read = async (): Promise<void> => {
    const limits = { ...FORM_LIMITS, fileSize: UPLOAD_LIMITS.file, parts: 400 };
    for await (const part of request.parts({ limits })) {
      if (part.type === "field") {
        const value = typeof part.value === "string" ? part.value : "";
        if (!fields.has(part.fieldname)) fields.set(part.fieldname, value);
        continue;
      }
      current = part;
      const taken = files.filter(({ fault }) => fault === undefined).length;
      const file = await receive(part, folder, taken >= UPLOAD_LIMITS.files);
      current = null;
      if (file !== null) files.push(file);
    }
  };
  const reading = read();
  try {
    await Promise.race([reading, guard.exceeded]);
  } catch (error) {
    // What was being written ends first, so that nothing is left behind.
    if (error instanceof PostTooLarge) await settled(reading, 1000);
    await discard();
    throw error instanceof PostTooLarge ? error : new PostBroken("broken form", { cause: error });
  } finally {
    guard.release();
  }
  return { posted: createPosted(fields), files, discard };
}

async function receive(
  { fieldname: field, filename, file }: MultipartFile,
  folder: string,
  surplus: boolean,
): Promise<ReceivedFile | null> {
  const name = filename.slice(0, 255);
  if (surplus) {
    let bytes = 0;
    for await (const part of file as AsyncIterable<Buffer>) bytes += part.length;
    return bytes === 0 ? null : { field, name, fault: "many" };
  }
  // The parser ends it at the limit by itself; a stream that is broken off would hold up the rest.
  const spooled = await spool(folder, file as AsyncIterable<Buffer>, UPLOAD_LIMITS.file + 1);
  if (!spooled.ok || file.truncated) {
    if (spooled.ok) await rm(spooled.value.path, { force: true });
    return { field, name, fault: "large" };
  }
  if (spooled.value.size > 0) return { field, name, ...spooled.value };
  await rm(spooled.value.path, { force: true });
  // A browser sends an empty file without a name where none was chosen.
  return name === "" ? null : { field, name, fault: "empty" };
}

/** Counts what comes over the line, whatever the parser makes of it, and stops it at the limit. */
function guardLength({ raw }: FastifyRequest, stop: () => void) {
  let bytes = 0;
  let refuse: (error: Error) => void = () => undefined;
  const exceeded = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  const count = (part: Buffer): void => {
    bytes += part.length;
    if (bytes <= FORM_LIMITS.post) return;
    raw.unpipe();
    raw.pause();
    stop();
    refuse(new PostTooLarge());
  };
  raw.on("data", count);
  return { exceeded, release: (): void => void raw.off("data", count) };
}

const settled = (work: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([
    work.catch(() => undefined),
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
  ]);

function withoutFiles(body: unknown): ReadForm {
  const fields = body instanceof URLSearchParams ? body : new URLSearchParams();
  const first = new Map<string, string>();
  for (const [name, value] of fields) if (!first.has(name)) first.set(name, value);
  return { posted: createPosted(first), files: [], discard: () => Promise.resolve() };
}
