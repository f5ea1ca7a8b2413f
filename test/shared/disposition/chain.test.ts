import fc from "fast-check";
import { expect, it } from "vitest";
import { type ChainNode, chainsOf } from "#shared/disposition/chain.ts";
import { isFor, keysOf } from "#shared/disposition/person.ts";

const SEED = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);

type Given = { id: string; parent: string | null };
const of = (id: string, parent: string | null = null): Given => ({ id, parent });
const drawn = (nodes: ChainNode<Given>[]): unknown[] =>
  nodes.map(({ disposition, children }) =>
    children.length === 0 ? disposition.id : [disposition.id, drawn(children)],
  );

it("what passes a disposition on stands below it, in the order it was given", () => {
  const given = [of("a"), of("b", "a"), of("c"), of("d", "b"), of("e", "a"), of("f", "x")];
  expect(drawn(chainsOf(given))).toEqual([["a", [["b", ["d"]], "e"]], "c", "f"]);
});

it(`every disposition is shown exactly once (seed ${SEED})`, () => {
  const given = fc
    .array(fc.nat({ max: 12 }), { maxLength: 12 })
    .map((parents) =>
      parents.map((parent, index) => of(String(index), parent === index ? null : String(parent))),
    );
  const ids = (nodes: ChainNode<Given>[]): string[] =>
    nodes.flatMap(({ disposition, children }) => [disposition.id, ...ids(children)]);
  fc.assert(
    fc.property(given, (dispositions) => {
      const shown = ids(chainsOf(dispositions));
      expect(shown.toSorted()).toEqual(dispositions.map(({ id }) => id).toSorted());
    }),
    { seed: SEED },
  );
});

it("a user is meant by post or name, however it was typed", () => {
  const user = { name: "Rina", post: "Staf  Statistik" };
  for (const typed of ["staf statistik", " STAF STATISTIK ", "rina"]) {
    expect(isFor(user, typed), typed).toBe(true);
  }
  expect(isFor(user, "Staf")).toBe(false);
  expect(keysOf({ name: "Rina", post: " " })).toEqual(["rina"]);
});
