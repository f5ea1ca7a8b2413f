/** Undo and redo without limit. Values are kept whole; rows that did not change are shared. */
export type History<T> = {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last change was about; further typing in the same place joins it. */
  place: string | null;
};

export const historyOf = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  place: null,
});

/** `place` names a text field being typed in; null makes a change that stands alone. */
export function change<T>(history: History<T>, present: T, place: string | null): History<T> {
  if (present === history.present) return history;
  const joins = place !== null && place === history.place;
  const past = joins ? history.past : [...history.past, history.present];
  return { past, present, future: [], place };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    place: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, place: null };
}
