import { networkInterfaces } from "node:os";

/** How often it is looked whether the PC's network has changed while the portal is out of reach. */
const EVERY_MS = 5000;

/** The PC's own addresses; another text when a cable or a network came or went. */
export const ownAddresses = (): string =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(" ");

/** Calls `changed` once when the addresses are others than they were. */
export function watchLine(addresses: () => string, changed: () => void): { close(): void } {
  const before = addresses();
  const timer = setInterval(() => {
    if (addresses() === before) return;
    clearInterval(timer);
    changed();
  }, EVERY_MS).unref();
  return { close: () => clearInterval(timer) };
}
