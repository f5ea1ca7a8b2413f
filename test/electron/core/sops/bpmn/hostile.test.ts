import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBpmn } from "#core/sops/bpmn/read.ts";
import { writeBpmn } from "#core/sops/bpmn/write.ts";
import { draftSchema } from "#shared/sop/draft.ts";
import { magetan } from "../../../../support/magetan.ts";

const MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const file = (inner: string, before = "") =>
  `<?xml version="1.0"?>${before}<definitions xmlns="${MODEL}" id="d">${inner}</definitions>`;

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../../fixtures/bpmn/${name}.bpmn`, import.meta.url), "utf8");

async function refusal(xml: string) {
  const read = await readBpmn(xml);
  return read.ok ? null : read.error.code;
}

/** Refused, or a whole draft; never an exception, and soon. */
async function expectAnswer(xml: string) {
  const started = performance.now();
  const read = await readBpmn(xml);
  if (read.ok) expect(draftSchema.parse(read.value.draft)).toEqual(read.value.draft);
  expect(performance.now() - started).toBeLessThan(10_000);
}

describe("BPMN that nobody should trust", () => {
  it("is refused when it declares a document type or entities", async () => {
    const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;">]>`;
    expect(
      await refusal(file('<process id="p"><task id="t" name="&lol1;"/></process>', laughs)),
    ).toBe("bpmn_entities");
    expect(await refusal(file("", "<!doctype x SYSTEM 'file:///etc/passwd'>"))).toBe(
      "bpmn_entities",
    );
    expect(await refusal(file('<process id="p"><!ENTITY a "b"></process>'))).toBe("bpmn_entities");
  });

  it("is not refused for a document type in a comment or in quoted text", async () => {
    const xml = file(
      '<!-- <!DOCTYPE x> --><process id="p"><task id="t" name="A"><documentation><![CDATA[<!DOCTYPE html>]]></documentation></task></process>',
    );
    expect(await refusal(xml)).toBeNull();
  });

  it("is refused when it is something else or holds no flow", async () => {
    for (const text of ["", "bukan XML", "<html></html>", "{}", "<a", "PK\u0003\u0004", "<x/>"]) {
      expect(await refusal(text)).toBe("bpmn_unreadable");
    }
    expect(await refusal("<definitions/>")).toBe("bpmn_unreadable");
    expect(await refusal(file(""))).toBe("bpmn_empty");
    expect(await refusal(file('<process id="p"/>'))).toBe("bpmn_empty");
  });

  it("is refused when it is too large, too deep or has too many nodes", async () => {
    const nodes = (count: number) =>
      Array.from({ length: count }, (_, index) => `<task id="t${index}"/>`).join("");
    expect(await refusal(file(`<process id="p">${nodes(400)}</process>`))).toBeNull();
    expect(await refusal(file(`<process id="p">${nodes(401)}</process>`))).toBe("bpmn_too_large");
    expect(await refusal("<".repeat(9 * 1024 * 1024))).toBe("bpmn_too_large");
    const deep = "<subProcess>".repeat(10_000) + "</subProcess>".repeat(10_000);
    expect(await refusal(file(`<process id="p">${deep}</process>`))).toBe("bpmn_too_large");
    await expectAnswer(file(`<process id="p">${"<subProcess>".repeat(10_000)}`));
  });

  it("does not make the reader work long", async () => {
    const many = "t ".repeat(2_000_000);
    await expectAnswer(file(`<process id="p" supports="${many}"><task id="t"/></process>`));
    await expectAnswer(
      file(
        `<process id="p"><task id="t">${"<incoming>t</incoming>".repeat(49_000)}</task></process>`,
      ),
    );
    await expectAnswer(
      file(`<process id="p"><task id="t" name="${"x ".repeat(4_000_000)}"/></process>`),
    );
    await expectAnswer(file("<!--".repeat(2_000_000)));
    await expectAnswer(file("<![CDATA[".repeat(900_000)));
    await expectAnswer(file(`<process id="p" ${"xmlns:a='b' ".repeat(600_000)}/>`));
    const ring = Array.from(
      { length: 200 },
      (_, index) =>
        `<parallelGateway id="g${index}"/>${[1, 2, 3].map((by) => `<sequenceFlow id="f${index}_${by}" sourceRef="g${index}" targetRef="g${(index + by) % 200}"/>`).join("")}`,
    ).join("");
    await expectAnswer(file(`<process id="p">${ring}</process>`));
  });

  it("is answered for rings of gateways, and for flows that lead to themselves", async () => {
    await expectAnswer(
      file(
        '<process id="p"><exclusiveGateway id="a"/><exclusiveGateway id="b"/><task id="t"/><sequenceFlow id="1" sourceRef="a" targetRef="b"/><sequenceFlow id="f2" sourceRef="b" targetRef="a"/><sequenceFlow id="f3" sourceRef="t" targetRef="a"/><sequenceFlow id="f4" sourceRef="t" targetRef="t"/></process>',
      ),
    );
  });

  it("is answered wherever a good file is cut off", async () => {
    const xml = await writeBpmn(magetan());
    for (let length = 0; length < xml.length; length += 397) {
      expect(await refusal(xml.slice(0, length))).toBe("bpmn_unreadable");
    }
  });

  it.each(["own", "bpmn-io-permintaan", "bizagi-tanpa-lane", "signavio-dua-pool"])(
    "is answered for a good file with anything in it changed: %s",
    async (name) => {
      const xml = name === "own" ? await writeBpmn(magetan()) : fixture(name);
      const pieces = xml.split(/(?<=[<>"= ])/);
      const change = fc.record({
        at: fc.nat(pieces.length - 1),
        from: fc.nat(pieces.length - 1),
        by: fc.constantFrom("copy", "drop", "junk"),
        junk: fc.string({ unit: "binary", maxLength: 8 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          const next = [...pieces];
          for (const { at, from, by, junk } of changes) {
            next[at] = by === "copy" ? (pieces[from] ?? "") : by === "drop" ? "" : junk;
          }
          await expectAnswer(next.join(""));
        }),
        { numRuns: 200 },
      );
    },
  );

  it("keeps every named activity of any foreign flow, once", async () => {
    const types = [
      "task",
      "exclusiveGateway",
      "parallelGateway",
      "endEvent",
      "startEvent",
      "intermediateThrowEvent",
      "subProcess",
    ];
    const graph = fc.record({
      nodes: fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 25 }),
      flows: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(graph, async ({ nodes, flows }) => {
        const inner = nodes
          .map((type, at) => `<${type} id="n${at}" name="${type} ${at}"/>`)
          .join("");
        const arrows = flows
          .map(([a, b], at) => `<sequenceFlow id="f${at}" sourceRef="n${a}" targetRef="n${b}"/>`)
          .join("");
        const read = await readBpmn(file(`<process id="p" name="P">${inner}${arrows}</process>`));
        if (!read.ok) throw new Error(read.error.message);
        const { draft } = read.value;
        expect(draftSchema.parse(draft)).toEqual(draft);
        expect(draft.steps.map((step) => step.no)).toEqual(draft.steps.map((_, at) => at + 1));
        nodes.forEach((type, at) => {
          if (type !== "task" && type !== "subProcess") return;
          expect(draft.steps.filter((step) => step.gist === `${type} ${at}`)).toHaveLength(1);
        });
      }),
      { numRuns: 200 },
    );
  });
});
