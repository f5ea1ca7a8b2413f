import { createCore } from "#core/core.ts";
import type { HostMessage } from "#shared/contract.ts";
import type { Port } from "./port.ts";
import { type CoreMessage, type CoreSettings, type HostCall, asHost } from "./protocol.ts";
import { serve } from "./serve.ts";

/**
 * Opens the archive inside a worker or a process and serves its host until the port closes; of a
 * broken one only what restores a backup. Resolves when the archive is closed again, or could not be
 * opened.
 */
export async function runCore(
  port: Port<CoreMessage, HostCall>,
  settings: CoreSettings,
): Promise<void> {
  const options = { ...settings, daily: true, restart: () => port.post({ restart: true }) };
  let core = createCore(options);
  if (!core.ok && core.error.code === "archive_broken") {
    core = createCore({ ...options, rescue: core.error });
  }
  if (!core.ok) {
    port.post({ failed: core.error });
    port.close();
    return;
  }
  const closed = new Promise<void>((resolve) => port.onClose(resolve));
  serve(core.value, port satisfies Port<HostMessage, HostCall>, asHost);
  port.post({ started: true });
  await closed;
  await core.value.close();
}
