import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { openCore } from "../../../support/core.ts";
import { closedRequest, openOffice, type RetentionOffice, YEARS_LATER } from "./office.ts";

const CHILD = fileURLToPath(new URL("destroying-child.ts", import.meta.url));
const COUNT = 6;

let office: RetentionOffice;
let scans = "";
afterEach(async () => {
  await office.lajur.dispose();
  rmSync(scans, { recursive: true, force: true });
});

/** An approved proposal with a file in each request, and the archive closed. */
async function prepare(): Promise<{ id: string; files: string[]; twins: string }> {
  office = await openOffice();
  scans = mkdtempSync(join(tmpdir(), "lajur-pindaian-"));
  const { lajur, first, second, clock } = office;
  const requests: string[] = [];
  const files: string[] = [];
  for (let no = 0; no < COUNT; no += 1) {
    const path = join(scans, `surat-${no}.txt`);
    writeFileSync(path, `isi ${no}`);
    const { id } = await lajur.call("request.create", {
      sop: "magetan-permintaan-data",
      subject: `Data panen ${no}`,
      requester: { kind: "individual", name: "Ratna Kusuma" },
      items: [{ name: "Luas panen", period: "", unit: "", format: "" }],
    });
    const { file } = await lajur.call("file.attach", { request: id, path });
    files.push(join(lajur.folder, "files", file.sha256.slice(0, 2), file.sha256));
    const place = { rack: "", box: "", folder: "" };
    await lajur.call("retention.file", { request: id, classification: "500.14", place });
    await lajur.call("request.cancel", { request: id, reason: "Dicabut." });
    requests.push(id);
  }
  await closedRequest(office, "000.5");
  clock.now = YEARS_LATER;
  const order = { requests, reason: "Jangka simpan berakhir." };
  const { id } = await lajur.call("destruction.propose", order, first);
  await lajur.call("destruction.approve", { id }, first);
  await lajur.call("destruction.approve", { id }, second);
  await lajur.core.close();
  return { id, files, twins: join(scans, "kembar") };
}

/** Kills the child as soon as it has said `lines` steps. */
function killAfter(lines: number, args: string[]): Promise<string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CHILD, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      if (said.length === lines) child.kill("SIGKILL");
    });
    child.once("exit", () => resolve(said));
  });
}

describe("a destruction that is killed", () => {
  it.each([1, 3, COUNT, COUNT + 1])(
    "after step %i is whole at the next start, each number taken once",
    { timeout: 120_000 },
    async (steps) => {
      const { id, files, twins } = await prepare();
      const { lajur, first, clock } = office;
      const said = await killAfter(steps, [lajur.folder, id, first.user ?? "", clock.now, twins]);
      expect(said.length).toBeGreaterThanOrEqual(steps);
      office.lajur = openCore({ archive: lajur.folder, now: () => Date.parse(clock.now) });
      await expect
        .poll(async () => (await office.lajur.call("destruction.get", { id })).status, {
          timeout: 60_000,
        })
        .toBe("executed");
      expect(files.filter((file) => existsSync(file))).toEqual([]);
      const gone = await office.lajur.call("retention.list", { list: "destroyed" });
      expect(gone.total).toBe(COUNT);
      const book = await office.lajur.call("register.entries", { register: "record", year: 2029 });
      expect(book.total).toBe(1);
      const erasures = await office.lajur.call("identity.erasures", {});
      expect(erasures.total).toBe(COUNT);
      expect((await office.lajur.call("archive.check", {})).problems).toEqual([]);
    },
  );
});
