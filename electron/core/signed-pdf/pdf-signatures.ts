import { createHash } from "node:crypto";
import { type Cms, type DigestOf, readCms, type Verdict } from "./cms.ts";
import {
  findSignatures,
  type FoundSignature,
  signatureBytes,
  signedParts,
} from "./find-signatures.ts";
import { addsValidationDataOnly } from "./pdf-revisions.ts";
import { isSpace } from "./pdf-values.ts";

/**
 * - `intact`: digest and signature verify, and the whole file is signed but for the signature's own
 *   place. What was appended since (`changedAfter`) is more signatures, each of which verifies and
 *   covers all before it, or data to validate signatures with.
 * - `changed`: it verifies, and something else was appended since.
 * - `broken`: digest or signature does not verify, or the range leaves out more than it may.
 * - `unknown`: the signature cannot be read, or by algorithms that are not known or not safe.
 */
export type SignatureState = "intact" | "changed" | "broken" | "unknown";

export type PdfSignature = {
  kind: "signature" | "timestamp";
  /** Common name of the signer's certificate, else its whole subject; empty when it has none. */
  signer: string;
  /** The same of the certificate's issuer. */
  issuer: string;
  /** ISO instant: the signature's signing time or the timestamp's, else /M; null when none is said. */
  at: string | null;
  reason: string;
  location: string;
  state: SignatureState;
  /** Bytes follow the signed ones, other than white space. */
  changedAfter: boolean;
  selfSigned: boolean;
};

const MOST_SIGNATURES = 50;
/** Bytes digested for one file; signatures beyond are unknown. Five signatures of 200 MB. */
const MOST_DIGESTED = 1024 * 1024 * 1024;

/**
 * The signatures in a PDF in the order of the file, the first 50. Whether bytes were changed is
 * said; whether the signer is who the certificate says is not: the chain up to BSrE and revoked
 * certificates cannot be checked on a PC that is offline, and anybody can make a certificate in any
 * name (`selfSigned` shows the plainest case). The caller bounds the file's size.
 */
export async function readSignatures(pdf: Uint8Array): Promise<PdfSignature[]> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const budget = { left: MOST_DIGESTED };
  const checked: Checked[] = [];
  for (const found of findSignatures(bytes, MOST_SIGNATURES)) {
    checked.push(await check(bytes, found, budget));
  }
  const reach = Math.max(0, ...checked.map(({ verdict, end }) => (verdict === "valid" ? end : 0)));
  const grown = !onlySpace(bytes, reach) && !addsValidationDataOnly(bytes, reach);
  return checked.map(({ found, cms, verdict, end }) => ({
    kind: cms?.timestamp === true || found.subFilter === TIMESTAMP ? "timestamp" : "signature",
    signer: cms?.signer ?? "",
    issuer: cms?.issuer ?? "",
    at: cms?.at ?? found.at,
    reason: found.reason,
    location: found.location,
    state: verdict !== "valid" ? verdict : grown ? "changed" : "intact",
    changedAfter: !onlySpace(bytes, end),
    selfSigned: cms?.selfSigned ?? false,
  }));
}

const TIMESTAMP = "ETSI.RFC3161";
const DETACHED = ["adbe.pkcs7.detached", "ETSI.CAdES.detached"];

/** `end` is where the signed bytes end, the file's length when that cannot be said. */
type Checked = { found: FoundSignature; cms: Cms | null; verdict: Verdict; end: number };

async function check(
  bytes: Buffer,
  found: FoundSignature,
  budget: { left: number },
): Promise<Checked> {
  const der = signatureBytes(bytes, found);
  const cms = der === null ? null : readCms(der);
  const signed = signedParts(bytes, found);
  const end = signed?.end ?? bytes.length;
  const say = (verdict: Verdict): Checked => ({ found, cms, verdict, end });
  if (signed === null) return say("broken");
  const fits = cms?.timestamp === true ? [TIMESTAMP] : DETACHED;
  if (cms === null || !fits.includes(found.subFilter)) return say("unknown");
  // Two digests at most: by the signature's hash and by the timestamp's.
  budget.left -= end;
  if (budget.left < 0) return say("unknown");
  const digestOf: DigestOf = (hash, own) => {
    const digest = createHash(hash.replace("-", "").toLowerCase());
    for (const part of own === undefined ? signed.parts : [own]) digest.update(part);
    return digest.digest();
  };
  return say(await cms.verify(digestOf));
}

/** True when nothing but white space follows. */
function onlySpace(bytes: Buffer, from: number): boolean {
  let at = from;
  while (at < bytes.length && isSpace(bytes[at])) at += 1;
  return at === bytes.length;
}
