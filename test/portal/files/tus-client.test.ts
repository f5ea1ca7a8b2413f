import { randomBytes } from "node:crypto";
import { Upload } from "tus-js-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  fileClient,
  hashOf,
  type Pc,
  type RunningPortal,
  startPortal,
} from "../../support/portal-over-http.ts";

/** A client that nobody here wrote: what it takes to be tus 1.0 is. */
describe("the usual tus client", () => {
  let portal: RunningPortal;
  let pc: Pc;
  beforeAll(async () => {
    portal = await startPortal();
    pc = await portal.office("Dinas Kominfo Kabupaten Contoh");
  });
  afterAll(() => portal.close());

  type Options = ConstructorParameters<typeof Upload>[1];

  /** Ends when the upload is whole, or has sent `most` bytes. */
  const send = (bytes: Buffer, options: Options = {}, most = Infinity) =>
    new Promise<{ url: string | null; sent: number }>((resolve, reject) => {
      let sent = 0;
      const upload = new Upload(bytes, {
        endpoint: portal.url("/api/v1/files"),
        headers: { authorization: `Bearer ${pc.token}` },
        metadata: { sha256: hashOf(bytes) },
        uploadSize: bytes.length,
        chunkSize: 250_000,
        retryDelays: [10, 10, 10],
        ...options,
        onChunkComplete: (size) => {
          sent += size;
          if (sent < most) return;
          void upload.abort();
          resolve({ url: upload.url, sent });
        },
        onError: reject,
        onSuccess: () => resolve({ url: upload.url, sent }),
      });
      upload.start();
    });

  async function named(size: number): Promise<Buffer> {
    const bytes = randomBytes(size);
    await portal.accepted(pc.office, { sha256: hashOf(bytes) });
    return bytes;
  }
  const isThere = async (bytes: Buffer) => {
    const read = await fileClient(portal, pc).read(hashOf(bytes));
    return Buffer.from(await read.arrayBuffer()).equals(bytes);
  };

  it("sends a file in parts", async () => {
    const bytes = await named(1_100_000);
    expect((await send(bytes)).sent).toBe(bytes.length);
    expect(await isThere(bytes)).toBe(true);
  });

  it("goes on where it was stopped", async () => {
    const bytes = await named(1_000_000);
    const { url } = await send(bytes, {}, 500_000);
    const rest = await send(bytes, { uploadUrl: url });
    expect(rest.sent).toBe(500_000);
    expect(await isThere(bytes)).toBe(true);
  });

  it("sends the beginning along with the announcement", async () => {
    const bytes = await named(600_000);
    expect((await send(bytes, { uploadDataDuringCreation: true })).sent).toBe(bytes.length);
    expect(await isThere(bytes)).toBe(true);
  });

  it("is told at once that a file is there", async () => {
    const bytes = await named(200_000);
    await send(bytes);
    expect((await send(bytes, { uploadDataDuringCreation: true })).url).toContain(hashOf(bytes));
    await send(bytes);
    expect(await isThere(bytes)).toBe(true);
  });

  it("is refused for good when the bytes are not those of the hash", async () => {
    const bytes = await named(1000);
    const wrong = randomBytes(1000);
    await expect(send(wrong, { metadata: { sha256: hashOf(bytes) } })).rejects.toThrow(
      "file_mismatch",
    );
    expect((await send(bytes)).sent).toBe(1000);
  });
});
