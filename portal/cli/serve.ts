import type { Config } from "../config.ts";
import { createPortal } from "../server.ts";
import { listOffices } from "../service/offices.ts";

/** Milliseconds that requests have to end in once the portal is told to stop. */
const GRACE = 30_000;

/** Runs the portal until it is told to stop; what has begun by then is finished. */
export async function serve(config: Config): Promise<void> {
  const portal = await createPortal(config);
  const { app, ctx } = portal;
  await app.listen({ port: config.port, host: config.host });
  process.stdout.write(`${(await greeting(portal)).join("\n")}\n`);
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // The second wish is meant.
    if (stopping) process.exit(1);
    stopping = true;
    ctx.log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), GRACE).unref();
    void portal.close().catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
    });
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

async function greeting({ app, ctx }: Awaited<ReturnType<typeof createPortal>>): Promise<string[]> {
  const { config, store } = ctx;
  const address = app.listeningOrigin;
  const kept = store.kind === "sqlite" ? `SQLite di ${config.data}` : "PostgreSQL";
  const first = (await listOffices(ctx)).length === 0;
  return [
    `Portal Lajur di ${config.publicUrl ?? address} (data: ${kept}).`,
    ...(first ? ['Belum ada kantor. Tambah: npm run portal -- office add "NAMA KANTOR"'] : []),
  ];
}
