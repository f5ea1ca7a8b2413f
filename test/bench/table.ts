/** One measured figure with what it is held against. */
export type Figure = { what: string; measured: string; reference: string; aim: string };

export function printTable(figures: readonly Figure[]): void {
  const rows = [
    { what: "what", measured: "measured", reference: "reference", aim: "aim" },
    ...figures,
  ];
  const width = (key: keyof Figure): number => Math.max(...rows.map((row) => row[key].length));
  for (const row of rows) {
    const cells = (["what", "measured", "reference", "aim"] as const).map((key) =>
      row[key].padEnd(width(key)),
    );
    console.log(cells.join("  "));
  }
}

export const perSecond = (count: number, milliseconds: number): number =>
  Math.round((count / milliseconds) * 1000);

export const count = (value: number): string => value.toLocaleString("en-US");

/** The middle one; `values` must hold something. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
