import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCore } from "#core/core.ts";
import type { CallContext, Core, CoreOptions } from "#core/types.ts";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import { RESOURCES } from "./magetan.ts";

export const CONSOLE: CallContext = { origin: "console", user: null };

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "lajur-"));

/** A core on a temporary archive, with the answers unwrapped. */
export type TestCore = {
  folder: string;
  core: Core;
  /** The result; throws when it is refused. */
  call<M extends MethodName>(
    method: M,
    params: ParamsIn<M>,
    context?: CallContext,
  ): Promise<ResultOf<M>>;
  /** The refusal; throws when it is answered. */
  refusal(method: string, params: unknown, context?: CallContext): Promise<Failure>;
  /** Closes it and opens the same archive again. */
  reopen(options?: Partial<CoreOptions>): Promise<TestCore>;
  /** Closes it and removes the archive. */
  dispose(): Promise<void>;
};

export function openCore(options: Partial<CoreOptions> = {}): TestCore {
  const folder = options.archive ?? temporaryFolder();
  const opened = createCore({
    archive: folder,
    resources: RESOURCES,
    holder: "uji",
    version: "0.0.0",
    ...options,
  });
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`);
  const core = opened.value;
  return {
    folder,
    core,
    async call(method, params, context = CONSOLE) {
      const answer = await core.call(method, params, context);
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
      return answer.value as never;
    },
    async refusal(method, params, context = CONSOLE) {
      const answer = await core.call(method, params, context);
      if (answer.ok) throw new Error(`${method} was not refused`);
      return answer.error;
    },
    async reopen(changes = {}) {
      await core.close();
      return openCore({ ...options, ...changes, archive: folder });
    },
    async dispose() {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The least that a request needs. */
export const intake: ParamsIn<"request.create"> = {
  sop: "magetan-permintaan-data",
  subject: "Data produksi padi per kecamatan",
  requester: { kind: "student", name: "Ayu Contoh", institution: "Universitas Contoh" },
  items: [
    { name: "Produksi padi per kecamatan", period: "2021–2025", unit: "ton", format: "Excel" },
    { name: "Luas panen per kecamatan", period: "2021–2025", unit: "hektare", format: "Excel" },
  ],
  letter: { number: "118/UN99/PT/2026", date: "2026-11-13" },
};
