import { type AsnType, ObjectIdentifier, OctetString, UTCTime, GeneralizedTime } from "asn1js";
import {
  type AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  getCrypto,
  IssuerAndSerialNumber,
  type RelativeDistinguishedNames,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from "pkijs";
import { instantOf, oneLine } from "./pdf-strings.ts";

/** A CMS signature (RFC 5652) over bytes that stand elsewhere, or a timestamp (RFC 3161) of them. */
export type Cms = {
  signer: string;
  issuer: string;
  /** The certificate names itself as its issuer. */
  selfSigned: boolean;
  /** When it was signed by the signer's own clock, or by the timestamp's. */
  at: string | null;
  timestamp: boolean;
  /** `digestOf` gives the digest of the signed bytes by a hash such as "SHA-256". */
  verify(digestOf: DigestOf): Promise<Verdict>;
};

export type DigestOf = (hash: string, bytes?: Uint8Array) => Uint8Array;
/** "unknown": an algorithm that is not known here, or one that no longer proves anything. */
export type Verdict = "valid" | "broken" | "unknown";

const OID = {
  signedData: "1.2.840.113549.1.7.2",
  timestamp: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  commonName: "2.5.4.3",
};
/** Signature algorithms that say nothing of the hash: rsaEncryption and id-ecPublicKey. */
const WITHOUT_HASH = ["1.2.840.113549.1.1.1", "1.2.840.10045.2.1"];
/** SHA-1 and MD5 are left out: another text with the same digest can be made. */
const HASHES = ["SHA-256", "SHA-384", "SHA-512"];

/** Null when it is no signature that can be read. Zeros that pad it at its end are left out. */
export function readCms(der: Uint8Array): Cms | null {
  try {
    const info = ContentInfo.fromBER(new Uint8Array(der));
    if (info.contentType !== OID.signedData) return null;
    const data = new SignedData({ schema: info.content });
    const [signer, another] = data.signerInfos;
    // A PDF's signature has exactly one signer.
    if (signer === undefined || another !== undefined) return null;
    const certificate = certificateOf(data, signer);
    const stamp = data.encapContentInfo.eContentType === OID.timestamp ? stampOf(data) : null;
    return {
      signer: certificate === null ? "" : nameOf(certificate.subject),
      issuer: certificate === null ? "" : nameOf(certificate.issuer),
      selfSigned: certificate !== null && certificate.subject.isEqual(certificate.issuer),
      at: stamp === null ? signingTime(signer) : instantOf(stamp.info.genTime),
      timestamp: stamp !== null,
      verify: (digestOf) => verify(data, signer, certificate, stamp, digestOf),
    };
  } catch {
    // The parsers throw at whatever is not ASN.1 of the kind they expect.
    return null;
  }
}

type Stamp = { info: TSTInfo; bytes: Uint8Array };

function stampOf(data: SignedData): Stamp | null {
  const content = data.encapContentInfo.eContent;
  if (content === undefined) return null;
  const bytes = new Uint8Array(content.getValue());
  return { bytes, info: TSTInfo.fromBER(bytes) };
}

async function verify(
  data: SignedData,
  signer: SignerInfo,
  certificate: Certificate | null,
  stamp: Stamp | null,
  digestOf: DigestOf,
): Promise<Verdict> {
  const hash = hashOf(signer.digestAlgorithm.algorithmId);
  // A signature with its text inside would be verified over that text and not over the file.
  const detached = data.encapContentInfo.eContent === undefined;
  const attributes = signer.signedAttrs;
  if (hash === null || certificate === null || attributes === undefined) return "unknown";
  if (stamp === null && !detached) return "unknown";
  if (stamp !== null) {
    const { hashAlgorithm, hashedMessage } = stamp.info.messageImprint;
    const stampHash = hashOf(hashAlgorithm.algorithmId);
    if (stampHash === null) return "unknown";
    if (!same(hashedMessage, digestOf(stampHash))) return "broken";
  }
  const type = attribute(signer, OID.contentType);
  const digest = attribute(signer, OID.messageDigest);
  if (!(type instanceof ObjectIdentifier)) return "broken";
  if (type.getValue() !== data.encapContentInfo.eContentType) return "broken";
  if (!(digest instanceof OctetString) || !same(digest, digestOf(hash, stamp?.bytes))) {
    return "broken";
  }
  return verifySignature(signer, certificate, attributes.encodedValue, hash);
}

async function verifySignature(
  signer: SignerInfo,
  certificate: Certificate,
  attributes: ArrayBuffer,
  hash: string,
): Promise<Verdict> {
  const { signatureAlgorithm, signature } = signer;
  const key = certificate.subjectPublicKeyInfo;
  const engine = getCrypto(true);
  const without = WITHOUT_HASH.includes(signatureAlgorithm.algorithmId);
  try {
    const used = without ? hash : engine.getHashAlgorithm(signatureAlgorithm);
    if (!HASHES.includes(used)) return "unknown";
    const verified = await engine.verifyWithPublicKey(
      attributes,
      signature,
      key,
      signatureAlgorithm,
      without ? hash : undefined,
    );
    return verified ? "valid" : "broken";
  } catch {
    // A curve, a key or a kind of signature that the platform's cryptography does not know.
    return "unknown";
  }
}

function hashOf(algorithm: string): string | null {
  const known = getCrypto(true).getAlgorithmByOID(algorithm);
  return "name" in known && HASHES.includes(known.name) ? known.name : null;
}

/** The one value of a signed attribute; null when it is missing or stands more than once. */
function attribute(signer: SignerInfo, type: string): AsnType | null {
  const all = (signer.signedAttrs?.attributes ?? []).filter((one) => one.type === type);
  const values = (all[0]?.values ?? []) as AsnType[];
  return all.length === 1 && values.length === 1 ? (values[0] ?? null) : null;
}

function signingTime(signer: SignerInfo): string | null {
  const time = attribute(signer, OID.signingTime);
  return time instanceof UTCTime || time instanceof GeneralizedTime
    ? instantOf(time.toDate())
    : null;
}

function certificateOf(data: SignedData, { sid }: SignerInfo): Certificate | null {
  const all = (data.certificates ?? []).filter((one) => one instanceof Certificate);
  const isSigner = (one: Certificate): boolean =>
    sid instanceof IssuerAndSerialNumber
      ? one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber)
      : same(sid as OctetString, keyIdOf(one));
  return all.find(isSigner) ?? null;
}

/** Subject key identifier, which a signer may be named by. */
function keyIdOf(certificate: Certificate): Uint8Array {
  const extension = certificate.extensions?.find((one) => one.extnID === "2.5.29.14");
  const value: unknown = extension?.parsedValue;
  return value instanceof OctetString ? value.valueBlock.valueHexView : new Uint8Array();
}

/** The common name, else every part of the name. */
function nameOf({ typesAndValues }: RelativeDistinguishedNames): string {
  const text = (one: AttributeTypeAndValue): string => one.value.valueBlock.value;
  const common = typesAndValues.findLast((one) => one.type === OID.commonName);
  return oneLine(common === undefined ? typesAndValues.map(text).join(", ") : text(common));
}

const same = ({ valueBlock }: OctetString, bytes: Uint8Array): boolean =>
  bytes.length > 0 && Buffer.from(valueBlock.valueHexView).equals(bytes);
