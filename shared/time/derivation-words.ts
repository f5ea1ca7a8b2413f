import type { Zone } from "#shared/office.ts";
import { clock, longDay, plainDay } from "./format.ts";
import type { DerivationEntry, EntryReason } from "./trail.ts";

/** A derivation in words, for the screen and the printed run: when, and what happened to the day. */
export type DerivationLine = { when: string; what: string };

export function derivationWords(entries: readonly DerivationEntry[], zone: Zone): DerivationLine[] {
  let counted = 0;
  return entries.map((entry) => {
    if (entry.kind === "counted" && entry.minutes === undefined) counted += entry.days ?? 1;
    return { when: daysOf(entry), what: entryWords(entry, zone, counted) };
  });
}

const daysOf = ({ day, until }: DerivationEntry): string =>
  until === undefined || until === day ? longDay(day) : `${plainDay(day)}\u2013${plainDay(until)}`;

function entryWords(entry: DerivationEntry, zone: Zone, counted: number): string {
  const { kind, reason, at } = entry;
  const days = entry.days === undefined ? "" : ` ${entry.days} hari`;
  const why = reason === undefined ? "" : `: ${reasonWords(reason)}`;
  switch (kind) {
    case "start":
      return at === undefined
        ? `mulai dihitung lagi${why}`
        : `mulai dihitung pukul ${clock(at, zone)} ${zone}${why}`;
    case "counted":
      return `${countedWords(entry, counted)}${why}`;
    case "skipped":
      return `tidak dihitung${days}${why}`;
    case "paused":
      return at === undefined
        ? `waktu dihentikan${days}`
        : `waktu dihentikan sejak pukul ${clock(at, zone)} ${zone}`;
    case "due":
      return at === undefined ? "tenggat" : `tenggat pukul ${clock(at, zone)} ${zone}`;
    default:
      return kind satisfies never;
  }
}

/** A single working day by its number; a run, whose days lie among others, by how many it has. */
function countedWords({ days, minutes }: DerivationEntry, counted: number): string {
  if (minutes === undefined) {
    return days === undefined ? `dihitung, hari ke-${counted}` : `dihitung ${days} hari`;
  }
  const span = days === undefined ? "" : ` dalam ${days} hari`;
  return `dihitung ${minuteWords(minutes)}${span}`;
}

function reasonWords(reason: EntryReason): string {
  switch (reason.code) {
    case "weekend":
      return "akhir pekan";
    case "closed_weekday":
      return "bukan hari layanan";
    case "outside_hours":
      return "di luar jam layanan";
    case "resumed":
      return "hari mulai, sesudah waktu berjalan lagi";
    case "national":
      return named("libur nasional", reason.name);
    case "joint_leave":
      return named("cuti bersama", reason.name);
    case "other":
      return named("hari libur", reason.name);
    case "exception":
      return named("jam khusus", reason.name);
    default:
      return reason satisfies never;
  }
}

const named = (kind: string, name: string): string => (name === "" ? kind : `${kind} (${name})`);

/** "2 jam 30 menit"; seconds are left out, the moment itself keeps them. */
function minuteWords(minutes: number): string {
  const whole = Math.floor(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return whole === 0 ? "kurang dari 1 menit" : `${rest} menit`;
  return rest === 0 ? `${hours} jam` : `${hours} jam ${rest} menit`;
}
