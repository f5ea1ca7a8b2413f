/**
 * What happens to a requester's personal data, on the stream of the request. The identity itself
 * never stands in an event: only its salted digest, see electron/core/privacy/README.md.
 */
export type PrivacyEvent =
  /** Another identity takes the place of the former; both stay readable until they are erased. */
  | { type: "requester.corrected"; body: { requester: string; reason: string } }
  /** Key and ciphertext were destroyed; what the events say of the identity cannot be read again. */
  | { type: "identity.erased"; body: { reason: string } };
