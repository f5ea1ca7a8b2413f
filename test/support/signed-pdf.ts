import { createHash, webcrypto } from "node:crypto";
import { Integer, Null, ObjectIdentifier, OctetString, Utf8String, UTCTime } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from "pkijs";

/** PDFs signed as signing services do it: an incremental update with a detached CMS signature. */

export type Signer = { certificate: Certificate; key: CryptoKey; hash: string };

const ALGORITHMS = {
  rsa: {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  },
  pss: {
    name: "RSA-PSS",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  },
  ec: { name: "ECDSA", namedCurve: "P-256" },
} as const;

/** A key with a certificate for it: its own, or one that `authority` signed. */
export async function createSigner(
  name: string,
  kind: keyof typeof ALGORITHMS,
  { authority, hash = "SHA-256" }: { authority?: Signer & { name: string }; hash?: string } = {},
): Promise<Signer & { name: string }> {
  const algorithm = ALGORITHMS[kind];
  const keys = (await webcrypto.subtle.generateKey(
    algorithm.name === "ECDSA" ? algorithm : { ...algorithm, hash },
    true,
    ["sign", "verify"],
  )) as CryptoKeyPair;
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: Math.trunc(Math.random() * 1e9) + 1 });
  const commonName = (value: string) =>
    new AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value }) });
  certificate.subject.typesAndValues.push(commonName(name));
  certificate.issuer.typesAndValues.push(commonName(authority?.name ?? name));
  certificate.notBefore.value = new Date("2026-01-01T00:00:00Z");
  certificate.notAfter.value = new Date("2036-01-01T00:00:00Z");
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(authority?.key ?? keys.privateKey, "SHA-256");
  return { name, certificate, key: keys.privateKey, hash };
}

/** One page with a line of text for each of `lines`, cross-reference table and all. */
export function plainPdf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
  const content = `BT /F1 11 Tf 14 TL 72 770 Td\n${shown}\nET`;
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ]);
}

export function pdfOf(objects: readonly string[]): Buffer {
  let text = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const size = objects.length + 1;
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** An incremental update: objects by number, written anew or for the first time. */
export function appendTo(pdf: Buffer, objects: Record<number, string>): Buffer {
  const old = pdf.toString("latin1");
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(old)?.[1] ?? "0";
  const root = /\/Root (\d+) 0 R/.exec(old)?.[1] ?? "1";
  const info = /\/Info (\d+ 0 R)/.exec(old)?.[1];
  let text = "\n";
  let table = "";
  for (const [number, object] of Object.entries(objects)) {
    table += `${number} 1\n${String(old.length + text.length).padStart(10, "0")} 00000 n \n`;
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(nextNumber(pdf), ...Object.keys(objects).map((key) => Number(key) + 1));
  const at = old.length + text.length;
  const extra = info === undefined ? "" : ` /Info ${info}`;
  text += `xref\n${table}trailer\n<< /Size ${size} /Root ${root} 0 R${extra} /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(text, "latin1")]);
}

/** The first number that no object has. */
export const nextNumber = (pdf: Buffer): number =>
  Math.max(...[...pdf.toString("latin1").matchAll(/\/Size (\d+)/g)].map((one) => Number(one[1])));

export type SignOptions = {
  subFilter?: string;
  /** ISO instant of the CMS attribute; null leaves it out. */
  signingTime?: string | null;
  /** Further entries of the signature dictionary. */
  entries?: string;
  /** Before the signature, as some programs write it. */
  contentsFirst?: boolean;
  /** The dictionary stands in its form field and is no object of its own. */
  direct?: boolean;
  /** Replaces the four numbers. */
  range?: (numbers: number[], length: number) => number[];
  /** Replaces the CMS. */
  cms?: (digest: Buffer, signed: Buffer) => Promise<Buffer> | Buffer;
};

const ROOM = 8192;
const BLANK_RANGE = "[0 ********** ********** **********]";

export async function signPdf(
  pdf: Buffer,
  signer: Signer,
  options: SignOptions = {},
): Promise<Buffer> {
  const { subFilter = "adbe.pkcs7.detached", signingTime = "2026-11-19T02:12:00Z" } = options;
  const number = nextNumber(pdf);
  const contents = `/Contents <${"0".repeat(ROOM * 2)}>`;
  const range = `/ByteRange ${BLANK_RANGE}`;
  const pair = options.contentsFirst === true ? `${contents} ${range}` : `${range} ${contents}`;
  const type = subFilter === "ETSI.RFC3161" ? "DocTimeStamp" : "Sig";
  const dictionary = `<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter} ${pair} ${options.entries ?? ""} >>`;
  const field = (value: string) =>
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Tanda${number}) /Rect [0 0 0 0] /F 132 /V ${value} >>`;
  const [, root = "1"] = /\/Root (\d+) 0 R/.exec(pdf.toString("latin1")) ?? [];
  const catalogs = [
    ...pdf
      .toString("latin1")
      .matchAll(new RegExp(`\\n${root} 0 obj\\n(<<[\\s\\S]*?>>)\\nendobj`, "g")),
  ];
  const catalog = catalogs.at(-1)?.[1] ?? "";
  const fields = /\/Fields \[([^\]]*)\]/.exec(catalog)?.[1] ?? "";
  const bare = catalog.replace(/ \/AcroForm << [^>]*>>/, "").replace(/>>$/, "");
  const form = `/AcroForm << /SigFlags 3 /Fields [${fields} ${number} 0 R] >>`;
  const open = appendTo(pdf, {
    [root]: `${bare} ${form} >>`,
    [number]: options.direct === true ? field(dictionary) : field(`${number + 1} 0 R`),
    ...(options.direct === true ? {} : { [number + 1]: dictionary }),
  });
  return fillSignature(open, signer, { ...options, subFilter, signingTime });
}

async function fillSignature(
  open: Buffer,
  signer: Signer,
  { subFilter, signingTime, range = (numbers) => numbers, cms }: SignOptions,
): Promise<Buffer> {
  const from = open.lastIndexOf(`<${"0".repeat(64)}`);
  const after = from + 2 + ROOM * 2;
  const numbers = range([0, from, after, open.length - after], open.length);
  const written = `[${numbers.join(" ")}]`.padEnd(BLANK_RANGE.length, " ");
  open.write(written, open.lastIndexOf(BLANK_RANGE), "latin1");
  const signed = Buffer.concat([open.subarray(0, from), open.subarray(after)]);
  const digest = createHash(signer.hash.replace("-", "").toLowerCase()).update(signed).digest();
  const made =
    cms !== undefined
      ? await cms(digest, signed)
      : subFilter === "ETSI.RFC3161"
        ? await timestampOf(digest, signer)
        : await cmsOf(digest, signer, signingTime ?? null);
  open.write(made.toString("hex"), from + 1, "latin1");
  return open;
}

/** A detached signature over bytes of this digest. */
export const cmsOf = (
  digest: Buffer,
  signer: Signer,
  signingTime: string | null,
  content?: Buffer,
) =>
  signedData(signer, digest, "1.2.840.113549.1.7.1", content, [
    ...(signingTime === null
      ? []
      : [
          new Attribute({
            type: "1.2.840.113549.1.9.5",
            values: [new UTCTime({ valueDate: new Date(signingTime) })],
          }),
        ]),
  ]);

export const STAMPED = "2026-11-19T03:00:00Z";

/** A timestamp over bytes of this SHA-256. */
export function timestampOf(digest: Buffer, signer: Signer): Promise<Buffer> {
  const info = new TSTInfo({
    version: 1,
    policy: "1.2.3.4",
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: "2.16.840.1.101.3.4.2.1",
        algorithmParams: new Null(),
      }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(digest) }),
    }),
    serialNumber: new Integer({ value: 7 }),
    genTime: new Date(STAMPED),
  });
  const content = Buffer.from(info.toSchema().toBER());
  const own = createHash("sha256").update(content).digest();
  return signedData(signer, own, "1.2.840.113549.1.9.16.1.4", content, []);
}

async function signedData(
  { certificate, key, hash }: Signer,
  digest: Buffer,
  type: string,
  content: Buffer | undefined,
  attributes: Attribute[],
): Promise<Buffer> {
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: type,
      ...(content === undefined
        ? {}
        : { eContent: new OctetString({ valueHex: new Uint8Array(content) }) }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({
              type: "1.2.840.113549.1.9.3",
              values: [new ObjectIdentifier({ value: type })],
            }),
            ...attributes,
            new Attribute({
              type: "1.2.840.113549.1.9.4",
              values: [new OctetString({ valueHex: new Uint8Array(digest) })],
            }),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await data.sign(key, 0, hash);
  const info = new ContentInfo({
    contentType: "1.2.840.113549.1.7.2",
    content: data.toSchema(true),
  });
  return Buffer.from(info.toSchema().toBER());
}
