import { Pool } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { apiClient, type RunningPortal, startPortal } from "../../support/portal-over-http.ts";
import { settledHeap } from "../../support/settled-heap.ts";

const MEGABYTE = 1024 * 1024;
/** Posts that one address makes within a minute. */
const FLOOD = 10_000;
const LINES = 50;

describe("ten thousand posts of one address", () => {
  let portal: RunningPortal;
  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.close());

  /** How often each status was answered; each request pretends to come from somewhere else. */
  async function flood(
    path: string,
    type: string,
    body: string,
    posts = FLOOD,
  ): Promise<Map<number, number>> {
    const pool = new Pool(new URL(portal.url("/")).origin, { connections: LINES });
    const statuses = new Map<number, number>();
    let sent = 0;
    const line = async (): Promise<void> => {
      while (sent < posts) {
        sent += 1;
        const answer = await pool.request({
          path,
          method: "POST",
          headers: {
            "content-type": type,
            "x-forwarded-for": `198.51.100.${sent % 250}`,
            forwarded: `for=203.0.113.${sent % 250}`,
          },
          body,
        });
        await answer.body.dump();
        statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: LINES }, line));
    await pool.close();
    return statuses;
  }

  it("at joining: twenty are tried, the rest is told to wait, the memory stays", async () => {
    const pc = await portal.office("Dinas Kominfo Kabupaten Contoh");
    const before = await settledHeap();
    const guess = JSON.stringify({ code: "AAAA-AAAA-AAAA", name: "PC", app: "x" });
    const statuses = await flood("/api/v1/join", "application/json", guess);
    const tried = statuses.get(403) ?? 0;
    expect(tried).toBeGreaterThan(0);
    // The window may turn once while they come in.
    expect(tried).toBeLessThanOrEqual(40);
    expect(tried + (statuses.get(429) ?? 0)).toBe(FLOOD);
    expect((await settledHeap()) - before).toBeLessThan(40 * MEGABYTE);
    // The office that has joined works on.
    expect((await apiClient(portal, pc).get("/state")).status).toBe(200);
  }, 60_000);

  it("at the public form: few are read, the rest is told to wait, the memory stays", async () => {
    const pc = await portal.office("Dinas Kominfo Kabupaten Contoh");
    const before = await settledHeap();
    const fields = new URLSearchParams({ kantor: pc.office, nama: "X".repeat(500), aksi: "kirim" });
    const statuses = await flood(
      "/permohonan",
      "application/x-www-form-urlencoded",
      fields.toString(),
    );
    expect(statuses.get(429) ?? 0).toBeGreaterThan(FLOOD * 0.9);
    expect(statuses.get(500) ?? 0).toBe(0);
    expect((await settledHeap()) - before).toBeLessThan(40 * MEGABYTE);
    const api = apiClient(portal, pc);
    expect((await api.feed("0")).items).toEqual([]);
  }, 60_000);

  it("at the operator's door: thirty are tried", async () => {
    const statuses = await flood(
      "/operator/masuk",
      "application/x-www-form-urlencoded",
      `kunci=${"x".repeat(43)}`,
      500,
    );
    const tried = statuses.get(403) ?? 0;
    expect(tried).toBeLessThanOrEqual(60);
    expect(tried + (statuses.get(429) ?? 0)).toBe(500);
  }, 60_000);
});
