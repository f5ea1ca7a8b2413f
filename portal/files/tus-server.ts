import type { IncomingMessage } from "node:http";
import { Server } from "@tus/server";
import { type ErrorCode, type Failure, failure } from "#shared/errors.ts";
import { MAX_FILE_BYTES } from "#shared/sync/files.ts";
import { isUploadId, type Staging } from "./blobs.ts";
import type { LeaseLocker } from "./lease-locker.ts";
import { statusOf } from "../api/status.ts";

/** Milliseconds that a request has to let go of an upload when its next one has come. */
const DRAIN = 500;

type Deps = {
  path: string;
  staging: Staging;
  locker: LeaseLocker;
  /** The id under which the request's upload is to be made; it was checked and noted before. */
  idFor: (request: IncomingMessage) => string;
  /** All bytes are in; what it answers is why they are not kept. */
  finished: (request: IncomingMessage, upload: string) => Promise<Failure | null>;
  onError: (error: unknown) => void;
};

/** The tus protocol itself. Who may do what is checked by its routes before it is asked. */
export function createTusServer({ path, staging, locker, idFor, finished, onError }: Deps): Server {
  return new Server({
    path,
    datastore: staging.datastore,
    locker,
    // Never from the Host header, which anybody can choose.
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: MAX_FILE_BYTES,
    lockDrainTimeout: DRAIN,
    namingFunction: (request) => idFor(rawOf(request)),
    getFileIdFromRequest: (_request, last = "") => (isUploadId(last) ? last : undefined),
    onUploadFinish: async (request, upload) => {
      const refused = await finished(rawOf(request), upload.id);
      if (refused !== null) throw new Refusal(refused);
      return {};
    },
    onResponseError: (_request, error) => {
      const refused = refusalOf(error);
      if (refused.code === "internal") onError(error);
      return Promise.resolve({
        status_code: statusOf(refused.code),
        body: JSON.stringify(refused),
      });
    },
  });
}

class Refusal extends Error {
  readonly failure: Failure;
  constructor(refused: Failure) {
    super(refused.code);
    this.failure = refused;
  }
}

/** What the tus server and its stores throw, by the status that they would answer. */
const CODES: Record<number, ErrorCode> = {
  400: "upload_invalid",
  403: "upload_invalid",
  404: "upload_unknown",
  409: "upload_out_of_order",
  410: "upload_unknown",
  413: "upload_too_large",
  423: "upload_out_of_order",
  501: "upload_invalid",
};

function refusalOf(error: unknown): Failure {
  if (error instanceof Refusal) return error.failure;
  if (typeof error === "object" && error !== null && "status_code" in error) {
    return failure(CODES[Number(error.status_code)] ?? "internal");
  }
  return failure("internal");
}

type NodeRequest = Request & { runtime?: { node?: { req: IncomingMessage } } };

function rawOf(request: Request): IncomingMessage {
  const raw = (request as NodeRequest).runtime?.node?.req;
  if (raw === undefined) throw new Error("the request did not come over HTTP");
  return raw;
}
