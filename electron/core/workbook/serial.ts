/** Excel counts days from the start of 1900, with a 29 February 1900 that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DAY = 86_400_000;
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** The day as YYYY-MM-DD; null for a time of day alone or a figure that no calendar has. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  if (serial < 1 || serial > LAST_SERIAL) return null;
  const days = Math.floor(serial);
  // Before 1 March 1900 the day that never was has not been counted yet.
  const shift = !is1904 && days < 60 ? 1 : 0;
  const start = is1904 ? EPOCH_1904 : EPOCH_1900;
  const iso = new Date(start + (days + shift) * DAY).toISOString();
  return iso.startsWith("+") ? null : iso.slice(0, 10);
}

/** "HH:MM" of a part of a day; null when it is none. */
export function timeOfSerial(serial: number): string | null {
  if (serial < 0 || serial >= 1) return null;
  const minutes = Math.round(serial * 1440) % 1440;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether a number format shows days or times. */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  }
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .toLowerCase();
  return !bare.includes("general") && /[dmyhs]/.test(bare);
}
