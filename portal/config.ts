import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

/**
 * What the portal is told when it starts: flags first, then the environment, then the defaults. See
 * portal/README.md for what each one means.
 */
const schema = z.object({
  /** Folder of the embedded database, of the files (without S3) and of the snapshots. */
  data: z.string().min(1),
  port: z.coerce.number().int().min(0).max(65_535).default(8320),
  host: z.string().min(1).default("127.0.0.1"),
  /** PostgreSQL; null for the embedded database. */
  databaseUrl: z
    .url({ protocol: /^postgres(ql)?$/u })
    .nullable()
    .default(null),
  /** Connections to PostgreSQL that this node keeps at most. */
  databasePool: z.coerce.number().int().min(2).max(200).default(10),
  /** Where the public and the PCs reach the portal, without a slash at the end. */
  publicUrl: z
    .url({ protocol: /^https?$/u })
    .transform((url) => url.replace(/\/+$/u, ""))
    .nullable()
    .default(null),
  /** How many reverse proxies stand before the portal and say whom they speak for. */
  trustProxy: z.coerce.number().int().min(0).max(10).default(0),
  logLevel: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
  /** Bearer token of whoever reads /metrics; null and there is no such page. */
  metricsToken: z.string().min(16).nullable().default(null),
  /** Days after its end that a request from the public is deleted from the portal. */
  publicDays: z.coerce.number().int().min(1).max(3650).default(90),
  /** Posts to the public forms that one network may make in ten minutes; a quarter of it are sent. */
  publicPosts: z.coerce.number().int().min(1).max(10_000_000).default(120),
  /** S3-compatible storage of the files; null for the folder `data`. */
  s3: z
    .object({
      endpoint: z.url({ protocol: /^https?$/u }),
      region: z.string().default("us-east-1"),
      bucket: z.string().min(1),
      accessKeyId: z.string().min(1),
      secretAccessKey: z.string().min(1),
      /** `https://host/bucket/key`, as most stores other than Amazon's want it. */
      pathStyle: z.stringbool().or(z.boolean()).default(true),
    })
    .nullable()
    .default(null),
});

export type Config = z.infer<typeof schema>;

export const FLAGS = {
  data: { type: "string" },
  port: { type: "string" },
  host: { type: "string" },
} as const;

export type Configured = { config: Config; words: string[] };

/** The configuration and what stands on the command line beside it; throws with a sentence. */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Configured {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: FLAGS,
    allowPositionals: true,
  });
  const bucket = filled(env["S3_BUCKET"]);
  const parsed = schema.safeParse({
    data: values.data ?? filled(env["DATA_DIR"]) ?? defaultFolder(env),
    port: values.port ?? filled(env["PORT"]),
    host: values.host ?? filled(env["HOST"]),
    databaseUrl: filled(env["DATABASE_URL"]),
    databasePool: filled(env["DATABASE_POOL"]),
    publicUrl: filled(env["PUBLIC_URL"]),
    trustProxy: filled(env["TRUST_PROXY"]),
    logLevel: filled(env["LOG_LEVEL"]),
    metricsToken: filled(env["METRICS_TOKEN"]),
    publicDays: filled(env["PUBLIC_DAYS"]),
    publicPosts: filled(env["PUBLIC_POSTS"]),
    s3:
      bucket === undefined
        ? null
        : {
            bucket,
            endpoint: filled(env["S3_ENDPOINT"]),
            region: filled(env["S3_REGION"]),
            accessKeyId: filled(env["S3_ACCESS_KEY_ID"]),
            secretAccessKey: filled(env["S3_SECRET_ACCESS_KEY"]),
            pathStyle: filled(env["S3_PATH_STYLE"]),
          },
  });
  if (parsed.success) return { config: parsed.data, words: positionals };
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`Pengaturan portal belum benar. ${wrong.join("; ")}`);
}

/** The defaults in a folder of the caller's, for programs and tests that start a portal. */
export const configFor = (settings: z.input<typeof schema>): Config => schema.parse(settings);

const filled = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === "" ? undefined : value.trim();

const defaultFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  join(filled(env["XDG_DATA_HOME"]) ?? join(homedir(), ".local", "share"), "lajur-portal");
