/** Several lines of a cell where a field has one. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ");

/** The items of a cell that holds one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
