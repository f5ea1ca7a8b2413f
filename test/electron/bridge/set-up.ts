import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBridge } from "../../../electron/bridge/server.ts";
import { createStandIn } from "../host/stand-in.ts";

/** A bridge over the stand-in core and a small renderer folder with a secret beside it. */
export async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), "lajur-bridge-"));
  const renderer = join(folder, "renderer");
  mkdirSync(join(renderer, "assets"), { recursive: true });
  writeFileSync(join(renderer, "index.html"), "<!doctype html><title>Lajur</title>");
  writeFileSync(join(renderer, "assets", "main-abc.js"), "export {};\n");
  writeFileSync(join(folder, "secret.txt"), "rahasia");
  const attachment = join(folder, "content");
  writeFileSync(attachment, "isi berkas");
  const standIn = createStandIn({
    "file.locate": { path: attachment, name: "surat “permohonan” (1).pdf", size: 10 },
  });
  const bridge = await startBridge({ core: standIn.core, renderer, port: 0 });
  return { bridge, folder, standIn, attachment };
}
