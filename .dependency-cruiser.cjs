/*
 * The borders between the folders: a folder says where its code may run. TypeScript is read through
 * the package `typescript` (version 6 here, see package.json): version 7 has no API, and without one
 * nothing would be checked. test/borders.test.ts plants an import across each border to see it caught.
 */
const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

const NODE = { dependencyTypes: ["core"] };

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      "shared-stands-alone",
      "shared is pure: it imports nothing of the others",
      { path: "^shared/" },
      { path: "^(electron|renderer|portal|resources|scripts|test|config)/" },
    ),
    rule("shared-without-node", "shared runs anywhere", { path: "^shared/" }, NODE),
    rule(
      "renderer-imports-shared-only",
      "the window reaches the core over its port",
      { path: "^renderer/" },
      { path: "^(electron|portal|scripts|test|config)/" },
    ),
    rule("renderer-without-node", "the window has no Node", { path: "^renderer/" }, NODE),
    rule(
      "portal-imports-shared-only",
      "the portal is a program of its own",
      { path: "^portal/" },
      { path: "^(electron|renderer|scripts|test|config)/" },
    ),
    rule(
      "core-stands-below",
      "the core knows nothing of how it is reached",
      { path: "^electron/core/" },
      { path: "^(electron/(host|bridge|shell|cli)|renderer|portal|scripts|config)/" },
    ),
    rule(
      "host-below-its-users",
      "the host is shared by bridge and shell and knows neither",
      { path: "^electron/host/" },
      { path: "^(electron/(bridge|shell|cli)|renderer|portal|scripts|config)/" },
    ),
    rule(
      "electron-in-the-shell-only",
      "everything else runs without Electron",
      { path: "^(shared|renderer|electron|portal|scripts)/", pathNot: "^electron/shell/" },
      { path: ["^electron$", "node_modules/electron/", "^electron/shell/"] },
    ),
    rule(
      "nothing-imports-test",
      "tests are not part of the product",
      { pathNot: "^test/" },
      { path: "^test/" },
    ),
    rule("no-cycles", "a cycle has no bottom to start reading at", {}, { circular: true }),
    rule(
      "resolvable",
      "an import that leads nowhere; types of a package that come from @types are seen by tsc",
      {},
      { couldNotResolve: true, pathNot: "^pdfmake/interfaces" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|test-results)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    parser: "tsc",
  },
};
