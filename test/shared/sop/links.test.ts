import { describe, expect, it } from "vitest";
import { linksOf } from "#shared/sop/links.ts";
import { shippedSop, shippedSops } from "../../support/sops.ts";

const others = shippedSops();
const meeting = { id: "rapat", name: "Rapat", office: "Kabupaten Way Kanan" };

describe("links between SOPs", () => {
  it("follow the name that the paper gives under Keterkaitan", () => {
    const links = linksOf(shippedSop("way-kanan-b-distribusi-publikasi"), others);
    expect(links).toEqual([
      {
        text: "SOP Pengumpulan, Analisa, Pengolahan dan Diseminasi Data Sektoral",
        sop: "way-kanan-a-pengumpulan-diseminasi",
        name: "Pengumpulan, Analisa, Pengolahan dan Diseminasi Data Sektoral",
      },
    ]);
  });

  it("lead from every other SOP of Way Kanan to the one that they name", () => {
    for (const sop of others.filter(({ id }) => /^way-kanan-[b-j]/.test(id))) {
      const links = linksOf(sop, others).map((link) => link.sop);
      expect(links, sop.id).toContain("way-kanan-a-pengumpulan-diseminasi");
    }
  });

  it("see through the spellings that the papers mix", () => {
    const sop = shippedSop("way-kanan-b-distribusi-publikasi");
    const spelled = {
      id: "x",
      office: "Kabupaten Contoh",
      name: "Pengumpulan Analisis Pengolahan & Desiminasi Data Sektorial",
    };
    expect(linksOf(sop, [spelled]).map((link) => link.sop)).toEqual(["x"]);
  });

  it("come with an SOP of that name: SOP Rapat in Keterangan", () => {
    const naming = others.filter(({ steps }) => steps.some(({ note }) => note === "SOP Rapat"));
    expect(naming.length).toBeGreaterThan(0);
    for (const sop of naming) {
      const texts = (known: Parameters<typeof linksOf>[1]) =>
        linksOf(sop, known).map((link) => link.text);
      expect(texts(others)).not.toContain("SOP Rapat");
      expect(texts([...others, meeting])).toContain("SOP Rapat");
      expect(linksOf(sop, [...others, meeting])).toContainEqual({
        text: "SOP Rapat",
        sop: "rapat",
        name: "Rapat",
      });
    }
  });

  it("prefer an SOP of the same office, and never lead to the SOP itself", () => {
    const sop = { ...shippedSop("way-kanan-b-distribusi-publikasi") };
    sop.identity = { ...sop.identity!, related: ["SOP Rapat"] };
    const elsewhere = { ...meeting, id: "rapat-lain", office: "Kabupaten Contoh" };
    expect(linksOf(sop, [elsewhere, meeting])[0]?.sop).toBe("rapat");
    expect(linksOf(sop, [elsewhere])[0]?.sop).toBe("rapat-lain");
    expect(linksOf(sop, [{ ...meeting, id: sop.id }])).toEqual([]);
  });

  it("need the word SOP before the name, and something after it", () => {
    const sop = { ...shippedSop("magetan-permintaan-data") };
    sop.identity = { ...sop.identity!, related: ["Rapat", "SOP", "SOP  Rapat", "Buku Rapat"] };
    expect(linksOf(sop, [meeting]).map((link) => link.text)).toEqual(["SOP  Rapat"]);
    expect(linksOf(sop, [{ ...meeting, name: "SOP" }])).toEqual([]);
  });
});
