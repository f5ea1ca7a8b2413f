import { describe, expect, it } from "vitest";
import { holderOf } from "#shared/letter/office.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import type { Term } from "#shared/office.ts";
import {
  endsBeforeItBegins,
  orderedTerms,
  overlapsOf,
} from "../../../renderer/pages/settings/terms.ts";

const term = (name: string, from: string, until: string, more: Partial<Term> = {}): Term => ({
  post: "Kepala Dinas",
  name,
  rank: "",
  nip: "",
  standing: "",
  from,
  until,
  ...more,
});

describe("terms of office", () => {
  it("that follow each other do not overlap", () => {
    const first = term("A", "2024-01-01", "2024-12-31");
    expect(overlapsOf([first, term("B", "2025-01-01", "")])).toEqual([]);
  });

  it("of one post that share a day are pointed out with the days they share", () => {
    const [overlap] = overlapsOf([term("A", "", "2025-03-31"), term("B", "2025-03-31", "")]);
    expect(overlap).toMatchObject({ from: "2025-03-31", until: "2025-03-31" });
  });

  it("that are both open overlap without end", () => {
    const [overlap] = overlapsOf([term("A", "2024-01-01", ""), term("B", "2025-01-01", "")]);
    expect(overlap).toMatchObject({ from: "2025-01-01", until: "" });
  });

  it("of somebody acting beside the holder, or of another post, are as they should be", () => {
    const holder = term("A", "2024-01-01", "");
    expect(overlapsOf([holder, term("B", "2024-06-01", "", { standing: "Plh." })])).toEqual([]);
    expect(overlapsOf([holder, term("B", "2024-06-01", "", { post: "Sekretaris" })])).toEqual([]);
  });

  it("that overlap name whom letters of those days name", () => {
    for (const standing of ["", "Plt."] as const) {
      const terms = [
        term("A", "2024-01-01", "2024-12-31", { standing }),
        term("B", "2024-06-01", "", { standing }),
      ];
      const named = holderOf({ ...BLANK_OFFICE, terms }, "Kepala Dinas", "2024-07-01");
      expect(overlapsOf(terms)[0]?.named).toEqual(named);
    }
  });

  it("are kept by post, then by the day they began", () => {
    const terms = [
      term("B", "2025-01-01", ""),
      term("S", "2020-01-01", "", { post: "Sekretaris" }),
      term("A", "", "2024-12-31"),
    ];
    expect(orderedTerms(terms).map(({ name }) => name)).toEqual(["A", "B", "S"]);
  });

  it("end no earlier than they begin", () => {
    expect(endsBeforeItBegins({ from: "2025-01-02", until: "2025-01-01" })).toBe(true);
    expect(endsBeforeItBegins({ from: "2025-01-01", until: "2025-01-01" })).toBe(false);
    expect(endsBeforeItBegins({ from: "2025-01-01", until: "" })).toBe(false);
  });
});
