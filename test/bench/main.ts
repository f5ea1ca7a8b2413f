import { benchDeadlines, benchLateList } from "./deadlines.ts";
import { benchCommits } from "./commits.ts";
import { benchDocuments } from "./documents.ts";
import { benchReducer } from "./reducer.ts";
import { benchRenderer } from "./renderer.ts";
import { benchSheetLayout, benchSheetPapers } from "./sheets.ts";
import { benchStart } from "./start.ts";
import { printTable } from "./table.ts";

/** `npm run bench`: each figure beside its reference of the same run. Times are reported, not judged. */
printTable([
  await benchCommits(),
  benchReducer(),
  benchDeadlines(),
  await benchLateList(),
  ...(await benchDocuments()),
  await benchSheetLayout(),
  ...(await benchSheetPapers()),
  benchRenderer(),
  await benchStart(),
]);
