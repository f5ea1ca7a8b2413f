import type { Site } from "#shared/ckan/contract.ts";
import { ok, type Result } from "#shared/errors.ts";
import { type LineSettings, openLine } from "../sync/http/line.ts";
import { createCkan } from "./ckan.ts";
import type { Answer, OpenDataPortal } from "./open-data-portal.ts";

export type ConnectOptions = {
  url: string;
  token: string;
  line: LineSettings;
  now: () => string;
  /** Milliseconds that an answer may take to begin; the usual ones without. */
  patience?: number | undefined;
};

/** A portal at a known address; nothing is asked of it yet. CKAN is the one kind that is known. */
export function connect({ line, patience, ...options }: ConnectOptions): Result<OpenDataPortal> {
  const opened = openLine(line);
  if (!opened.ok) return opened;
  return ok(
    createCkan({ ...options, line: opened.value, ...(patience !== undefined && { patience }) }),
  );
}

/** Asks what answers at an address. */
export async function probe(options: ConnectOptions, signal: AbortSignal): Promise<Answer<Site>> {
  const portal = connect(options);
  if (!portal.ok) return { ...portal, passing: false };
  try {
    return await portal.value.probe(signal);
  } finally {
    await portal.value.close();
  }
}
