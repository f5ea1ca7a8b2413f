/** The window's own address: the scheme is registered as standard, so it has an origin. */
export const SCHEME = "app";
export const HOST = "lajur";
export const HOME = `${SCHEME}://${HOST}/`;

/** True for an address of the app itself, by its parsed parts and never by its beginning. */
export function isOwn(address: string): boolean {
  const url = parse(address);
  return (
    url !== null &&
    url.protocol === `${SCHEME}:` &&
    url.host === HOST &&
    url.username === "" &&
    url.password === ""
  );
}

/** A download of the app: its own address, or a blob that one of its pages made. */
export function isOwnDownload(address: string): boolean {
  return isOwn(address.startsWith("blob:") ? address.slice("blob:".length) : address);
}

/** A page of the web, as the system's browser may be asked to open: no file, no other scheme. */
export function isWebPage(address: string): boolean {
  const url = parse(address);
  return (
    url !== null &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    url.username === "" &&
    url.password === ""
  );
}

/** All that the window may ask of the system: to write the clipboard on a click, and to notify. */
const GRANTED = new Set(["clipboard-sanitized-write", "notifications"]);

export const isGranted = (permission: string, address: string): boolean =>
  GRANTED.has(permission) && isOwn(address);

/** The parts of an IPC event's frame that say who sent it. */
type Frame = { url: string; parent: unknown } | null;

/** Only the app's own top frame may call: no frame inside it, nothing it was led to. */
export const isOwnFrame = (frame: Frame): boolean =>
  frame !== null && frame.parent === null && isOwn(frame.url);

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
