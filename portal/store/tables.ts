import type { CoreTables } from "./migrations/0001-core.ts";
import type { FileTables } from "./migrations/0002-files.ts";
import type { PublicTables } from "./migrations/0003-public.ts";
import type { OperatorTables } from "./migrations/0004-operator.ts";

/** Every table of the portal; each part adds its own, from its own migration. */
export type Tables = CoreTables & FileTables & PublicTables & OperatorTables;
