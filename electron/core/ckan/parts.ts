import type { SyncSettings } from "#shared/sync/contract.ts";
import type { Deps } from "../deps.ts";
import type { Catalogue } from "./catalogue.ts";
import type { FactStore } from "./facts.ts";
import type { JobStore } from "./jobs.ts";
import type { Secret } from "./secret.ts";

/** What everything here works with. */
export type Ckan = {
  deps: Deps;
  facts: FactStore;
  catalogue: Catalogue;
  jobs: JobStore;
  secret: Secret;
  /** How this PC reaches the internet; the same as for the office's own portal. */
  line: () => Pick<SyncSettings, "proxy" | "authority" | "metered">;
  /** Milliseconds that an answer may take to begin. */
  patience: number | undefined;
};
