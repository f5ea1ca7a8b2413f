import type { Site } from "#shared/ckan/contract.ts";
import type { Dataset } from "#shared/ckan/model.ts";
import type { Failure } from "#shared/errors.ts";

/**
 * What Lajur asks of an open data portal, whatever program it runs on. Nothing here throws for what
 * a line or a portal does: it is answered as a refusal, and everything ends when `signal` does.
 */

export type Refusal = {
  ok: false;
  error: Failure;
  /** The same may well go through later: no line, too slow, the portal is down. */
  passing: boolean;
};
export type Answer<T> = { ok: true; value: T } | Refusal;

/** A dataset of the catalogue. Names and addresses of its makers are not taken over. */
export type ListedDataset = {
  /** Id on the portal. */
  uuid: string;
  name: string;
  title: string;
  organization: string;
  license: string;
  notes: string;
  /** As the portal writes it: UTC without a zone. */
  modified: string;
  tags: string[];
  resources: { name: string; format: string; url: string; description: string }[];
};

export type Changes = {
  /** How many there are in all, from the first. */
  total: number;
  /** How many were told of now; `datasets` may be fewer, when one could not be read. */
  told: number;
  datasets: ListedDataset[];
  /** The portal's own time, ISO; null where it does not say. */
  time: string | null;
};

export type RemoteFile = {
  id: string;
  name: string;
  /** Lower case hexadecimal, or whatever the portal made of it. */
  hash: string;
  size: number | null;
};

/** A dataset that is being published. */
export type RemoteDataset = {
  id: string;
  name: string;
  /** Id of the publication that made it; empty for one that Lajur did not make. */
  publication: string;
  private: boolean;
  deleted: boolean;
  files: RemoteFile[];
  url: string;
};

export type FileToSend = { path: string; name: string; size: number; sha256: string };

/** A request that somebody wrote on the portal. */
export type RemoteRequest = {
  id: string;
  title: string;
  description: string;
  organization: string;
  asker: string;
  opened: string;
  closed: boolean;
  /** Dataset that was accepted as the answer, by id or name; empty for none. */
  accepted: string;
};

export type OpenDataPortal = {
  /** Says what it is; refuses what is no portal, hides its API, or is too old. */
  probe(signal: AbortSignal): Promise<Answer<Site>>;

  /** Datasets in the order of their ids from `start`; those changed since, when `since` is given. */
  changes(
    page: { since: string | null; start: number; rows: number },
    signal: AbortSignal,
  ): Promise<Answer<Changes>>;
  /** Names of all datasets that are public. */
  names(signal: AbortSignal): Promise<Answer<Set<string>>>;

  /** By id or name, also a private or deleted one; null where there is none. */
  find(idOrName: string, signal: AbortSignal): Promise<Answer<RemoteDataset | null>>;
  /** Makes it where nobody sees it yet. `dataset_name_taken` when there is one of that name. */
  draft(
    dataset: Dataset & { publication: string },
    signal: AbortSignal,
  ): Promise<Answer<RemoteDataset>>;
  /** `onBytes` is told how many bytes of the file are on the line. */
  upload(
    dataset: string,
    file: FileToSend,
    onBytes: (done: number) => void,
    signal: AbortSignal,
  ): Promise<Answer<null>>;
  dropFile(file: string, signal: AbortSignal): Promise<Answer<null>>;
  /** Lets everybody see it. */
  open(dataset: string, signal: AbortSignal): Promise<Answer<null>>;
  discard(dataset: string, signal: AbortSignal): Promise<Answer<null>>;

  /** Only where `probe` said that there are any. */
  requests: {
    list(
      page: { closed: boolean; start: number; rows: number },
      signal: AbortSignal,
    ): Promise<Answer<{ total: number; requests: RemoteRequest[] }>>;
    find(id: string, signal: AbortSignal): Promise<Answer<RemoteRequest | null>>;
    comments(id: string, signal: AbortSignal): Promise<Answer<string[]>>;
    comment(id: string, text: string, signal: AbortSignal): Promise<Answer<null>>;
    close(id: string, dataset: string, signal: AbortSignal): Promise<Answer<null>>;
  };

  /** Page of a dataset or of a data request for people. */
  pageOf(kind: "dataset" | "datarequest", name: string): string;
  close(): Promise<void>;
};
