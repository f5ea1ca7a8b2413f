import { laterMirrors } from "./0005/mirrors.ts";
import { ckan } from "./0006/ckan.ts";
import { doubles, merge } from "./0006/merge.ts";
import { messages } from "./0006/messages.ts";
import { registers } from "./0006/registers.ts";
import { sync } from "./0006/sync.ts";

/** Several PCs and the public: sync, decisions made at once, messages, the open data portal. */
export const syncing = [sync, merge, registers, messages, ckan, doubles, laterMirrors].join("\n");
