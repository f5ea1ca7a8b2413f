import type { Migration } from "../migration.ts";
import { core } from "./0001-core.ts";
import { files } from "./0002-files.ts";
import { publicPages } from "./0003-public.ts";
import { operator } from "./0004-operator.ts";
import { registered } from "./0005-registered.ts";

/** In the order in which they run; new ones come at the end. */
export const MIGRATIONS: readonly Migration[] = [core, files, publicPages, operator, registered];
