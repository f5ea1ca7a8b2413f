/**
 * The running number in a number that somebody typed, by the office's pattern; null where it does
 * not follow it. The classification may be any, and may be left out with its stroke.
 */
export function runningOf(pattern: string, unit: string, number: string): number | null {
  const whole = pattern.replaceAll("{unit}", unit).replace(/\/{2,}/g, "/");
  const source = whole
    .replace(/^\/|\/$/g, "")
    .split(/(\{klasifikasi\}\/|\/\{klasifikasi\}|\{[a-z]+(?::[1-9])?\})/u)
    .map(sourceOf)
    .join("");
  const found = new RegExp(`^${source}$`, "u").exec(number)?.slice(1).find(Boolean);
  return found === undefined ? null : Number(found);
}

function sourceOf(part: string): string {
  if (part === "{klasifikasi}/") return "(?:[^/]*/)?";
  if (part === "/{klasifikasi}") return "(?:/[^/]*)?";
  if (part === "{klasifikasi}") return "[^/]*";
  if (part === "{bulan}") return "[IVX]+";
  if (part === "{tahun}") return "\\d{4}";
  if (/^\{nomor(:[1-9])?\}$/u.test(part)) return "0*(\\d{1,9})(?:\\.[a-z])?";
  return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
