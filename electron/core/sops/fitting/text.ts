/** The schema refuses these (shared/text.ts); here they are taken out of foreign text. */
const IN_BLOCK = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/gu;
const BREAKS = /[\t\n\r\u2028\u2029]+/gu;

export const cleanBlock = (text: string): string => text.replace(IN_BLOCK, "");
export const cleanLine = (text: string): string => cleanBlock(text.replace(BREAKS, " "));

/** At most `max` UTF-16 units, never half a code point. */
export function cut(text: string, max: number): string {
  const short = text.slice(0, max);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}
