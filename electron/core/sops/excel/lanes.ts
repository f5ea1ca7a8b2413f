import type { Notes } from "../fitting/notes.ts";

/** The lanes of an SOP while its steps are read; unknown ones join at the end. */
export type Lanes = {
  /** The lane as the list spells it; one that is not there is added with a note. */
  find(text: string, place: string): string;
  list(): string[];
};

export function createLanes(names: string[], notes: Notes): Lanes {
  const lanes = [...names];
  const known = new Map<string, string>();
  for (const lane of lanes) {
    if (!known.has(fold(lane))) known.set(fold(lane), lane);
  }
  return {
    find(text, place) {
      const lane = lanes.includes(text) ? text : known.get(fold(text));
      if (lane !== undefined || text === "") return lane ?? "";
      notes.add("lane_added", place, text);
      lanes.push(text);
      known.set(fold(text), text);
      return text;
    },
    list: () => lanes,
  };
}

const fold = (name: string): string => name.toLowerCase().replace(/\s+/g, " ").trim();
