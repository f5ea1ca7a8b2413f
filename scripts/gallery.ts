import { commandOf, runNode } from "./run.ts";
import { getTestBrowser } from "./test-browser.ts";

/** `npm run gallery`: every document of every SOP as PDF and PNG in test-results/gallery. */
const browser = await getTestBrowser();
const { code } = await runNode(
  commandOf("playwright", "@playwright/test"),
  ["test", "gallery"],
  browser === null ? {} : { env: { ...process.env, LAJUR_TEST_BROWSER: browser } },
);
process.exitCode = code ?? 1;
