import { benchArchive } from "./archive.ts";
import { benchDeadlines, benchLateList } from "./deadlines.ts";
import { benchCommits } from "./commits.ts";
import { benchDocuments } from "./documents.ts";
import { benchPortal } from "./portal-load.ts";
import { benchReducer } from "./reducer.ts";
import { benchRenderer } from "./renderer.ts";
import { benchSheetLayout, benchSheetPapers } from "./sheets.ts";
import { benchStart } from "./start.ts";
import { benchSync } from "./sync.ts";
import { printTable } from "./table.ts";

/**
 * `npm run bench`: each figure beside its reference of the same run. Times are reported, not judged.
 * `npm run bench -- --archive` measures the large archive alone, `--small` a little one in its place;
 * `--sync` measures what goes over the line, `--portal` the portal under load, for one minute or as many
 * as `--minutes 10` says.
 */
const options = process.argv.slice(2);
const minutes = options.includes("--minutes")
  ? Number(options[options.indexOf("--minutes") + 1])
  : 1;
if (!Number.isInteger(minutes) || minutes < 1) throw new Error("--minutes wants a whole number");
if (options.includes("--sync")) {
  printTable(await benchSync());
  process.exit();
}
if (options.includes("--portal")) {
  printTable(await benchPortal(minutes));
  process.exit();
}
const archive = await benchArchive(options.includes("--small") ? "small" : "full");
if (options.includes("--archive")) {
  printTable(archive);
  process.exit();
}
printTable([
  ...archive,
  await benchCommits(),
  benchReducer(),
  benchDeadlines(),
  await benchLateList(),
  ...(await benchDocuments()),
  await benchSheetLayout(),
  ...(await benchSheetPapers()),
  ...(await benchSync()),
  ...(await benchPortal(minutes)),
  benchRenderer(),
  await benchStart(),
]);
