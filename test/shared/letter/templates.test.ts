import { describe, expect, test } from "vitest";
import { checkTemplate } from "#shared/letter/check-template.ts";
import { offersOf } from "#shared/letter/offers.ts";
import { templateSchema } from "#shared/letter/template.ts";
import type { RequestDetail } from "#shared/contract.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import { blankRequest } from "#core/templates/blank-request.ts";
import { requestOf } from "../../support/paper.ts";
import { shippedSops } from "../../support/sops.ts";
import { letter, shippedTemplate, templateFiles, wordsOf } from "../../support/templates.ts";

const REGISTERS = {
  approval: "outgoing",
  assignment: "outgoing",
  "classification-record": "record",
  "control-card": null,
  "data-request": "outgoing",
  declaration: null,
  delivery: "outgoing",
  "exclusion-decree": "decree",
  extension: "outgoing",
  handover: "record",
  invitation: "outgoing",
  memo: "memo",
  minutes: null,
  "official-letter": "outgoing",
  proposal: "outgoing",
  receipt: null,
  refusal: "outgoing",
  "request-form": null,
  "result-receipt": null,
  validation: null,
} as const;
const IDS = Object.keys(REGISTERS);
const TEMPLATES = IDS.map(shippedTemplate);

describe("the shipped templates", () => {
  test("are these, each numbered by its register", () => {
    expect([...templateFiles.keys()].toSorted()).toEqual(IDS);
    expect(Object.fromEntries(TEMPLATES.map(({ id, register }) => [id, register]))).toEqual(
      REGISTERS,
    );
    expect(new Set(TEMPLATES.map(({ name }) => name)).size).toBe(IDS.length);
  });

  test.each(IDS)("%s is named by its file and nothing is wrong with it", (id) => {
    const template = templateSchema.parse(templateFiles.get(id));
    expect(template.id).toBe(id);
    expect(checkTemplate(template)).toEqual([]);
    expect(template.offeredBy).not.toEqual([]);
  });

  test.each(TEMPLATES)(
    "$id begins with a kop, and has a code where it has a number",
    (template) => {
      expect(template.blocks[0]?.type).toBe("kop");
      const signed = template.blocks.filter(({ type }) => type === "signing");
      expect(signed).not.toEqual([]);
      const has = (type: string) => template.blocks.some((block) => block.type === type);
      expect([has("qr"), has("copies")]).toEqual(
        Array.from({ length: 2 }, () => template.register !== null),
      );
    },
  );

  test("answers need somebody who asked, and are written once", () => {
    const ids = (wanted: "needsRequester" | "once") =>
      TEMPLATES.filter((one) => one[wanted]).map(({ id }) => id);
    expect(ids("needsRequester")).toEqual([
      "approval",
      "delivery",
      "extension",
      "receipt",
      "refusal",
    ]);
    expect(ids("once")).toEqual(["delivery", "extension", "refusal"]);
  });
});

const inHouse: RequestDetail = { ...requestOf(0), requester: null, purpose: "" };
const CASES: [string, Parameters<typeof letter>[0]["request"] & {}, boolean][] = [
  ["of a full request", requestOf(3), false],
  ["of in-house work", inHouse, false],
  ["with nothing filled in", blankRequest("2026-11-20"), true],
];

describe.each(CASES)("a paper %s", (_, request, blank) => {
  test.each(IDS)("of %s has no field left, no empty line, and a table with rows", (id) => {
    const model = letter({
      template: shippedTemplate(id),
      request,
      ...(blank && { office: BLANK_OFFICE, officer: { name: "", post: "" } }),
    });
    const words = wordsOf(model);
    expect(words.filter((line) => /[{}]/.test(line))).toEqual([]);
    expect(words.filter((line) => line.trim() === "" || /\s,|\(\s*\)/.test(line))).toEqual([]);
    for (const block of model.blocks) {
      if (block.type === "table") expect(block.rows.length).toBeGreaterThan(0);
      if (block.type === "list") expect(block.items).not.toEqual([]);
    }
    expect(model.kop).not.toBeNull();
  });
});

/** What every step of the fifteen SOPs that names a paper offers; the others offer nothing. */
const OFFERS: Record<string, Record<number, string[]>> = {
  "banyuwangi-diseminasi-data": { 1: ["disposition"] },
  "banyuwangi-permintaan-data": {
    1: ["receipt", "request-form"],
    2: ["disposition", "assignment"],
    4: ["data-request"],
    8: ["delivery", "result-receipt"],
  },
  "magetan-permintaan-data": {
    1: ["receipt", "request-form"],
    2: ["receipt", "request-form"],
    5: ["refusal"],
    6: ["refusal"],
    9: ["delivery"],
  },
  "ogan-ilir-pemanfaatan-data": {
    2: ["disposition", "receipt", "request-form"],
    3: ["disposition", "refusal"],
    4: ["disposition", "approval"],
    5: ["data-request"],
    7: ["delivery"],
    8: ["result-receipt"],
  },
  "tanjab-barat-pemanfaatan-data": {
    2: ["receipt", "request-form"],
    3: ["refusal"],
    4: ["data-request"],
    6: ["result-receipt"],
  },
  "way-kanan-a-pengumpulan-diseminasi": { 1: ["data-request"] },
  "way-kanan-b-distribusi-publikasi": { 1: ["memo"] },
  "way-kanan-c-interoperabilitas": {
    1: ["disposition"],
    2: ["handover"],
    6: ["result-receipt"],
    8: ["disposition"],
    9: ["memo"],
  },
  "way-kanan-d-verifikasi-validasi": {
    1: ["official-letter", "control-card"],
    2: ["disposition"],
    3: ["disposition"],
    5: ["assignment"],
    9: ["official-letter", "memo"],
    10: ["result-receipt"],
  },
  "way-kanan-e-metadata": {
    2: ["disposition", "memo"],
    3: ["official-letter"],
    7: ["invitation", "minutes"],
    8: ["invitation", "minutes"],
    9: ["invitation", "minutes"],
    10: ["official-letter"],
  },
  "way-kanan-f-rekomendasi-statistik": {
    1: ["control-card"],
    2: ["disposition"],
    3: ["proposal"],
    5: ["proposal"],
    8: ["official-letter"],
  },
  "way-kanan-g-informasi-dikecualikan": {
    2: ["classification-record", "memo"],
    3: ["memo"],
    4: ["exclusion-decree"],
  },
  "way-kanan-h-permintaan-data": {
    1: ["receipt", "request-form"],
    2: ["disposition", "assignment"],
    4: ["data-request"],
    8: ["delivery", "result-receipt"],
  },
  "way-kanan-i-penjaminan-kualitas": { 19: ["minutes", "invitation"] },
  "way-kanan-j-satu-data": {
    2: ["invitation", "minutes"],
    3: ["invitation", "minutes"],
    4: ["declaration"],
    8: ["validation"],
    11: ["official-letter"],
  },
};

describe("a step offers", () => {
  const sops = shippedSops();

  test("papers in each of the fifteen SOPs", () => {
    expect(sops.map(({ id }) => id).toSorted()).toEqual(Object.keys(OFFERS));
  });

  test.each(sops)("what $id names, and nothing else", ({ id, steps, requesterLane }) => {
    const offered = steps.flatMap((step): [string, string[]][] => {
      const ids = offersOf(TEMPLATES, step, requesterLane !== null);
      return ids.length === 0 ? [] : [[String(step.no), ids]];
    });
    expect(Object.fromEntries(offered)).toEqual(OFFERS[id]);
  });

  const step = (outputs: string[], gist = "Kerjakan") => ({ outputs, gist });

  test("a paper whatever the case and the spaces of its words", () => {
    expect(offersOf(TEMPLATES, step(["SURAT   Penolakan"]), true)).toEqual(["refusal"]);
    expect(offersOf(TEMPLATES, step([], "Buat undangan, lalu disposisikan."), true)).toEqual([
      "invitation",
      "disposition",
    ]);
  });

  test("no paper for parts of words", () => {
    expect(
      offersOf(TEMPLATES, step(["Surat penolakannya", "Notulensi", "Kerapatan"]), true),
    ).toEqual([]);
  });

  test("no answer where nobody asked", () => {
    expect(offersOf(TEMPLATES, step(["Surat penolakan", "Notulen"]), false)).toEqual(["minutes"]);
  });

  test("nothing for a template whose words are only strokes", () => {
    const odd = { id: "odd", offeredBy: ["—", "( )"], needsRequester: false };
    expect(offersOf([odd], step(["Surat"]), true)).toEqual([]);
  });
});
