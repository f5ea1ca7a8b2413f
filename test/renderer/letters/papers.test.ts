import { describe, expect, it } from "vitest";
import type { RequestDetail, ResultOf } from "#shared/contract.ts";
import type { LetterStage } from "#shared/letter/state.ts";
import { letterTextSchema } from "#shared/request/model.ts";
import type { Step } from "#shared/sop/definition.ts";
import { stepOffers, writableOf } from "../../../renderer/pages/request/papers.ts";
import { requestOf } from "../../support/paper.ts";

type Row = ResultOf<"template.list">[number];
type Letter = RequestDetail["letters"][number];

const row = (id: string, also: Partial<Row> = {}): Row => ({
  id,
  name: id,
  version: 1,
  register: "outgoing",
  needsRequester: false,
  once: false,
  offeredBy: [],
  shipped: true,
  changed: false,
  ...also,
});

const letter = (kind: string, stage: LetterStage): Letter => ({
  ...letterTextSchema.parse({}),
  id: `${kind}-${stage}`,
  kind,
  name: kind,
  stage,
  register: null,
  at: "2026-11-19T02:00:00Z",
  by: { id: "u1", name: "Rudi Contoh" },
  about: "",
  checks: [],
  issued: null,
  voided: null,
  signed: null,
  sent: null,
});

const TEMPLATES = [
  row("refusal", { once: true, needsRequester: true, offeredBy: ["surat penolakan"] }),
  row("memo", { offeredBy: ["nota dinas"] }),
  row("extension", { once: true, needsRequester: true }),
];
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const step = (...outputs: string[]) => ({ outputs, gist: "" }) as unknown as Step;

describe("the letters that a request may have one more of", () => {
  it("are all but an extension that nobody has granted", () => {
    expect(idsOf(writableOf(TEMPLATES, requestOf(1)))).toEqual(["refusal", "memo"]);
  });

  it("leave out letters to a requester whom in-house work does not have", () => {
    const request: RequestDetail = { ...requestOf(1), requester: null };
    expect(idsOf(writableOf(TEMPLATES, request))).toEqual(["memo"]);
  });

  it("hold one that is written once only until it is there, unless it was voided", () => {
    const having = (stage: LetterStage) =>
      idsOf(writableOf(TEMPLATES, requestOf(1, { letters: [letter("refusal", stage)] })));
    expect(having("draft")).not.toContain("refusal");
    expect(having("sent")).not.toContain("refusal");
    expect(having("void")).toContain("refusal");
  });
});

describe("what a step offers", () => {
  const offered = (letters: Letter[], ...outputs: string[]) =>
    stepOffers(TEMPLATES, step(...outputs), requestOf(1, { letters })).map((offer) => [
      offer.id,
      "letter" in offer ? (offer.letter?.id ?? null) : null,
    ]);

  it("is a new letter, or the lembar disposisi", () => {
    expect(offered([], "Surat penolakan", "Disposisi")).toEqual([
      ["refusal", null],
      ["disposition", null],
    ]);
  });

  it("goes on with a draft that is there", () => {
    expect(offered([letter("memo", "checking")], "Nota dinas")).toEqual([
      ["memo", "memo-checking"],
    ]);
  });

  it("begins another once the former has its number, where more than one may be written", () => {
    expect(offered([letter("memo", "numbered")], "Nota dinas")).toEqual([["memo", null]]);
    expect(offered([letter("refusal", "numbered")], "Surat penolakan")).toEqual([
      ["refusal", "refusal-numbered"],
    ]);
  });
});
