import { resolve } from "node:path";
import { parseArgs } from "node:util";

export type Options = {
  /** Folder of the archive, absolute. */
  archive: string;
  /** 0 for any free port. */
  port: number;
  /** Open an app window; otherwise only the address is printed. */
  open: boolean;
};

/** The bridge's command line, or a sentence that says what is wrong with it. */
export function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        archive: { type: "string" },
        port: { type: "string", default: "0" },
        "no-open": { type: "boolean", default: false },
      },
    });
    if (!values.archive) return "Tulis letak arsip: --archive FOLDER";
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return "--port harus bilangan bulat antara 0 dan 65535";
    }
    return { archive: resolve(values.archive), port, open: !values["no-open"] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
