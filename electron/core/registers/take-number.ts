import { fail, ok, type Result } from "#shared/errors.ts";
import { firstNumber, letterNumber, registerSettings } from "#shared/letter/number.ts";
import type { RegisterId } from "#shared/letter/register.ts";
import type { Office } from "#shared/office.ts";
import type { Running } from "#shared/request/model.ts";
import type { Archive } from "../archive/archive.ts";
import { lastValue } from "./last-value.ts";

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
 * asking at once get one after the other.
 */
export function takeNumber(
  archive: Archive,
  office: Office,
  order: NumberOrder,
): Result<TakenNumber> {
  const taken = isTaken(archive, order.register, countingYear(office, order.register, order.date));
  if (order.number !== "") {
    return taken(order.number)
      ? fail("number_taken", { number: order.number }, "number")
      : ok({ number: order.number, running: null, suffix: "" });
  }
  const year = countingYear(office, order.register, order.date);
  if (order.after !== undefined) return inserted(archive, office, order, year, order.after);
  const settings = registerSettings(office, order.register);
  const { pattern } = settings;
  const last = lastValue(archive, order.register, year);
  for (let value = Math.max(firstNumber(settings, year), last + 1); ; value += 1) {
    const number = letterNumber(pattern, partsOf(office, order, value, ""));
    // A number that was typed by hand is passed over; the gap shows in the register.
    if (!taken(number)) return ok({ number, running: { year, value }, suffix: "" });
  }
}

/** The number that would come next; nothing is taken. */
export function nextNumber(
  archive: Archive,
  office: Office,
  order: Omit<NumberOrder, "number" | "after">,
): { number: string; value: number } {
  const next = takeNumber(archive, office, { ...order, number: "" });
  if (!next.ok) throw new Error("a next number was refused");
  return { number: next.value.number, value: next.value.running?.value ?? 0 };
}

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
  after: number,
): Result<TakenNumber> {
  const last = lastValue(archive, order.register, year);
  if (after > last) return fail("number_not_given", { value: after }, "insert.after");
  const used = archive
    .sql("SELECT suffix FROM register_entry WHERE register = ? AND year = ? AND value = ?")
    .pluck()
    .all(order.register, year, after) as string[];
  const { pattern } = registerSettings(office, order.register);
  const taken = isTaken(archive, order.register, year);
  for (const suffix of LETTERS) {
    const number = letterNumber(pattern, partsOf(office, order, after, suffix));
    if (used.includes(suffix) || taken(number)) continue;
    return ok({ number, running: { year, value: after }, suffix });
  }
  return fail("number_full", { value: after }, "insert.after");
}

const partsOf = (
  office: Office,
  { date, classification }: NumberOrder,
  running: number,
  suffix: string,
) => ({ running, suffix, date, classification, unit: office.unit });
