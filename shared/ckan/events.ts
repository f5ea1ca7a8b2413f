import type { Dataset } from "./model.ts";

/** An attachment of the request as it is published. */
export type PublishedFile = {
  /** Id of the attachment. */
  file: string;
  sha256: string;
  name: string;
  /** Bytes. */
  size: number;
};

/** A dataset on its way to a portal; `id` stands in the dataset there, so that it is known again. */
export type QueuedDataset = Dataset & {
  id: string;
  /** Address of the portal. */
  portal: string;
  /** Step it was published from; null for a closed request. */
  step: number | null;
  files: PublishedFile[];
};

/** What happened to a request on the open data portal. */
export type CkanEvent =
  | { type: "dataset.queued"; body: QueuedDataset }
  /** Everything of it is on the portal, and public. */
  | { type: "dataset.published"; body: { id: string; url: string } }
  /** It does not go to the portal any more. */
  | { type: "dataset.withdrawn"; body: { id: string; reason: string } }
  /** The request was taken over from the portal's page of data requests. */
  | { type: "datarequest.taken"; body: { portal: string; id: string; title: string; url: string } }
  /** Its asker was answered there. */
  | {
      type: "datarequest.answered";
      body: { id: string; dataset: { name: string; url: string } | null; comment: string };
    };
