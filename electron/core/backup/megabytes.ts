/** Bytes as an officer reads them: `12,5 MB`, `3,2 GB`. */
export function megabytes(bytes: number): string {
  const mega = bytes / 1_000_000;
  const [value, unit] = mega >= 1000 ? [mega / 1000, "GB"] : [mega, "MB"];
  return `${value.toLocaleString("id-ID", { maximumFractionDigits: 1 })} ${unit}`;
}
