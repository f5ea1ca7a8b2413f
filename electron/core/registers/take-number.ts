import { fail, ok, type Result } from "#shared/errors.ts";
import { firstNumber, letterNumber, registerSettings } from "#shared/letter/number.ts";
import { REGISTER_WORDS, type RegisterId } from "#shared/letter/register.ts";
import type { Office } from "#shared/office.ts";
import { counterOf, inSeries, isInSeries } from "#shared/register/series.ts";
import { pcName } from "#shared/register/words.ts";
import { runningOf } from "#shared/register/running-of.ts";
import type { Running } from "#shared/request/model.ts";
import type { Archive } from "../archive/archive.ts";
import { type Block, nextOfBlock, type Numbering } from "./holding.ts";
import { lastGiven, lastValue } from "./last-value.ts";
import { type Source, sourceOf } from "./source.ts";

export type NumberOrder = {
  register: RegisterId;
  /** Day on the paper, YYYY-MM-DD: its year and month stand in the number. */
  date: string;
  classification: string;
  /** A number that the office typed itself; empty takes the next one. */
  number: string;
  /** Running number after which a back-dated one goes. */
  after?: number | undefined;
};

export type TakenNumber = { number: string; running: Running | null; suffix: string };

/** Year under which a register counts: 0 where its numbers never start anew. */
export const countingYear = (office: Office, register: RegisterId, date: string): number =>
  registerSettings(office, register).reset === "never" ? 0 : Number(date.slice(0, 4));

/**
 * The number that a paper gets. Call it in the transaction of the event that carries it: two windows
 * asking at once get one after the other. Answers `register_elsewhere`, `register_unsure` or
 * `register_apart` where another PC gives the register's numbers.
 */
export function takeNumber(
  numbering: Numbering,
  office: Office,
  order: NumberOrder,
): Result<TakenNumber> {
  const { archive } = numbering;
  const year = countingYear(office, order.register, order.date);
  const found = sourceOf(numbering, order.register, year);
  if (!found.ok) return found;
  const source = found.value;
  if (order.number !== "") return typed(archive, office, order, year, source);
  if (order.after !== undefined) return inserted(archive, office, order, year, source);
  return next(archive, office, order, year, source);
}

/** What is left of this PC's own blocks first, so that no gap stays; then the register itself. */
function next(
  archive: Archive,
  office: Office,
  order: NumberOrder,
  year: number,
  { series, whole, own, holder }: Source,
): Result<TakenNumber> {
  const { register } = order;
  const settings = registerSettings(office, register);
  const taken = isTaken(archive, register, year);
  const numbered = (value: number): TakenNumber => ({
    number: inSeries(series, letterNumber(settings.pattern, partsOf(office, order, value, ""))),
    running: { year, value, ...(series === "" ? {} : { series }) },
    suffix: "",
  });
  for (const block of own) {
    for (let value = nextOfBlock(archive, register, block) ?? Infinity; value <= block.to;) {
      const one = numbered(value);
      if (!taken(one.number)) return ok(one);
      value += 1;
    }
  }
  if (!whole) return fail("register_block_used", { book: REGISTER_WORDS[register], name: holder });
  const last = lastValue(archive, counterOf(register, series), year);
  for (let value = Math.max(firstNumber(settings, year), last + 1); ; value += 1) {
    const one = numbered(value);
    // A number that was typed by hand is passed over; the gap shows in the register.
    if (!taken(one.number)) return ok(one);
  }
}

/** The number that would come next, and null where another PC gives it; nothing is taken. */
export function nextNumber(
  numbering: Numbering,
  office: Office,
  order: Omit<NumberOrder, "number" | "after">,
): { number: string; value: number } | null {
  const found = takeNumber(numbering, office, { ...order, number: "" });
  if (!found.ok) return null;
  return { number: found.value.number, value: found.value.running?.value ?? 0 };
}

/** A number that stands on the paper already; it must not be one that another PC will give. */
function typed(
  archive: Archive,
  office: Office,
  { register, number }: NumberOrder,
  year: number,
  { series, whole, others, alone }: Source,
): Result<TakenNumber> {
  const book = REGISTER_WORDS[register];
  if (!whole) return fail("number_not_here", { book }, "number");
  if (register === "incoming" && !alone && !isInSeries(series, number)) {
    const how = series === "" ? number.slice(number.indexOf("-") + 1) : inSeries(series, number);
    return fail("number_of_other_pc", { number, how }, "number");
  }
  const value = runningOf(registerSettings(office, register).pattern, office.unit, number);
  const block = value === null ? undefined : others.find((one) => holds(one, value));
  if (block !== undefined) {
    return fail("number_reserved", { number, name: pcName(block.name) }, "number");
  }
  return isTaken(archive, register, year)(number)
    ? fail("number_taken", { number }, "number")
    : ok({ number, running: null, suffix: "" });
}

const holds = ({ from, to }: Block, value: number): boolean => from <= value && value <= to;

/**
 * Whether a number stands in the register already. Where numbers start anew each year, one without
 * the year in it, such as 000.8.3.3/15/OR, comes again every year.
 */
function isTaken(archive: Archive, register: RegisterId, year: number) {
  const find = archive.sql(
    `SELECT 1 FROM register_entry
     WHERE register = ? AND number = ? AND substr(date, 1, ?) = ?`,
  );
  const prefix = year === 0 ? "" : String(year);
  return (number: string): boolean =>
    find.get(register, number, prefix.length, prefix) !== undefined;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** 123.a after 123: the next free letter of that number. */
function inserted(
  archive: Archive,
  office: Office,
  order: NumberOrder,
  year: number,
  { series, whole, own, others }: Source,
): Result<TakenNumber> {
  const { register, after = 0 } = order;
  const counter = counterOf(register, series);
  const mine = own.find((block) => holds(block, after));
  const theirs = others.find((block) => holds(block, after));
  if (theirs !== undefined || (!whole && mine === undefined)) {
    const name = pcName(theirs?.name ?? "");
    return fail("number_reserved", { number: String(after), name }, "insert.after");
  }
  const last =
    mine === undefined
      ? lastValue(archive, counter, year)
      : lastGiven(archive, counter, year, mine);
  if (after > last) return fail("number_not_given", { value: after }, "insert.after");
  const used = archive
    .sql("SELECT suffix FROM number_given WHERE name = ? AND year = ? AND value = ?")
    .pluck()
    .all(counter, year, after) as string[];
  const { pattern } = registerSettings(office, register);
  const taken = isTaken(archive, register, year);
  for (const suffix of LETTERS) {
    const parts = partsOf(office, order, after, suffix);
    const number = inSeries(series, letterNumber(pattern, parts));
    if (used.includes(suffix) || taken(number)) continue;
    const running = { year, value: after, ...(series === "" ? {} : { series }) };
    return ok({ number, running, suffix });
  }
  return fail("number_full", { value: after }, "insert.after");
}

const partsOf = (
  office: Office,
  { date, classification }: NumberOrder,
  running: number,
  suffix: string,
) => ({ running, suffix, date, classification, unit: office.unit });
