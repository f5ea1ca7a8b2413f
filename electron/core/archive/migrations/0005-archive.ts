import { backup } from "./0005/backup.ts";
import { bundles } from "./0005/bundles.ts";
import { mirrors } from "./0005/mirrors.ts";
import { privacy } from "./0005/privacy.ts";
import { retention } from "./0005/retention.ts";
import { search } from "./0005/search.ts";
import { speed } from "./0005/speed.ts";

/**
 * The archive itself: backups, search, retention, personal data, files of other offices; made anew
 * from the log right after, as far as it is projection.
 */
export const archive = [backup, search, retention, privacy, bundles, speed, mirrors].join("\n");
