import { Integer, OctetString, Utf8String } from "asn1js";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  GeneralName,
  GeneralNames,
} from "pkijs";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;

export type Issued = { certificate: Certificate; keys: CryptoKeyPair; pem: string; key: string };

/** An authority of an office's own, and what it issues for a name or an address. */
export const makeAuthority = (name: string): Promise<Issued> => issue(name, null, null);

export const issueFor = (authority: Issued, address: string): Promise<Issued> =>
  issue(address, authority, address);

async function issue(name: string, by: Issued | null, address: string | null): Promise<Issued> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: by === null ? 1 : 2 });
  certificate.subject.typesAndValues.push(commonName(name));
  certificate.issuer.typesAndValues.push(
    ...(by === null ? [commonName(name)] : by.certificate.subject.typesAndValues),
  );
  certificate.notBefore.value = new Date("2026-01-01T00:00:00Z");
  certificate.notAfter.value = new Date("2046-01-01T00:00:00Z");
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  certificate.extensions = [
    new Extension({
      extnID: "2.5.29.19",
      critical: true,
      extnValue: new BasicConstraints({ cA: by === null }).toSchema().toBER(),
    }),
  ];
  if (address !== null) {
    const bytes = Uint8Array.from(address.split(".").map(Number));
    const named = new GeneralNames({
      names: [new GeneralName({ type: 7, value: new OctetString({ valueHex: bytes.buffer }) })],
    });
    certificate.extensions.push(
      new Extension({ extnID: "2.5.29.17", critical: false, extnValue: named.toSchema().toBER() }),
    );
  }
  await certificate.sign(by?.keys.privateKey ?? keys.privateKey, "SHA-256");
  return {
    certificate,
    keys,
    pem: pem("CERTIFICATE", certificate.toSchema().toBER()),
    key: pem("PRIVATE KEY", await crypto.subtle.exportKey("pkcs8", keys.privateKey)),
  };
}

const commonName = (value: string): AttributeTypeAndValue =>
  new AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value }) });

const pem = (kind: string, bytes: ArrayBuffer): string =>
  [
    `-----BEGIN ${kind}-----`,
    ...(Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,64}/g) ?? []),
    `-----END ${kind}-----`,
    "",
  ].join("\n");
