import type { RetentionDetail } from "#shared/retention/contract.ts";
import { classificationOf, heldOf, retentionOf } from "#shared/retention/state.ts";
import { endsOf, keepingOf, stageOn } from "#shared/retention/terms.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";

/** How long a request is kept and why: its own rule, those of its letters, the longest of them. */
export function retentionDetail(
  archive: Archive,
  state: RequestState,
  today: string,
): RetentionDetail {
  const { zone } = archive.calendar.index().calendar;
  const find = archive.retention.findRule;
  const person = peopleOf(archive);
  const held = heldOf(state, zone);
  const keeping = keepingOf(held, find);
  const { place, moved, reviewed, destroyed } = retentionOf(state);
  const own = classificationOf(state);
  const termsOf = (code: string) => {
    const rule = code === "" ? null : find(code);
    const ends = rule === null || held.closed === null ? null : endsOf(held.closed, rule);
    return {
      code,
      rule,
      activeEnd: ends?.activeEnd ?? null,
      inactiveEnd: ends?.inactiveEnd ?? null,
    };
  };
  return {
    request: state.id,
    stage: stageOn(today, { closed: held.closed, destroyed: destroyed !== null }, keeping),
    closed: held.closed,
    own: { ...termsOf(own.code), from: own.from },
    letters: state.letters.flatMap(({ id, issued, voided }) =>
      issued === null || voided !== null
        ? []
        : [{ letter: id, number: issued.number, ...termsOf(issued.classification ?? "") }],
    ),
    keeping,
    place,
    moved: moved && { to: moved.to, day: moved.day, at: moved.at, by: person(moved.by) },
    reviewed: reviewed && { ...reviewed, by: person(reviewed.by) },
    destroyed: destroyed && {
      record: destroyed.record,
      day: destroyed.day,
      at: destroyed.at,
      by: person(destroyed.by),
    },
  };
}
