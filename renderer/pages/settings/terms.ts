import type { Term } from "#shared/office.ts";

/** Two who hold one post on the same days, both in full or both acting. */
export type Overlap = {
  post: string;
  first: Term;
  second: Term;
  /** The days they share; an open end stays empty. */
  from: string;
  until: string;
  /** Whom letters of those days name. */
  named: Term;
};

/** Somebody acting beside the holder is as it should be; two of the same kind are not. */
export function overlapsOf(terms: readonly Term[]): Overlap[] {
  return terms.flatMap((first, at) =>
    terms.slice(at + 1).flatMap((second) => {
      const acting = first.standing !== "";
      if (first.post !== second.post || acting !== (second.standing !== "")) return [];
      const from = first.from > second.from ? first.from : second.from;
      const until = earlier(first.until, second.until);
      if (until !== "" && from > until) return [];
      // As shared/letter/office.ts chooses: the first who acts, or the last who holds it in full.
      return [{ post: first.post, first, second, from, until, named: acting ? first : second }];
    }),
  );
}

const earlier = (one: string, other: string): string =>
  one === "" ? other : other === "" ? one : one < other ? one : other;

/** By post as posts were first written down, then by the day a term began; stable. */
export function orderedTerms(terms: readonly Term[]): Term[] {
  const posts = [...new Set(terms.map(({ post }) => post))];
  return terms.toSorted(
    (a, b) => posts.indexOf(a.post) - posts.indexOf(b.post) || compare(a.from, b.from),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A term whose end lies before its beginning. */
export const endsBeforeItBegins = ({ from, until }: Pick<Term, "from" | "until">): boolean =>
  from !== "" && until !== "" && until < from;
