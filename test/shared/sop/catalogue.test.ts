import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bookSchema } from "#shared/sop/book.ts";
import { checkDefinition } from "#shared/sop/check.ts";
import { RESOURCES } from "../../support/magetan.ts";
import { catalogue, shippedFiles, shippedSop, shippedSops } from "../../support/sops.ts";

const sops = catalogue();

/** What a definition holds where the paper is silent. */
const SILENT = { created: null, revised: null, approved: null, effective: null, recurrence: null };
const SILENT_STEP = { also: [], requirements: [], time: null, outputs: [], note: null };

describe("the shipped SOPs", () => {
  it("are the fifteen of the catalogue with their 137 steps", () => {
    const shipped = shippedSops();
    expect(shipped.map((sop) => sop.id)).toEqual(sops.map((sop) => sop.id).sort());
    expect(shipped).toHaveLength(15);
    expect(shipped.flatMap((sop) => sop.steps)).toHaveLength(137);
    expect(shippedFiles().map(({ file }) => file)).toEqual(shipped.map((sop) => `${sop.id}.json`));
  });

  describe.each(sops)("$id", ({ steps, remarks, ...facts }) => {
    const sop = shippedSop(facts.id);

    it("says what its paper says, field by field", () => {
      expect(sop).toMatchObject({ ...SILENT, ...facts });
      expect(sop.worksheet).toEqual(facts.worksheet);
      expect(sop.serviceStandard).toEqual(facts.serviceStandard);
      if (remarks !== undefined) expect(sop.remarks).not.toBe("");
      expect(sop.version).toBe(1);
    });

    it("has every step as its paper has it", () => {
      expect(sop.steps).toHaveLength(steps.length);
      for (const [index, step] of steps.entries()) {
        expect(sop.steps[index]).toEqual({ ...SILENT_STEP, inferred: [], ...step });
      }
    });

    it("is without error, and marked as read into the paper exactly where it is", () => {
      const { definition, findings } = checkDefinition(sop);
      expect(definition).not.toBeNull();
      const inferred = findings.filter((finding) => finding.code === "inferred");
      expect(inferred.map(({ level, step, detail }) => ({ level, step, detail }))).toEqual(
        steps.flatMap(({ no, inferred: fields = [] }) =>
          fields.length === 0 ? [] : [{ level: "advice", step: no, detail: fields.join(", ") }],
        ),
      );
      const structural = findings.filter(({ code }) =>
        ["unreachable", "decision_one_way", "time_unknown"].includes(code),
      );
      expect(structural).toEqual([]);
    });

    it("has a whole identity page", () => {
      const { identity } = sop;
      expect(identity?.approvedBy).not.toBe("");
      for (const field of [
        "legalBasis",
        "qualifications",
        "related",
        "equipment",
        "warnings",
      ] as const) {
        expect(identity?.[field].length, field).toBeGreaterThan(0);
      }
      if (sop.office !== "Kabupaten Banyuwangi") {
        expect(identity?.records.length, "records").toBeGreaterThan(0);
      }
    });
  });

  it("serve a requester in five cases, and are in-house work in the others", () => {
    const service = shippedSops().filter((sop) => sop.requesterLane !== null);
    expect(service.map((sop) => [sop.id, sop.requesterLane])).toEqual([
      ["banyuwangi-permintaan-data", "Pengguna Data"],
      ["magetan-permintaan-data", "Pemohon Data"],
      ["ogan-ilir-pemanfaatan-data", "Pengguna/OPD/Instansi/Lembaga"],
      ["tanjab-barat-pemanfaatan-data", "Pengguna/OPD/Instansi"],
      ["way-kanan-h-permintaan-data", "Pengguna Data"],
    ]);
  });
});

describe("the shipped data", () => {
  const files = ["sop", "book"].flatMap((folder) =>
    readdirSync(`${RESOURCES}/${folder}`).map((file) => `${folder}/${file}`),
  );

  it.each(files)("names no person: %s", (file) => {
    const text = readFileSync(`${RESOURCES}/${file}`, "utf8");
    expect(text).not.toMatch(/\d{18}|\d{8} \d{6} \d \d{3}/u);
    expect(text).not.toMatch(/S\.Sos|S\.H\.|M\.Si|S\.STP|NIP/u);
  });

  it("holds the book of Way Kanan with its decree and its ten SOPs in order", () => {
    const text = readFileSync(`${RESOURCES}/book/way-kanan.json`, "utf8");
    const book = bookSchema.parse(JSON.parse(text));
    expect(book).toMatchObject({
      unit: shippedSop("way-kanan-h-permintaan-data").unit,
      year: 2023,
    });
    expect(book.decree).toMatchObject({ number: "800/205/IV.16-WK/2023", date: "2023-11-20" });
    expect(book.decree?.decisions.map(({ label }) => label)).toEqual([
      "KESATU",
      "KEDUA",
      "KETIGA",
      "KEEMPAT",
    ]);
    expect(book.foreword.date).toBe("2023-11-20");
    expect(book.sops).toEqual(sops.map((sop) => sop.id).filter((id) => id.startsWith("way-kanan")));
    expect(book.sops.map((id) => id.at("way-kanan-".length)).join("")).toBe("abcdefghij");
    expect(book.chapters).toHaveLength(2);
    const tables = book.chapters.flatMap(({ sections }) =>
      sections.flatMap(({ table = null }) => table ?? []),
    );
    expect(tables).toEqual(["symbols", "sops"]);
  });
});
