import type { z } from "zod";
import { readTime } from "#shared/time/duration.ts";
import { type Definition, definitionSchema, type Step } from "./definition.ts";
import { draftSchema, drawable } from "./draft.ts";
import { namesSubject } from "./subject.ts";

/**
 * What is wrong with a definition. Errors keep it from being used; advice never does
 * (real sheets break the norm, see PermenPAN-RB 35/2012).
 */
export type FindingCode =
  | "schema"
  | "field_missing"
  | "gist_missing"
  | "too_long"
  | "name_twice"
  | "number_gap"
  | "start_misplaced"
  | "no_end"
  | "lane_unknown"
  | "lane_empty"
  | "branch_missing"
  | "branch_open"
  | "branch_unknown"
  | "branch_unnamed"
  | "branch_twice"
  | "decision_one_way"
  | "many_ways"
  | "unreachable"
  | "never_ends"
  | "time_unknown"
  | "names_subject"
  | "inferred";

export type Finding = {
  code: FindingCode;
  level: "error" | "advice";
  /** Row that the finding is about, or null for the definition as a whole. */
  step: number | null;
  /** What stands there: a lane's name, a branch's words, a path in the file. */
  detail: string;
};

export type Checked =
  | { definition: Definition; findings: Finding[] }
  | { definition: null; findings: Finding[] };

/** Parses and checks unknown data; `definition` is null when any finding is an error. */
export function checkDefinition(data: unknown): Checked {
  const parsed = definitionSchema.safeParse(data);
  if (!parsed.success) {
    const shape = parsed.error.issues.map((one) => shapeFinding(data, one));
    return { definition: null, findings: [...shape, ...besides(data, shape)] };
  }
  const findings = [...structure(parsed.data), ...reach(parsed.data)];
  const broken = findings.some((finding) => finding.level === "error");
  return { definition: broken ? null : parsed.data, findings };
}

/** What an open way makes untrue about its own row and about the SOP as a whole. */
const HANGS_ON_WAYS = new Set<FindingCode>(["branch_missing", "decision_one_way", "no_end"]);

/**
 * What else is wrong with a draft that is not whole yet, so that a person sees everything at once.
 * Rows that the shape finds fault with are not told twice.
 */
function besides(data: unknown, shape: readonly Finding[]): Finding[] {
  const draft = draftSchema.safeParse(data);
  if (!draft.success) return [];
  const definition = drawable(draft.data);
  const open = new Set(
    draft.data.steps.filter((step) => step.next.some(({ to }) => to === null)).map(({ no }) => no),
  );
  const isWhole = open.size === 0;
  const known = new Set(shape.map(({ code, step }) => `${code} ${step}`));
  return [...structure(definition), ...reach(definition)].filter(({ code, step }) => {
    if (known.has(`${code} ${step}`)) return false;
    if (code === "unreachable" || code === "never_ends") return isWhole;
    return !HANGS_ON_WAYS.has(code) || (step === null ? isWhole : !open.has(step));
  });
}

/**
 * What the schema refused, in the words of the sheet where it is something that a person left open:
 * an activity without words, a branch without target, an identity field.
 */
function shapeFinding(data: unknown, { path, message }: z.core.$ZodIssue): Finding {
  const step = stepOfPath(data, path);
  const value = path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined | null)?.[key],
    data,
  );
  const isEmpty = value === undefined || value === null || message === "text_empty";
  const [first, , field, way, to] = path;
  if (first === "steps" && field === "next" && to === "to" && value === null) {
    const when = (data as { steps: { next: { when?: string }[] }[] }).steps[Number(path[1])]?.next;
    return error("branch_open", step, when?.[Number(way)]?.when ?? "");
  }
  if (first === "steps" && field === "next" && to === "when" && isEmpty) {
    return error("branch_unnamed", step);
  }
  if (message === "text_too_long") return error("too_long", step, textAt(value));
  if (first === "steps" && field === "gist" && isEmpty) return error("gist_missing", step);
  if (first === "steps" && field === "lane" && isEmpty) return error("lane_unknown", step);
  if (typeof first === "string" && path.length === 1 && isEmpty) {
    return error("field_missing", null, first);
  }
  return error("schema", step, path.join("."));
}

/** The beginning of a long text, by which a person finds it. */
const textAt = (value: unknown): string => (typeof value === "string" ? value.slice(0, 40) : "");

function stepOfPath(data: unknown, path: PropertyKey[]): number | null {
  if (path[0] !== "steps" || typeof path[1] !== "number") return null;
  const steps = (data as { steps?: unknown[] }).steps;
  const no = (steps?.[path[1]] as { no?: unknown } | undefined)?.no;
  return typeof no === "number" ? no : path[1] + 1;
}

const error = (code: FindingCode, step: number | null, detail = ""): Finding => ({
  code,
  level: "error",
  step,
  detail,
});
const advice = (code: FindingCode, step: number | null, detail = ""): Finding => ({
  code,
  level: "advice",
  step,
  detail,
});

function structure(definition: Definition): Finding[] {
  const findings: Finding[] = [];
  const lanes = new Set(definition.lanes);
  definition.steps.forEach((step, index) => {
    if (step.no !== index + 1) findings.push(error("number_gap", step.no, String(index + 1)));
    findings.push(...checkStep(step, lanes, definition.steps.length));
  });
  definition.lanes.forEach((lane, index) => {
    if (definition.lanes.indexOf(lane) < index) findings.push(error("name_twice", null, lane));
  });
  for (const lane of lanes) {
    const used = definition.steps.some((step) => step.lane === lane || step.also.includes(lane));
    if (!used) findings.push(advice("lane_empty", null, lane));
  }
  if (definition.requesterLane !== null && !lanes.has(definition.requesterLane)) {
    findings.push(error("lane_unknown", null, definition.requesterLane));
  }
  return findings;
}

function checkStep(step: Step, lanes: Set<string>, count: number): Finding[] {
  const findings: Finding[] = [];
  for (const lane of [step.lane, ...step.also]) {
    if (!lanes.has(lane)) findings.push(error("lane_unknown", step.no, lane));
  }
  if (step.kind === "start" && step.no !== 1) findings.push(error("start_misplaced", step.no));
  if (step.next.length === 0) findings.push(error("branch_missing", step.no));
  const words = new Set<string>();
  for (const branch of step.next) {
    if (typeof branch.to === "number" && branch.to > count) {
      findings.push(error("branch_unknown", step.no, String(branch.to)));
    }
    if (step.kind === "decision" && branch.when === undefined) {
      findings.push(error("branch_unnamed", step.no));
    }
    if (branch.when !== undefined) {
      if (words.has(branch.when)) findings.push(error("branch_twice", step.no, branch.when));
      words.add(branch.when);
    }
  }
  if (step.kind === "decision" && step.next.length === 1) {
    findings.push(advice("decision_one_way", step.no));
  }
  if (step.kind !== "decision" && step.next.length > 1) {
    findings.push(error("many_ways", step.no));
  }
  if (step.time !== null && readTime(step.time).kind === "unknown") {
    findings.push(advice("time_unknown", step.no, step.time));
  }
  const subject = namesSubject(step.gist, lanes);
  if (subject !== null) findings.push(advice("names_subject", step.no, subject));
  if (step.inferred.length > 0) {
    findings.push(advice("inferred", step.no, step.inferred.join(", ")));
  }
  return findings;
}

/** Steps that no way from row 1 reaches, and steps from which no end can be reached. */
function reach(definition: Definition): Finding[] {
  const findings: Finding[] = [];
  const forward = closure([1], (no) => targetsOf(definition, no));
  const ending = definition.steps
    .filter((step) => step.next.some((branch) => typeof branch.to === "string"))
    .map((step) => step.no);
  if (ending.length === 0) findings.push(error("no_end", null));
  const backward = closure(ending, (no) =>
    definition.steps.filter((step) => targetsOf(definition, step.no).includes(no)).map((s) => s.no),
  );
  for (const step of definition.steps) {
    if (!forward.has(step.no)) findings.push(advice("unreachable", step.no));
    else if (ending.length > 0 && !backward.has(step.no)) {
      findings.push(error("never_ends", step.no));
    }
  }
  return findings;
}

function targetsOf(definition: Definition, no: number): number[] {
  const next = definition.steps[no - 1]?.next ?? [];
  return next.flatMap((branch) => (typeof branch.to === "number" ? [branch.to] : []));
}

function closure(from: number[], follow: (no: number) => number[]): Set<number> {
  const seen = new Set(from);
  const queue = [...from];
  for (let no = queue.pop(); no !== undefined; no = queue.pop()) {
    for (const target of follow(no)) {
      if (!seen.has(target)) {
        seen.add(target);
        queue.push(target);
      }
    }
  }
  return seen;
}
