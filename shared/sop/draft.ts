import { z } from "zod";
import { optionalBlock } from "#shared/text.ts";
import {
  type Branch,
  type Definition,
  definitionSchema,
  headingsSchema,
  type Step,
  stepSchema,
  type Target,
} from "./definition.ts";

/**
 * A definition that is being written. It has the shape of a definition, but whatever a person has
 * not filled in yet may be empty, and a branch need not lead anywhere.
 */
export type DraftBranch = { when?: string | undefined; to: Target | null };
export type DraftStep = Omit<Step, "next"> & { next: DraftBranch[] };
export type Draft = Omit<Definition, "steps"> & { steps: DraftStep[] };

/** Text that may be empty or too long for now; bounded, so that nothing floods the archive. */
const loose = optionalBlock(4000);
/** Zod fills a default also where the field may be missing, so the latter must have none. */
const mayMiss = loose.removeDefault().optional();
const looseList = z.array(loose).max(200).default([]);
const { to } = definitionSchema.shape.steps.element.shape.next.element.shape;

const draftStepSchema = stepSchema.extend({
  gist: loose,
  lane: loose,
  also: looseList,
  requirements: looseList,
  time: loose.nullable().default(null),
  outputs: looseList,
  note: loose.nullable().default(null),
  next: z.array(z.strictObject({ when: mayMiss, to: to.nullable() })).max(40),
});

export const draftSchema = definitionSchema.extend({
  name: loose,
  number: loose,
  office: loose,
  unit: loose,
  section: mayMiss,
  lanes: z.array(loose).max(40),
  requesterLane: loose.nullable().default(null),
  revised: loose.nullable().default(null),
  headings: headingsSchema
    .extend({
      activity: mayMiss,
      lanes: mayMiss,
      quality: loose.removeDefault().nullable().optional(),
      requirements: mayMiss,
      time: mayMiss,
      outputs: mayMiss,
      note: mayMiss,
    })
    .optional(),
  identity: z
    .strictObject({
      approvedBy: loose,
      legalBasis: looseList,
      qualifications: looseList,
      related: looseList,
      equipment: looseList,
      warnings: looseList,
      records: looseList,
    })
    .optional(),
  steps: z.array(draftStepSchema).max(400),
});

/** What of a draft can be drawn: branches that lead nowhere yet are left out. */
export function drawable(draft: Draft): Definition {
  const steps = draft.steps.map((step) => ({ ...step, next: step.next.filter(leads) }));
  return { ...draft, lanes: draft.lanes.length === 0 ? [""] : draft.lanes, steps };
}

const leads = (branch: DraftBranch): branch is Branch => branch.to !== null;
