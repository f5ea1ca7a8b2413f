/**
 * Recipients are posts or names as the office writes them. Whether one is meant does not hang on
 * capitals or spaces.
 */
export const personKey = (text: string): string => text.trim().replace(/\s+/gu, " ").toLowerCase();

/** What a user goes by on a lembar disposisi: the post, and the name. */
export const keysOf = ({ name, post }: { name: string; post: string }): string[] =>
  [...new Set([personKey(post), personKey(name)])].filter((key) => key !== "");

/** Whether a disposition to `recipient` is one to this user. */
export const isFor = (user: { name: string; post: string }, recipient: string): boolean =>
  keysOf(user).includes(personKey(recipient));
