import { join } from "node:path";
import type { Config } from "../config.ts";
import type { FileStorage } from "./blobs.ts";
import { createDiskStorage } from "./disk.ts";
import { createS3Storage } from "./s3.ts";

/** Where this portal keeps its files: in its folder, or in the bucket that it was told of. */
export function createStorage({ data, s3 }: Pick<Config, "data" | "s3">): FileStorage {
  return s3 === null
    ? createDiskStorage(join(data, "files"))
    : createS3Storage(s3, join(data, "spool"));
}
