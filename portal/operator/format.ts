import { html, type Html } from "../public/html.ts";

const COUNT = new Intl.NumberFormat("id-ID");
const SIZE = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });
/** In the zone of the computer that the portal runs on, which is told with it. */
const MOMENT = new Intl.DateTimeFormat("id-ID", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});
const AGO = new Intl.RelativeTimeFormat("id-ID", { numeric: "always" });

export const count = (number: number): string => COUNT.format(number);

const UNITS = ["bita", "KB", "MB", "GB", "TB"] as const;

export function bytes(number: number): string {
  const step = number < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(number) / 3));
  return `${SIZE.format(number / 1000 ** step)} ${UNITS[step] ?? ""}`;
}

export const moment = (at: string): Html =>
  html`<time datetime="${at}">${MOMENT.format(new Date(at))}</time>`;

/** `3 menit yang lalu`, with the moment itself below it. */
export function ago(at: string | null, now: Date): Html {
  if (at === null) return html`<span class="mute">Belum pernah</span>`;
  return html`${since(at, now)} <small>${moment(at)}</small>`;
}

function since(at: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  if (minutes < 1) return "Baru saja";
  if (minutes < 60) return AGO.format(-minutes, "minute");
  if (minutes < 24 * 60) return AGO.format(-Math.floor(minutes / 60), "hour");
  return AGO.format(-Math.floor(minutes / (24 * 60)), "day");
}
