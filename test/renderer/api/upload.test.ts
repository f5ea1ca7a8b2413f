import { expect, it } from "vitest";
import { fail, ok } from "#shared/errors.ts";
import type { Client } from "../../../renderer/api/client.ts";
import { createUpload, PART } from "../../../renderer/api/upload.ts";

/** A client that takes every part and remembers what it was asked. */
function recorder(refuseAppend = false) {
  const asked: string[] = [];
  const call = (method: string, params: { offset?: number }) => {
    asked.push(params.offset === undefined ? method : `${method} ${params.offset}`);
    if (method === "upload.begin") return Promise.resolve(ok({ upload: "u1" }));
    if (method === "upload.append" && refuseAppend) return Promise.resolve(fail("disk_full"));
    return Promise.resolve(ok({ received: (params.offset ?? 0) + PART }));
  };
  return { asked, client: { call, onPush: () => () => undefined } as unknown as Client };
}

const file = new File([new Uint8Array(PART * 2 + 1)], "padi.csv");
const part = () => Promise.resolve("AAAA");

it("sends a file in order, part after part, telling its progress", async () => {
  const { asked, client } = recorder();
  const told: number[] = [];
  const sent = await createUpload(client, part)(file, { onProgress: (now) => told.push(now) });
  expect(sent).toEqual(ok({ upload: "u1", name: "padi.csv", size: PART * 2 + 1 }));
  expect(asked).toEqual([
    "upload.begin",
    "upload.append 0",
    `upload.append ${PART}`,
    `upload.append ${PART * 2}`,
  ]);
  expect(told).toHaveLength(3);
});

it("gives up a file that vanishes while it is read, and says so", async () => {
  const { asked, client } = recorder();
  const vanishing = (_: File, offset: number) => Promise.resolve(offset === 0 ? "AAAA" : null);
  const sent = await createUpload(client, vanishing)(file);
  expect(sent).toMatchObject({ ok: false, error: { code: "file_missing" } });
  expect(asked.at(-1)).toBe("upload.abort");
});

it("passes a refusal on and leaves nothing behind", async () => {
  const { asked, client } = recorder(true);
  const sent = await createUpload(client, part)(file);
  expect(sent).toMatchObject({ ok: false, error: { code: "disk_full" } });
  expect(asked.at(-1)).toBe("upload.abort");
});

it("stops when it is told to", async () => {
  const { asked, client } = recorder();
  const stop = new AbortController();
  stop.abort();
  const sent = await createUpload(client, part)(file, { signal: stop.signal });
  expect(sent).toMatchObject({ ok: false, error: { code: "upload_aborted" } });
  expect(asked).toEqual(["upload.begin", "upload.abort"]);
});
