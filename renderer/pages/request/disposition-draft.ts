import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import type { DispositionDetail } from "#shared/disposition/contract.ts";
import { isFor, personKey } from "#shared/disposition/person.ts";
import type { Office } from "#shared/office.ts";

/** A disposition as the form holds it; what is typed beside the office's lists stays apart. */
export type DispositionDraft = {
  from: string;
  /** Null where a chain begins; undefined leaves it to `parentOf`. */
  parent: string | null | undefined;
  to: string[];
  otherTo: string[];
  leads: string;
  instructions: string[];
  otherInstructions: string[];
  nature: NonNullable<ParamsIn<"disposition.give">["nature"]>;
  note: string;
  due: string;
};

type Who = { name: string; post: string };

/** An empty form of a user; of a disposition passed on, by the recipient who passes it on. */
export function newDraft(
  office: Office,
  user: Who,
  forwarded: DispositionDetail | null,
): DispositionDraft {
  return {
    from: giverOf(office, user, forwarded),
    parent: forwarded?.id,
    to: [],
    otherTo: [],
    leads: "",
    instructions: [],
    otherInstructions: [],
    nature: forwarded?.nature ?? "ordinary",
    note: "",
    due: "",
  };
}

function giverOf(office: Office, user: Who, forwarded: DispositionDetail | null): string {
  if (forwarded !== null) {
    return forwarded.to.find((one) => isFor(user, one)) ?? forwarded.leads;
  }
  return (
    postsOf(office).find((post) => personKey(post) === personKey(user.post)) ?? office.head.post
  );
}

/** Posts that give dispositions: the head's, then those of the office's list. */
export const postsOf = ({ head, recipients }: Office): string[] => [
  ...new Set([head.post, ...recipients]),
];

/** Which disposition this one passes on: what was chosen, or the latest one to whoever gives it. */
export function parentOf(
  { from, parent }: DispositionDraft,
  { dispositions }: RequestDetail,
): string | null {
  if (parent !== undefined) return parent;
  const key = personKey(from);
  const toGiver = dispositions.findLast(({ to }) => to.some((one) => personKey(one) === key));
  return toGiver?.id ?? null;
}

export const recipientsOf = ({ to, otherTo }: DispositionDraft): string[] => [
  ...new Set([...to, ...otherTo]),
];

/** What the core is asked with. */
export function givenOf(draft: DispositionDraft, request: RequestDetail) {
  const { from, leads, instructions, otherInstructions, nature, note, due } = draft;
  const to = recipientsOf(draft);
  return {
    from,
    parent: parentOf(draft, request),
    to,
    leads: to.includes(leads) ? leads : "",
    instructions: [...new Set([...instructions, ...otherInstructions])],
    nature,
    note,
    due,
  };
}
