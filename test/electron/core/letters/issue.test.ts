import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import { intake, openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";
import { textOf } from "../../../support/pdf.ts";

let lajur: TestCore;
let request: string;
beforeEach(async () => {
  lajur = openCore({ now: () => Date.parse("2026-11-16T02:12:00Z") });
  request = (await lajur.call("request.create", { ...intake, letterInHand: true })).id;
});
afterEach(() => lajur.dispose());

async function words(kind: "receipt" | "refusal"): Promise<string> {
  const { pdf } = await lajur.call("document.render", { request, kind });
  return textOf(Buffer.from(pdf ?? "", "base64"));
}

describe("a letter", () => {
  it("gets the next number of its register, once", async () => {
    await lajur.call("office.save", demoOffice);
    const kind = "refusal" as const;
    const issue = { request, kind, reasons: ["Data tidak dikuasai."] };
    const issued = await lajur.call("document.issue", issue);
    expect(issued.documents[0]?.number).toBe("500.14/1/DISKOMINFO/2026");
    expect((await lajur.refusal("document.issue", issue)).code).toBe("document_issued");
    const own = { request, kind: "delivery", number: "500.14/1/DISKOMINFO/2026" } as const;
    expect((await lajur.refusal("document.issue", own)).code).toBe("number_taken");
    const next = await lajur.call("document.issue", { request, kind: "delivery" });
    expect(next.documents[1]?.number).toBe("500.14/2/DISKOMINFO/2026");
  });

  it("stays as it was when it got its number, whatever changes afterwards", async () => {
    await lajur.call("office.save", demoOffice);
    await lajur.call("document.issue", { request, kind: "refusal", reasons: ["Tidak dikuasai."] });
    const signed = await lajur.call("document.render", { request, kind: "refusal" });
    const head = { ...demoOffice.head, name: "Kepala Baru" };
    await lajur.call("office.save", { ...demoOffice, head });
    await lajur.call("request.assess", {
      request,
      items: [{ no: 1, availability: "available" }],
    });
    const later = await lajur.call("document.render", { request, kind: "refusal" });
    expect(later.sha256).toBe(signed.sha256);
    expect(await words("receipt")).not.toContain("Budi Contoh");
  });

  it("without reasons, without an office, or dated ahead gets no number", async () => {
    const none = { request, kind: "refusal" } as const;
    expect((await lajur.refusal("document.issue", none)).code).toBe("office_missing");
    await lajur.call("office.save", demoOffice);
    expect(await lajur.refusal("document.issue", none)).toMatchObject({
      code: "reasons_missing",
      field: "reasons",
    });
    const ahead = { ...none, reasons: ["x"], date: "2026-11-17" };
    expect(await lajur.refusal("document.issue", ahead)).toMatchObject({ field: "date" });
  });

  it("without a profile of the office is a draft on dotted lines", async () => {
    const paper = await lajur.call("document.render", { request, kind: "receipt", paper: "F4" });
    expect(paper).toMatchObject({ draft: true, pages: 1, paper: "F4" });
    expect(await words("receipt")).toContain("Ayu Contoh");
  });

  it("that cannot be written where it should go leaves nothing", async () => {
    const path = join(temporaryFolder(), "tidak", "ada", "surat.pdf");
    const refused = await lajur.refusal("document.render", { request, kind: "receipt", path });
    expect(refused).toMatchObject({ code: "path_unwritable", field: "path" });
  });
});

describe("a broken SOP in resources", () => {
  it("is left out with findings, and keeps nothing else from working", async () => {
    const resources = temporaryFolder();
    mkdirSync(join(resources, "sop"));
    writeFileSync(join(resources, "sop", "rusak.json"), "{");
    writeFileSync(join(resources, "sop", "kosong.json"), '{"id":"x","steps":[]}');
    const broken = openCore({ resources });
    const { sops, broken: found } = await broken.call("sop.list", {});
    expect(sops).toEqual([]);
    expect(found.map((one) => one.file)).toEqual(["kosong.json", "rusak.json"]);
    expect(found.every((one) => one.findings.length > 0)).toBe(true);
    expect((await broken.refusal("request.create", intake)).code).toBe("sop_unknown");
    await broken.dispose();
  });
});
