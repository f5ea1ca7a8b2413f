import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSealed, sealBody } from "#shared/privacy/sealed.ts";
import { type Requester, requesterSchema } from "#shared/request/model.ts";

const digest = "a".repeat(64);
const ayu = requesterSchema.parse({
  kind: "student",
  name: "Ayu Contoh",
  identity: "3520 1122 3344 5566",
  phone: "0812-0000-1111",
  email: "ayu@contoh.id",
  address: "Jalan Merdeka 1\nContoh",
});
const known = [{ digest, requester: ayu }];
const read = (one: string): Requester | null => (one === digest ? ayu : null);

describe("the requester's words in an event", () => {
  it("are replaced by what they refer to, and come back for whoever may read", () => {
    const body = {
      id: "1",
      how: "kurir",
      to: "Ayu Contoh",
      note: 'Diterima "Ayu Contoh", 0812-0000-1111, di Jalan Merdeka 1\nContoh.',
    };
    const sealed = sealBody(body, known);
    for (const words of ["Ayu", "0812", "Merdeka"]) expect(sealed).not.toContain(words);
    expect(JSON.parse(openSealed(sealed, read, "-"))).toEqual(body);
    expect(JSON.parse(openSealed(sealed, () => null, "(dihapus)"))).toMatchObject({
      to: "(dihapus)",
      note: 'Diterima "(dihapus)", (dihapus), di (dihapus).',
    });
  });

  it("stay where they are a part of another word, or too short to be anybody's", () => {
    const body = { text: "Ayu Contohnya, Bayu Contoh" };
    expect(sealBody(body, known)).toBe(JSON.stringify(body));
    const short = [{ digest, requester: { ...ayu, name: "Ayu" } }];
    expect(sealBody({ text: "Ayu datang" }, short)).toContain("Ayu datang");
  });

  it("are a person's: the name of an office stays, its contact goes", () => {
    const office: Requester = { ...ayu, kind: "agency", name: "Dinas Contoh" };
    const sealed = sealBody({ text: "Dinas Contoh, ayu@contoh.id" }, [
      { digest, requester: office },
    ]);
    expect(sealed).toContain("Dinas Contoh");
    expect(sealed).not.toContain("ayu@");
  });

  it("never change what programs read", () => {
    const named: Requester = { ...ayu, name: "letter", identity: "pickup" };
    const body = {
      id: "letter",
      delivery: "pickup",
      to: ["letter"],
      from: "letter",
      note: "letter",
    };
    const sealed = JSON.parse(sealBody(body, [{ digest, requester: named }])) as typeof body;
    expect({ ...sealed, note: "" }).toEqual({ ...body, note: "" });
    expect(sealed.note).toContain(digest);
  });

  it("come back exactly, whatever was written", () => {
    const piece = fc.oneof(
      fc.constantFrom(ayu.name, ayu.identity, ayu.phone, ayu.email, ayu.address),
      fc.string({ unit: "binary", maxLength: 12 }).filter((text) => !text.includes("⟪")),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(" "));
    const body = fc.record({ note: text, values: fc.dictionary(fc.string(), text) });
    fc.assert(
      fc.property(body, (written) => {
        const sealed = sealBody(written, known);
        expect(JSON.parse(openSealed(sealed, read, "-"))).toEqual(
          JSON.parse(JSON.stringify(written)),
        );
      }),
    );
  });
});
