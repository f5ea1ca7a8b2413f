/** The fields of a posted form; one that was sent twice or not at all is no surprise to anybody. */
export type Posted = {
  has(name: string): boolean;
  /** The first value; empty for a field that was not sent. */
  text(name: string): string;
};

export function createPosted(fields: ReadonlyMap<string, string>): Posted {
  return {
    has: (name) => fields.has(name),
    text: (name) => fields.get(name) ?? "",
  };
}
