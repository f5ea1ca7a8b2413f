import { makeKey } from "./vault.ts";

/** Locks an identity, or a new one, with a passphrase; scrypt takes about a second of one core. */
export const run = ({
  passphrase,
  identity,
}: {
  passphrase: string;
  identity: string | null;
}): Promise<{ identity: string; keyFile: Uint8Array }> =>
  makeKey(passphrase, identity ?? undefined);
