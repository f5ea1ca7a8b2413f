import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { openCore } from "./core.ts";

/**
 * Works on an archive until it is killed: attaches a file, backs up, again and again; or restores.
 * Each line on stdout tells of something that was confirmed.
 */
const [archive = "", destination = "", what = "back-up"] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const core = openCore({ archive });
say("open");
if (what === "restore") {
  const { destinations } = await core.call("backup.state", {});
  const point = destinations[0]?.points.at(-1)?.point ?? "";
  await core.call("backup.restore", { path: destinations[0]?.folder ?? "", point });
  say("staged");
  await core.reopen();
  say("restored");
} else {
  for (let round = 0; ; round += 1) {
    const { rows } = await core.call("request.list", { status: "running", limit: 1 });
    const path = join(archive, "incoming.txt");
    writeFileSync(path, `${process.pid} ${round} `.repeat(20_000));
    const { file } = await core.call("file.attach", { request: rows[0]?.id ?? "", path });
    say(`file ${file.sha256}`);
    const { runs } = await core.call("backup.run", { destination });
    say(`point ${runs[0]?.point}`);
  }
}
