import fc from "fast-check";
import { expect, test } from "vitest";
import { draftState, lastDecision } from "#shared/public-request/draft.ts";

const NOTHING = { accepted: false, withdrawn: false, decisions: [], later: [] } as const;

test("a form waits until it is decided on", () => {
  expect(draftState(NOTHING)).toBe("waiting");
  const returned = { id: "a:1", kind: "returned" as const, seen: [] };
  expect(draftState({ ...NOTHING, decisions: [returned] })).toBe("returned");
});

test("what the requester wrote unseen by whoever decided opens the form again", () => {
  const decisions = [{ id: "a:1", kind: "refused" as const, seen: ["m1"] }];
  expect(draftState({ ...NOTHING, decisions, later: ["m1"] })).toBe("refused");
  expect(draftState({ ...NOTHING, decisions, later: ["m1", "m2"] })).toBe("waiting");
});

test("a request that is there counts more than any decision against it", () => {
  const decisions = [{ id: "a:1", kind: "refused" as const, seen: [] }];
  expect(draftState({ ...NOTHING, decisions, accepted: true, withdrawn: true })).toBe("accepted");
});

test("whatever the order in which decisions arrive, every PC shows the same one", () => {
  const chain = fc.array(
    fc.record({ kind: fc.constantFrom("returned" as const, "refused" as const), from: fc.nat(5) }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(chain, fc.infiniteStream(fc.nat()), (drawn, order) => {
      const decisions = drawn.map(({ kind, from }, at) => ({
        id: `w${from}:${at}`,
        kind,
        // Each has seen some of those before it.
        seen: drawn.slice(0, Math.max(0, at - from)).map((one, before) => `w${one.from}:${before}`),
      }));
      const shuffled = decisions
        .map((one) => ({ one, key: order.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(lastDecision(shuffled)).toEqual(lastDecision(decisions));
    }),
  );
});
