import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { PublishedFile } from "#shared/ckan/events.ts";
import type { Publication } from "#shared/ckan/state.ts";
import { ok } from "#shared/errors.ts";
import type { Answer, OpenDataPortal, RemoteDataset, RemoteFile } from "./open-data-portal.ts";
import { refuse } from "./refusals.ts";

export type PublishOptions = {
  portal: OpenDataPortal;
  publication: Publication;
  /** Id of the dataset there, as far as an earlier try got to know it. */
  remote: string | null;
  pathOf: (sha256: string) => string;
  /** Bytes of one file that the portal takes. */
  limit: number;
  /** Called as soon as the dataset is there. */
  made: (remote: string) => void;
  /** Bytes of all files that are there or on the line. */
  onBytes: (done: number) => void;
  signal: AbortSignal;
};

/**
 * Puts a dataset on the portal: a draft that nobody sees, its files one after the other, and then
 * it is opened. CKAN knows no key by which a second try is told from a new wish, so each try looks
 * first at what is there, and does only what is lacking: it may end anywhere and be begun again.
 * Answers the address of the dataset's page.
 */
export async function publish(options: PublishOptions): Promise<Answer<string>> {
  const { portal, publication, pathOf, limit, signal } = options;
  const tooLarge = publication.files.find(({ size }) => size > limit);
  if (tooLarge !== undefined) return refuse("ckan_file_over_limit", { name: tooLarge.name });
  const made = await draftOf(options);
  if (!made.ok) return made;
  let sent = 0;
  for (const file of distinct(publication.files)) {
    if (!made.value.files.some((one) => isSame(one, file))) {
      const path = pathOf(file.sha256);
      if (!(await isWhole(path, file.sha256))) return refuse("file_missing", { name: file.name });
      const before = sent;
      const uploaded = await portal.upload(
        made.value.id,
        { path, ...file },
        (done) => options.onBytes(before + done),
        signal,
      );
      if (!uploaded.ok) return uploaded;
    }
    sent += file.size;
    options.onBytes(sent);
  }
  // A try whose answer was lost may have come through all the same, also after this one looked.
  const there = await portal.find(made.value.id, signal);
  if (!there.ok) return there;
  if (there.value === null) return refuse("ckan_answer_broken");
  const tidied = await tidy(portal, there.value, publication.files, signal);
  if (!tidied.ok) return tidied;
  if (there.value.private) {
    const opened = await portal.open(there.value.id, signal);
    if (!opened.ok) return opened;
  }
  return ok(there.value.url);
}

/** The dataset of this publication, found again or made. */
async function draftOf({
  portal,
  publication,
  remote,
  made,
  signal,
}: PublishOptions): Promise<Answer<RemoteDataset>> {
  const { id, title, name, organization, license, notes, tags } = publication;
  const known = await own(remote ?? name);
  if (!known.ok) return known;
  if (known.value !== null) return ok(known.value);
  const wanted = { title, name, organization, license, notes, tags, publication: id };
  const fresh = await portal.draft(wanted, signal);
  if (fresh.ok) {
    made(fresh.value.id);
    return fresh;
  }
  if (fresh.error.code !== "dataset_name_taken") return fresh;
  // An earlier try may have been on its way still while this one looked.
  const late = await own(name);
  if (!late.ok) return late;
  return late.value === null ? fresh : ok(late.value);

  async function own(idOrName: string): Promise<Answer<RemoteDataset | null>> {
    const found = await portal.find(idOrName, signal);
    if (!found.ok || found.value === null) return found;
    if (found.value.publication !== id) return refuse("dataset_name_taken");
    if (found.value.deleted) return refuse("dataset_deleted_there");
    made(found.value.id);
    return found;
  }
}

/** Takes out what is there twice, and answers whether everything is there at all. */
async function tidy(
  portal: OpenDataPortal,
  dataset: RemoteDataset,
  files: readonly PublishedFile[],
  signal: AbortSignal,
): Promise<Answer<null>> {
  for (const file of distinct(files)) {
    const [first, ...others] = dataset.files.filter((one) => isSame(one, file));
    if (first === undefined) return refuse("ckan_answer_broken");
    for (const { id } of others) {
      const dropped = await portal.dropFile(id, signal);
      if (!dropped.ok) return dropped;
    }
  }
  return ok(null);
}

/** By its hash; where a portal keeps another one or none, by name and size. */
function isSame(there: RemoteFile, { sha256, name, size }: PublishedFile): boolean {
  if (/^[0-9a-f]{64}$/.test(there.hash)) return there.hash === sha256;
  return there.name === name && (there.size === null || there.size === size);
}

/** Two attachments may have one content; it is published once. */
const distinct = (files: readonly PublishedFile[]): PublishedFile[] => [
  ...new Map(files.map((file) => [file.sha256, file])).values(),
];

/** Whether the content is there and is what it was: nothing damaged is ever published. */
async function isWhole(path: string, sha256: string): Promise<boolean> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return false; // told as missing
  }
  return hash.digest("hex") === sha256;
}

/** Deletes the draft of a publication that was taken back; what is public already stays. */
export async function discard(
  portal: OpenDataPortal,
  { publication, name, remote }: { publication: string; name: string; remote: string | null },
  signal: AbortSignal,
): Promise<Answer<null>> {
  const found = await portal.find(remote ?? name, signal);
  if (!found.ok) return found;
  const there = found.value;
  if (there === null || there.publication !== publication || there.deleted) return ok(null);
  return there.private ? portal.discard(there.id, signal) : ok(null);
}
