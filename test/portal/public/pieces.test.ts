import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hashCode,
  newTrackingNumber,
  readCode,
  readTrackingNumber,
  sameText,
  secretCode,
} from "../../../portal/public/codes.ts";
import { newNonce, readToken, writeToken } from "../../../portal/public/form-token.ts";
import { createGate } from "../../../portal/public/gate.ts";
import { html } from "../../../portal/public/html.ts";
import { createLimiter, networkOf } from "../../../portal/public/limiter.ts";
import { trackingNumber } from "#shared/sync/messages.ts";

const KEY = Buffer.alloc(32, 7);

describe("markup", () => {
  test("holds whatever was typed as text, in content and in attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        const [, title = "", content = ""] =
          /^<p title="([^"]*)">([^<]*)<\/p>$/s.exec(markup) ?? [];
        expect(title).toBe(content);
        expect(title).not.toMatch(/[<>"'\0]/);
      }),
    );
  });

  test("leaves out what is not there and takes its own parts as they are", () => {
    const parts = [html`<b>1</b>`, false, null, undefined, 0] as const;
    expect(html`${parts}${["<"]}`.markup).toBe("<b>1</b>0&lt;");
  });
});

describe("numbers and codes", () => {
  test("are read back as they are written, however they are typed", () => {
    fc.assert(
      fc.property(fc.nat(), () => {
        const number = newTrackingNumber("2026");
        const code = secretCode(KEY, newNonce());
        expect(trackingNumber.parse(number)).toBe(number);
        expect(readTrackingNumber(number)).toBe(number);
        expect(readTrackingNumber(` ${number.toLowerCase().replaceAll("-", " ")} `)).toBe(number);
        expect(readCode(code)).toBe(code);
        expect(readCode(code.toLowerCase().replaceAll("-", ""))).toBe(code);
        expect(readCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
      }),
    );
  });

  test("are not made of what is not one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        const read = readTrackingNumber(text);
        expect(read === null || trackingNumber.safeParse(read).success).toBe(true);
      }),
    );
    for (const text of ["", "P-2026-", "P-2026-7K3M9", "P-2026-7K3M9UU", "' OR 1=1 --"]) {
      expect(readTrackingNumber(text)).toBeNull();
      expect(readCode(text)).toBeNull();
    }
  });

  test("carry eighty bits that follow from the form and the key alone", () => {
    const nonce = newNonce();
    expect(secretCode(KEY, nonce)).toBe(secretCode(KEY, nonce));
    expect(secretCode(KEY, nonce)).not.toBe(secretCode(randomBytes(32), nonce));
    const codes = new Set(Array.from({ length: 2000 }, () => secretCode(KEY, newNonce())));
    expect(codes.size).toBe(2000);
    const signs = new Set([...codes].flatMap((code) => [...code.replaceAll("-", "")]));
    expect(signs.size).toBe(32);
    expect(hashCode(KEY, "P-2026-000000", "A")).not.toBe(hashCode(KEY, "P-2026-000001", "A"));
  });

  test("are compared whole", () => {
    expect(sameText("abc", "abc")).toBe(true);
    expect(sameText("abc", "abd")).toBe(false);
    expect(sameText("abc", "abcd")).toBe(false);
  });
});

describe("a form's token", () => {
  const token = { nonce: newNonce(), issued: 1_700_000_000_000 };
  test("is read back for its purpose only", () => {
    const written = writeToken(KEY, "form", token);
    expect(readToken(KEY, "form", written)).toEqual(token);
    expect(readToken(KEY, "other", written)).toBeNull();
    expect(readToken(randomBytes(32), "form", written)).toBeNull();
  });
  test("is nothing once a letter of it was changed", () => {
    const written = writeToken(KEY, "form", token);
    fc.assert(
      fc.property(
        fc.nat(written.length - 1),
        fc.constantFrom("A", "b", "0", ".", ""),
        (at, sign) => {
          const forged = written.slice(0, at) + sign + written.slice(at + 1);
          fc.pre(forged !== written);
          // The last letter of base64 has bits that carry nothing; they are compared as text.
          expect(readToken(KEY, "form", forged)).toBeNull();
        },
      ),
    );
  });
});

describe("the limit", () => {
  test("counts a window at a time, and tells how long to wait", () => {
    let now = 0;
    const limit = createLimiter({ most: 2, ms: 60_000 }, () => now);
    expect([limit.take("a"), limit.take("a"), limit.take("a")]).toEqual([0, 0, 60]);
    expect(limit.take("b")).toBe(0);
    now = 45_000;
    expect(limit.wait("a")).toBe(15);
    now = 60_000;
    expect(limit.take("a")).toBe(0);
  });
  test("remembers no more keys than it may", () => {
    const limit = createLimiter({ most: 1, ms: 60_000, keys: 10 }, () => 0);
    for (let key = 0; key < 1000; key += 1) limit.take(String(key));
    expect(limit.wait("999")).toBe(60);
    expect(limit.wait("0")).toBe(0);
  });
  test("takes an IPv6 network for one", () => {
    expect(networkOf("192.0.2.1")).toBe("192.0.2.1");
    expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe(networkOf("2001:db8:1:2::9"));
    expect(networkOf("2001:db8:1:2::9")).not.toBe(networkOf("2001:db8:1:3::9"));
  });
});

describe("the gate", () => {
  test("lets so many in at a time, each once, also when one of them fails", async () => {
    const through = createGate(2);
    let inside = 0;
    let most = 0;
    const work = async (fails: boolean): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      if (fails) throw new Error("no");
    };
    const all = Array.from({ length: 20 }, (_, index) => through(() => work(index % 3 === 0)));
    const ended = await Promise.allSettled(all);
    expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(7);
    expect([most, inside]).toEqual([2, 0]);
  });
});
