import { asRecord } from "./envelope.ts";
import type {
  ListedDataset,
  RemoteDataset,
  RemoteFile,
  RemoteRequest,
} from "./open-data-portal.ts";

/**
 * What Lajur takes over of CKAN's records. They come from another server: whatever is not as
 * expected is left out, and nothing is longer than it may be.
 */

/** The extra by which a dataset is known to be of one publication. */
export const PUBLICATION = "lajur_publikasi";

const MOST_TEXT = 8000;
const MOST_RESOURCES = 60;
const MOST_TAGS = 40;

/** Null for a record that is no dataset. */
export function readListed(value: unknown): ListedDataset | null {
  const record = asRecord(value);
  if (record === null) return null;
  const uuid = text(record["id"], 200);
  const name = text(record["name"], 200);
  if (uuid === "" || name === "") return null;
  const organization = asRecord(record["organization"]);
  return {
    uuid,
    name,
    title: text(record["title"], 400) || name,
    organization: organization === null ? "" : titleOf(organization),
    license: text(record["license_title"], 200) || text(record["license_id"], 200),
    notes: text(record["notes"], MOST_TEXT),
    modified: moment(record["metadata_modified"]),
    tags: list(record["tags"])
      .map((tag) => text(tag["display_name"], 100) || text(tag["name"], 100))
      .filter((tag) => tag !== "")
      .slice(0, MOST_TAGS),
    resources: list(record["resources"])
      .slice(0, MOST_RESOURCES)
      .map((one) => ({
        name: text(one["name"], 300),
        format: text(one["format"], 40).toUpperCase(),
        url: link(one["url"]),
        description: text(one["description"], 600),
      })),
  };
}

/** Null for a record that is no dataset. */
export function readRemote(value: unknown, pageOf: (name: string) => string): RemoteDataset | null {
  const record = asRecord(value);
  if (record === null) return null;
  const id = text(record["id"], 200);
  const name = text(record["name"], 200);
  if (id === "" || name === "") return null;
  const own = list(record["extras"]).find((extra) => extra["key"] === PUBLICATION);
  return {
    id,
    name,
    // Some portals turn their extras into fields of the dataset.
    publication: text(own?.["value"], 200) || text(record[PUBLICATION], 200),
    private: record["private"] === true,
    deleted: record["state"] === "deleted",
    files: list(record["resources"]).map(readFile),
    url: pageOf(name),
  };
}

function readFile(record: Record<string, unknown>): RemoteFile {
  const size = Number(record["size"] ?? NaN);
  return {
    id: text(record["id"], 200),
    name: text(record["name"], 300),
    hash: text(record["hash"], 200).toLowerCase(),
    size: record["size"] === null || !Number.isFinite(size) ? null : size,
  };
}

/** Null for a record that is no data request. */
export function readRequest(value: unknown): RemoteRequest | null {
  const record = asRecord(value);
  if (record === null) return null;
  const id = text(record["id"], 200);
  const title = text(record["title"], 300);
  if (id === "" || title === "") return null;
  const user = asRecord(record["user"]);
  const organization = asRecord(record["organization"]);
  const accepted = asRecord(record["accepted_dataset"]);
  return {
    id,
    title,
    description: text(record["description"], 2000),
    organization: organization === null ? "" : titleOf(organization),
    asker:
      user === null
        ? ""
        : text(user["display_name"], 200) || text(user["fullname"], 200) || text(user["name"], 200),
    opened: moment(record["open_time"]),
    closed: record["closed"] === true,
    accepted:
      text(record["accepted_dataset_id"], 200) ||
      (accepted === null ? "" : text(accepted["id"], 200)),
  };
}

export function readNamed(value: unknown): { name: string; title: string } | null {
  const record = asRecord(value);
  if (record === null) return null;
  const name = text(record["name"], 200) || text(record["id"], 200);
  return name === "" ? null : { name, title: titleOf(record) || name };
}

const titleOf = (record: Record<string, unknown>): string =>
  text(record["title"], 300) || text(record["display_name"], 300) || text(record["name"], 300);

export const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(asRecord).filter((one) => one !== null) : [];

/** A text on this side of `most` letters, without what cannot be shown. */
export function text(value: unknown, most: number): string {
  if (typeof value !== "string") return "";
  // oxlint-disable-next-line no-control-regex
  const clean = value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, " ");
  return clean.slice(0, most).toWellFormed().trim();
}

/** CKAN writes UTC without a zone; empty for what is no moment. */
function moment(value: unknown): string {
  const said = text(value, 40);
  return /^\d{4}-\d\d-\d\d/.test(said) && !Number.isNaN(Date.parse(said)) ? said : "";
}

/** Only what a browser may open; a portal may write anything there. */
function link(value: unknown): string {
  const address = text(value, 2000);
  return /^https?:\/\//i.test(address) ? address : "";
}
