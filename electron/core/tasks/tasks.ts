import type { Report } from "./progress.ts";

/**
 * Long work that runs in a thread of its own, beside the core. A module of this list exports
 * `run(input, report)`; input, output and what is reported cross between threads as clones.
 */
export const TASKS = {
  "pages-check": () => import("../maintenance/pages-task.ts"),
  "archive-check": () => import("../maintenance/check-task.ts"),
  "archive-repair": () => import("../maintenance/repair-task.ts"),
  "bundle-pdf": () => import("../bundle/pdf-task.ts"),
  "bundle-zip": () => import("../bundle/zip-task.ts"),
  "bundle-read": () => import("../bundle/read-task.ts"),
  "search-extract": () => import("../search/extract-task.ts"),
  backup: () => import("../backup/backup-task.ts"),
  "backup-key": () => import("../backup/key-task.ts"),
  "backup-heal": () => import("../backup/heal-task.ts"),
  restore: () => import("../backup/restore-task.ts"),
  "sync-bootstrap": () => import("../sync/bootstrap-task.ts"),
} satisfies Record<string, () => Promise<TaskModule>>;

// Tasks differ in what they take and give; `run-task.ts` ties the name to the types.
// oxlint-disable-next-line typescript/no-explicit-any
export type TaskModule = { run: (input: any, report: Report) => unknown };
