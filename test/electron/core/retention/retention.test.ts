import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  closedRequest,
  openOffice,
  RULES,
  rule,
  type RetentionOffice,
  YEARS_LATER,
} from "./office.ts";

let office: RetentionOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.lajur.dispose());

const idsIn = async (list: "move" | "destroy" | "review" | "permanent" | "unruled" | "placed") =>
  (await office.lajur.call("retention.list", { list })).rows.map(({ request }) => request);

describe("the lists of retention", () => {
  it("hold each closed request where its time stands, and none that runs", async () => {
    const { lajur, clock } = office;
    const destroyed = await closedRequest(office, "500.14.4");
    const kept = await closedRequest(office, "000.5");
    const looked = await closedRequest(office, "500.12");
    const unknown = await closedRequest(office, "900");
    expect(await idsIn("move")).not.toContain(destroyed);
    expect(await idsIn("unruled")).toContain(unknown);
    clock.now = "2027-12-01T02:00:00Z";
    expect(await idsIn("move")).toEqual(expect.arrayContaining([destroyed, kept, looked]));
    expect(await idsIn("destroy")).toEqual([]);
    clock.now = YEARS_LATER;
    expect(await idsIn("move")).toEqual([]);
    expect(await idsIn("destroy")).toContain(destroyed);
    expect(await idsIn("permanent")).toContain(kept);
    expect(await idsIn("review")).toContain(looked);
    const { lists, years } = await lajur.call("retention.counts", {});
    expect(lists.destroy).toBe((await idsIn("destroy")).length);
    expect(years).toContain(2026);
  });

  it("are counted anew when the schedule changes, and are the same after a rebuild", async () => {
    const { lajur, clock } = office;
    const request = await closedRequest(office, "500.14.4");
    clock.now = YEARS_LATER;
    await lajur.call("retention.save", { rules: [...RULES, rule("500.14.4", 10, 10)] });
    expect(await idsIn("destroy")).not.toContain(request);
    const before = await lajur.call("retention.list", { list: "placed" });
    expect(before.rows[0]).toMatchObject({ by: "500.14.4", place: { rack: "2", box: "14" } });
    await lajur.call("archive.rebuild", {});
    expect(await lajur.call("retention.list", { list: "placed" })).toEqual(before);
    await lajur.call("retention.save", { rules: [] });
    expect(await idsIn("unruled")).toContain(request);
  });

  it("are narrowed by year, by class with all below it, and by place", async () => {
    const { lajur } = office;
    const request = await closedRequest(office, "500.14.4");
    const total = async (changes: object) =>
      (await lajur.call("retention.list", { list: "placed", ...changes })).total;
    expect(await total({})).toBe(1);
    expect(await total({ year: 2026, code: "500.14", rack: "2", box: "14", folder: "3" })).toBe(1);
    expect(await total({ code: "500.1" })).toBe(0);
    expect(await total({ year: 2025 })).toBe(0);
    expect(await total({ box: "15" })).toBe(0);
    expect((await lajur.call("retention.get", { request })).own).toMatchObject({
      code: "500.14.4",
      from: "hand",
      rule: { code: "500.14" },
    });
  });

  it("let a request go that was opened again, and take it back when it is closed", async () => {
    const { lajur, first, clock } = office;
    const request = await closedRequest(office, "500.14.4");
    clock.now = YEARS_LATER;
    await lajur.call("objection.file", {
      request,
      grounds: "Belum dijawab.",
      received: "2029-01-02",
    });
    expect((await lajur.call("retention.get", { request })).stage).toBe("running");
    expect(await idsIn("destroy")).not.toContain(request);
    const { objections } = await lajur.call("request.get", { id: request });
    const objection = objections[0]?.id ?? "";
    await lajur.call("objection.answer", { request, objection, answer: "Dijawab." }, first);
    const { closed, stage } = await lajur.call("retention.get", { request });
    expect({ closed, stage }).toEqual({ closed: "2029-01-02", stage: "active" });
  });
});

describe("the day of closing", () => {
  it("is that of the office's zone, also after it was corrected", async () => {
    const { lajur, clock } = office;
    clock.now = "2026-11-20T16:30:00Z";
    const request = await closedRequest(office, "500.14.4");
    const closed = async () => (await lajur.call("retention.list", { list: "placed" })).rows[0];
    expect((await closed())?.closed).toBe("2026-11-20");
    const profile = await lajur.call("office.get", {});
    if (profile === null) throw new Error("the made-up office has a profile");
    await lajur.call("office.save", { ...profile, zone: "WIT" });
    expect(await closed()).toMatchObject({ request, closed: "2026-11-21" });
    const before = await closed();
    await lajur.call("archive.rebuild", {});
    expect(await closed()).toEqual(before);
  });
});

describe("a classification", () => {
  it("is set for many at once, and their places stay", async () => {
    const { lajur, first } = office;
    const requests = [await closedRequest(office, "900"), await closedRequest(office, "")];
    expect(await idsIn("unruled")).toEqual(expect.arrayContaining(requests));
    await lajur.call("retention.classify", { requests, classification: "500.14.4" }, first);
    for (const request of requests) {
      const { stage, place } = await lajur.call("retention.get", { request });
      expect({ stage, box: place.box }).toEqual({ stage: "active", box: "14" });
    }
  });

  it("is that of the first numbered letter as long as nobody set one", async () => {
    const { lajur, first } = office;
    const { rows } = await lajur.call("request.list", { status: "running", limit: 1 });
    const request = rows[0]?.id ?? "";
    const letter = { request, kind: "delivery", classification: "000.5.1" };
    await lajur.call("document.issue", letter, first);
    expect((await lajur.call("retention.get", { request })).own).toMatchObject({
      code: "000.5.1",
      from: "letter",
    });
  });
});

describe("moving and looking again", () => {
  it("records the day and the place, and takes the archive off the list", async () => {
    const { lajur, first, clock } = office;
    const request = await closedRequest(office, "500.14.4");
    clock.now = "2027-12-01T02:00:00Z";
    const place = { rack: "9", box: "1", folder: "" };
    const order = { requests: [request], to: "inactive" as const, place };
    expect((await lajur.refusal("retention.move", { ...order, day: "2025-01-01" })).code).toBe(
      "retention_day",
    );
    expect((await lajur.refusal("retention.move", { ...order, day: "2028-01-01" })).code).toBe(
      "date_in_future",
    );
    await lajur.call("retention.move", { ...order, day: "2027-11-30" }, first);
    expect(await idsIn("move")).not.toContain(request);
    const detail = await lajur.call("retention.get", { request });
    expect(detail).toMatchObject({ place, moved: { day: "2027-11-30", to: "inactive" } });
  });

  it("refuses all when one of them still runs", async () => {
    const { lajur, clock } = office;
    const closed = await closedRequest(office, "500.14.4");
    const { rows } = await lajur.call("request.list", { status: "running", limit: 1 });
    clock.now = "2027-12-01T02:00:00Z";
    const requests = [closed, rows[0]?.id ?? ""];
    const order = { requests, to: "inactive", day: "2027-12-01" };
    expect((await lajur.refusal("retention.move", order)).code).toBe("retention_running");
    expect((await lajur.call("retention.get", { request: closed })).moved).toBeNull();
  });

  it("decides once the time is over: destroy, keep for good, or so many years more", async () => {
    const { lajur, clock } = office;
    const requests = [await closedRequest(office, "500.12")];
    const decide = (decision: "destroy" | "extend", years?: number) =>
      lajur.call("retention.review", {
        requests,
        decision,
        reason: "Masih dipakai.",
        ...(years !== undefined && { years }),
      });
    const early = { requests, decision: "destroy", reason: "Lama." };
    expect((await lajur.refusal("retention.review", early)).code).toBe("retention_early");
    clock.now = YEARS_LATER;
    const without = { requests, decision: "extend", reason: "Lama." };
    expect((await lajur.refusal("retention.review", without)).code).toBe("text_empty");
    await decide("extend", 2);
    expect(await idsIn("review")).toEqual([]);
    clock.now = "2031-01-02T02:00:00Z";
    expect(await idsIn("review")).toEqual(requests);
    await decide("destroy");
    expect(await idsIn("destroy")).toEqual(requests);
  });
});
