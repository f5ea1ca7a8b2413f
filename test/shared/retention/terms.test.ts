import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRuleFinder, FATES, type RetentionRule } from "#shared/retention/rules.ts";
import { addMonths, endsOf, type Held, keepingOf, stageOn } from "#shared/retention/terms.ts";

const rule = (
  code: string,
  active: number,
  inactive: number,
  fate: RetentionRule["fate"] = "destroy",
): RetentionRule => ({
  code,
  active: { years: active, months: 0 },
  inactive: { years: inactive, months: 0 },
  fate,
  note: "",
});

const held = (changes: Partial<Held> = {}): Held => ({
  closed: "2024-05-10",
  code: "500.14.4",
  letters: [],
  review: null,
  ...changes,
});

describe("the rule of a code", () => {
  const find = createRuleFinder([rule("500.14", 2, 3), rule("500.14.4.1", 1, 1), rule("HM", 1, 0)]);

  it("is its own, or that of the nearest group above", () => {
    expect(find("500.14.4")?.code).toBe("500.14");
    expect(find("500.14.4.1")?.code).toBe("500.14.4.1");
    expect(find("500.14.4.1.9")?.code).toBe("500.14.4.1");
    expect(find("HM.01")?.code).toBe("HM");
  });

  it("is none where no group has one, nor where only the letters begin alike", () => {
    expect(find("500.1")).toBeNull();
    expect(find("500.140")).toBeNull();
    expect(find("500")).toBeNull();
    expect(find("")).toBeNull();
  });
});

describe("the ends of an archive's time", () => {
  it("fall on the same day of a later month, or its last one", () => {
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2024-02-29", 48)).toBe("2028-02-29");
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2026-12-01", 1)).toBe("2027-01-01");
  });

  it("are both counted from the closing, so a leap day comes back", () => {
    const ends = endsOf("2024-02-29", rule("500", 1, 3));
    expect(ends).toEqual({ activeEnd: "2025-02-28", inactiveEnd: "2028-02-29" });
  });

  it("never come before the closing, nor the second before the first, whatever the schedule", () => {
    const day = fc
      .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const period = fc.record({ years: fc.nat(100), months: fc.nat(11) });
    fc.assert(
      fc.property(day, period, period, (closed, active, inactive) => {
        const { activeEnd, inactiveEnd } = endsOf(closed, {
          ...rule("500", 0, 0),
          active,
          inactive,
        });
        expect(activeEnd >= closed).toBe(true);
        expect(inactiveEnd >= activeEnd).toBe(true);
        expect(new Date(`${inactiveEnd}T00:00:00Z`).toISOString().slice(0, 10)).toBe(inactiveEnd);
        const months = 12 * active.years + active.months;
        // A later closing never ends earlier.
        expect(addMonths(addMonths(closed, 1), months) >= activeEnd).toBe(true);
      }),
    );
  });
});

describe("how long a request is kept", () => {
  const find = createRuleFinder([
    rule("500.14", 2, 3),
    rule("000.5", 1, 9, "permanent"),
    rule("500.12", 5, 1, "review"),
  ]);

  it("is by its own rule without letters", () => {
    expect(keepingOf(held(), find)).toEqual({
      activeEnd: "2026-05-10",
      inactiveEnd: "2029-05-10",
      fate: "destroy",
      by: "500.14.4",
    });
  });

  it("is the longest of its own and its letters', with the fate that keeps most", () => {
    const kept = keepingOf(held({ letters: ["000.5.1", "500.12"] }), find);
    expect(kept).toEqual({
      activeEnd: "2029-05-10",
      inactiveEnd: "2034-05-10",
      fate: "permanent",
      by: "000.5.1",
    });
  });

  it("is not known while it runs, without a classification, or while one code has no rule", () => {
    expect(keepingOf(held({ closed: null }), find)).toBeNull();
    expect(keepingOf(held({ code: "" }), find)).toBeNull();
    expect(keepingOf(held({ letters: ["900.1"] }), find)).toBeNull();
    expect(keepingOf(held(), createRuleFinder([]))).toBeNull();
  });

  it("follows a decision only where the schedule asks for one, and only of after the closing", () => {
    const code = "500.12";
    const review = { decision: "destroy" as const, day: "2031-01-01", until: "" };
    expect(keepingOf(held({ code, review }), find)?.fate).toBe("destroy");
    expect(keepingOf(held({ code, closed: "2032-01-01", review }), find)?.fate).toBe("review");
    expect(keepingOf(held({ code, letters: ["000.5"], review }), find)?.fate).toBe("permanent");
    const extended = { decision: "extend" as const, day: "2031-01-01", until: "2036-01-01" };
    expect(keepingOf(held({ code, review: extended }), find)).toMatchObject({
      fate: "review",
      inactiveEnd: "2036-01-01",
    });
  });

  it("never becomes shorter by one more letter", () => {
    const codes = ["500.14", "000.5", "500.12"];
    const some = fc.array(fc.constantFrom(...codes), { maxLength: 4 });
    fc.assert(
      fc.property(some, fc.constantFrom(...codes), (letters, more) => {
        const before = keepingOf(held({ letters }), find);
        const after = keepingOf(held({ letters: [...letters, more] }), find);
        if (before === null || after === null) throw new Error("every code has a rule");
        expect(after.activeEnd >= before.activeEnd).toBe(true);
        expect(after.inactiveEnd >= before.inactiveEnd).toBe(true);
        expect(FATES.indexOf(after.fate)).toBeGreaterThanOrEqual(FATES.indexOf(before.fate));
      }),
    );
  });
});

describe("where an archive stands", () => {
  const keeping = {
    activeEnd: "2026-05-10",
    inactiveEnd: "2029-05-10",
    fate: "destroy" as const,
    by: "500",
  };
  const closed = { closed: "2024-05-10", destroyed: false };

  it("changes on the very day on which a time is over", () => {
    expect(stageOn("2026-05-09", closed, keeping)).toBe("active");
    expect(stageOn("2026-05-10", closed, keeping)).toBe("inactive");
    expect(stageOn("2029-05-09", closed, keeping)).toBe("inactive");
    expect(stageOn("2029-05-10", closed, keeping)).toBe("destroy");
  });

  it("is said of what runs, what nobody ruled on, and what is gone", () => {
    expect(stageOn("2029-05-10", { closed: null, destroyed: false }, null)).toBe("running");
    expect(stageOn("2029-05-10", closed, null)).toBe("unruled");
    expect(stageOn("2029-05-10", { ...closed, destroyed: true }, keeping)).toBe("destroyed");
  });
});
