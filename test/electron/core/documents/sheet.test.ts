import { createHash } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { createDocumentPrinter } from "#core/documents/printer.ts";
import type { SheetRun } from "#core/documents/sheet/flow-pages.ts";
import { runSections, sheetJob, sheetSections } from "#core/documents/sheet/sheet-job.ts";
import type { Paper } from "#shared/request/model.ts";
import type { RunVisit } from "#shared/sheet/run.ts";
import { type Definition, definitionSchema } from "#shared/sop/definition.ts";
import { shortMoment } from "#shared/time/format.ts";
import { sampleSop } from "../../../shared/sheet/sample.ts";
import { type PdfPage, readPdf } from "../../../support/pdf.ts";
import { shippedSop, shippedSops } from "../../../support/sops.ts";

const FONTS = new URL("../../../../resources/fonts", import.meta.url).pathname;
const printer = createDocumentPrinter({ fonts: FONTS });
afterAll(() => printer.close());

type Order = { paper?: Paper; dots?: boolean; run?: SheetRun; logo?: string };

function print(sop: Definition, { paper = "A4", dots = false, run, logo = "" }: Order = {}) {
  return printer.print((decoded) => {
    const options = { paper, dots, logo: decoded, run: run ?? null };
    const sections = run === undefined ? sheetSections(sop, options) : runSections(sop, options);
    return sheetJob(sop, { logo: decoded, author: sop.unit, date: "2026-11-20" }, sections);
  }, logo);
}

/** Lines are broken anywhere and words hyphenated, so texts are compared without spaces and strokes. */
const squeezed = (text: string): string => text.replaceAll(/[\s-]+/g, "");
const isFlow = (page: PdfPage): boolean => page.text.includes("Lembar ") && page.size[0] > 290;

async function read(sop: Definition, order: Order = {}) {
  const { pdf, pages: count } = await print(sop, order);
  const { pages } = await readPdf(pdf);
  expect(pages).toHaveLength(count);
  return { pages, flow: pages.filter(isFlow) };
}

const run = (sop: Definition, steps: number): SheetRun => ({
  run: {
    status: "running",
    visits: sop.steps.slice(0, steps).map(({ no }, at): RunVisit => ({
      step: no,
      visit: 1,
      entered: `2026-11-16T0${at}:00:00Z`,
      completed: at === steps - 1 ? null : `2026-11-16T0${at}:45:00Z`,
      by: at === steps - 1 ? null : { id: "u1", name: "Rudi Contoh" },
      branch: null,
    })),
  },
  clock: { instant: (iso) => shortMoment(iso, "WIB") },
  title: "Permohonan 2026/0147: Produksi padi – Rina Lestari",
});

describe.each(shippedSops().map((sop) => [sop.id, sop] as const))("the sheet of %s", (_, sop) => {
  test("begins with its identity", async () => {
    const { pages } = await read(sop);
    const text = squeezed(pages[0]?.text ?? "");
    const facts = [
      sop.number,
      sop.name.toUpperCase(),
      sop.unit.toUpperCase(),
      ...Object.values(sop.identity ?? {}).flat(),
    ];
    for (const fact of facts) expect(text).toContain(squeezed(fact));
    for (const heading of ["Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan", "Peringatan"]) {
      expect(pages[0]?.text).toContain(heading);
    }
  });

  test.each(["A4", "F4"] as const)(
    "has every row on one page of %s across, under the office's headings",
    async (paper) => {
      const { flow } = await read(sop, { paper });
      const size = paper === "A4" ? [297, 210] : [330, 215];
      const texts = flow.map((page) => squeezed(page.text));
      for (const [at, page] of flow.entries()) {
        expect(page.size).toEqual(size);
        expect(page.text).toContain(`Lembar ${at + 1} dari ${flow.length}`);
        for (const head of [...sop.lanes, sop.headings?.activity ?? "Kegiatan"]) {
          expect(texts[at]).toContain(squeezed(head));
        }
      }
      for (const step of sop.steps) {
        const cells = [step.gist, ...step.requirements, ...step.outputs];
        // Rows that say the same share a text, so a row is looked for by all its cells.
        const twin = sop.steps.some((one) => one !== step && one.gist === step.gist);
        if (twin || sop.headings?.quality === null) continue;
        const found = texts.filter((text) => cells.every((cell) => text.includes(squeezed(cell))));
        expect(found, `row ${step.no}`).not.toEqual([]);
      }
    },
  );
});

test("a paper without Mutu Baku has none, and one with column numbers has them", async () => {
  const plain = await read(shippedSop("tanjab-barat-pemanfaatan-data"));
  expect(plain.flow[0]?.text).not.toMatch(/Mutu Baku|Baku Mutu|Waktu|Output/);
  const numbered = shippedSops().find((sop) => sop.headings?.numbered === true);
  const { flow } = await read(numbered as Definition);
  expect(flow[0]?.text).toContain(" 1 2 3 4 5 6 7 ");
});

test("a sheet of several pages repeats its headings and names where its connectors lead", async () => {
  const sop = sampleSop(7, { lanes: 9, steps: 60 });
  const { pages, flow } = await read(sop);
  expect(flow.length).toBeGreaterThan(5);
  expect(pages).toHaveLength(flow.length + 1);
  for (const page of flow) {
    for (const head of ["Pelaksana", "Mutu Baku", "Kegiatan", "Waktu"]) {
      expect(page.text).toContain(head);
    }
    expect(page.text).toMatch(/Penghubung: .*(ke|dari) lembar \d/);
  }
  pages.forEach((page, at) => {
    expect(page.text).toContain(`halaman ${at + 1} dari ${pages.length}`);
  });
});

test("the sheet of one request bears whose it is, and planned and real times with names", async () => {
  const sop = shippedSop("magetan-permintaan-data");
  const { pages } = await read(sop, { run: run(sop, 4) });
  expect(pages[0]?.text).toContain("Permohonan 2026/0147: Produksi padi – Rina Lestari");
  const text = squeezed(pages.map((page) => page.text).join(" "));
  for (const part of [
    "1 Hari",
    "nyata 45 mnt",
    "16 Nov 09.45",
    "Rudi Contoh",
    "sejak 16 Nov 10.00",
  ])
    expect(text).toContain(squeezed(part));
});

test("a paper without Mutu Baku has a column for a run's times", async () => {
  const sop = shippedSop("tanjab-barat-pemanfaatan-data");
  const { pages } = await read(sop, { run: run(sop, 3) });
  expect(pages[0]?.text).toContain("Waktu");
  expect(squeezed(pages[0]?.text ?? "")).toContain("RudiContoh");
});

test("gives the same bytes for the same sheet", async () => {
  const sop = shippedSop("way-kanan-i-penjaminan-kualitas");
  const hash = async (order: Order) =>
    createHash("sha256")
      .update((await print(sop, order)).pdf)
      .digest("hex");
  const hashes = new Set([
    await hash({ dots: true }),
    await hash({ dots: true }),
    await hash({ dots: true }),
  ]);
  expect(hashes.size).toBe(1);
  expect(await hash({ dots: false })).not.toBe([...hashes][0]);
});

test("a lambang that cannot be decoded leaves the sheet without it", async () => {
  const logo = `data:image/png;base64,${Buffer.from("bukan gambar").toString("base64")}`;
  const { pages } = await read(shippedSop("magetan-permintaan-data"), { logo });
  expect(pages[0]?.text).toContain("DINAS KOMUNIKASI DAN INFORMATIKA");
});

test("the longest texts still set, and nothing runs over to a page that is not its own", async () => {
  const long = (length: number) =>
    "Penyelenggaraan statistik sektoral ".repeat(20).slice(0, length).trim();
  const base = sampleSop(5, { lanes: 12, steps: 14 });
  const lane = (name: string) => `${long(90)} ${base.lanes.indexOf(name) + 1}`;
  const sop = definitionSchema.parse({
    ...base,
    name: long(200),
    number: "800/212.abcdefgh/IV.16-WK/2023/".repeat(3),
    section: long(160),
    lanes: base.lanes.map(lane),
    identity: {
      approvedBy: long(200),
      legalBasis: Array.from({ length: 40 }, () => long(400)),
      warnings: ["PerkumpulanPeneliti".repeat(30)],
    },
    steps: base.steps.map((step) => ({
      ...step,
      lane: lane(step.lane),
      also: step.also.map(lane),
      gist: step.no === 3 ? long(400) : step.gist,
      requirements: step.no === 3 ? Array.from({ length: 10 }, () => long(300)) : [],
      note: step.no === 4 ? "محمد عبد الله 🙂 é" : null,
    })),
  });
  const { pages, flow } = await read(sop);
  flow.forEach((page, at) => {
    expect(page.text.match(/Lembar \d+ dari/g)).toEqual([`Lembar ${at + 1} dari`]);
    expect(page.text.match(/Penghubung/g) ?? []).toHaveLength(page.text.includes("lembar") ? 1 : 0);
  });
  expect(pages.at(-1)?.text).toContain(`Lembar ${flow.length} dari ${flow.length}`);
});
