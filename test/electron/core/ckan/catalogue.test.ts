import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { intake } from "../../../support/core.ts";
import { type Office, openOffice } from "./office.ts";

let office: Office;
afterEach(() => office.dispose());

async function titlesOf(words: string, filter: { organization?: string; format?: string } = {}) {
  const { rows } = await office.lajur.call("catalogue.find", { words, ...filter });
  return rows.map(({ title }) => title);
}

describe("the portal's catalogue", () => {
  beforeEach(async () => {
    office = await openOffice();
    await office.join();
  });

  it("is read whole and found without a line, by other forms of a word too", async () => {
    office.server.add({
      name: "jumlah-penduduk",
      title: "Jumlah Penduduk menurut Kecamatan",
      notes: "Hasil registrasi kependudukan.",
      owner_org: "diskominfo",
      resources: [
        {
          id: "r1",
          name: "penduduk.csv",
          format: "csv",
          hash: "",
          size: 1,
          url: "javascript:alert(1)",
          description: "",
          arrived: "",
        },
      ],
    });
    office.server.add({ name: "produksi-padi", title: "Produksi Padi", tags: [] });
    const state = await office.lajur.call("ckan.refresh", {});
    expect(state.catalogue).toMatchObject({ datasets: 2, complete: true, failure: null });
    await office.server.close();
    expect(await titlesOf("kependudukan")).toEqual(["Jumlah Penduduk menurut Kecamatan"]);
    expect(await titlesOf("padi -jumlah")).toEqual(["Produksi Padi"]);
    expect(await titlesOf("")).toHaveLength(2);
    expect(await titlesOf("", { format: "CSV" })).toEqual(["Jumlah Penduduk menurut Kecamatan"]);
    expect(await titlesOf("produksi", { organization: "Dinas Pertanian" })).toHaveLength(1);
    const facets = await office.lajur.call("catalogue.facets", {});
    expect(facets.formats).toEqual([{ name: "CSV", count: 1 }]);
    const { rows } = await office.lajur.call("catalogue.find", { words: "penduduk" });
    const found = await office.lajur.call("catalogue.get", { id: rows[0]?.id ?? "" });
    expect(found).toMatchObject({
      organization: "Dinas Komunikasi dan Informatika",
      notes: "Hasil registrasi kependudukan.",
      resources: [{ format: "CSV", url: "" }],
    });
  });

  it("takes quotes, operators and markup as text", async () => {
    office.server.add({ name: "a", title: `<script>alert("x")</script> '; DROP TABLE event` });
    await office.lajur.call("ckan.refresh", {});
    for (const words of ['"drop table"', "NEAR(alert", "a* OR b", "';--", "script AND NOT x("]) {
      await office.lajur.core.call("catalogue.find", { words }, { origin: "console", user: null });
    }
    expect(await titlesOf("drop table")).toHaveLength(1);
  });

  it("reads only what changed since, and drops what is gone or hidden", async () => {
    const kept = office.server.add({ name: "tetap", title: "Tetap" });
    const gone = office.server.add({ name: "hilang", title: "Hilang" });
    const hidden = office.server.add({ name: "tutup", title: "Ditutup" });
    await office.lajur.call("ckan.refresh", {});
    office.server.datasets.delete(gone.id);
    hidden.private = true;
    kept.title = "Tetap, diperbarui";
    kept.metadata_modified = new Date().toISOString().slice(0, -1);
    const before = office.server.calls.length;
    await office.lajur.call("ckan.refresh", {});
    expect(await titlesOf("")).toEqual(["Tetap, diperbarui"]);
    const calls = office.server.calls.slice(before).map(({ action }) => action);
    expect(calls.filter((action) => action === "package_search")).toHaveLength(1);
    expect(calls.filter((action) => action === "package_list")).toHaveLength(1);
  });

  it("keeps nobody's name or address of the catalogue", async () => {
    office.server.add({ name: "a", title: "A" });
    await office.lajur.call("ckan.refresh", {});
    const { rows } = await office.lajur.call("catalogue.find", {});
    const found = await office.lajur.call("catalogue.get", { id: rows[0]?.id ?? "" });
    expect(JSON.stringify(found)).not.toMatch(/pembuat/i);
  });
});

describe("reading a large catalogue", () => {
  const COUNT = 700;
  beforeEach(async () => {
    office = await openOffice({ rowsMax: 100 });
    await office.join();
    for (let no = 0; no < COUNT; no += 1) {
      office.server.add({ name: `dataset-${no}`, title: `Dataset nomor ${no}` });
    }
  });

  it("goes on where it was cut off, although the portal gives less than is asked for", async () => {
    let searches = 0;
    office.server.break(({ action }) => {
      if (action === "package_search") searches += 1;
      return action === "package_search" && searches === 4 ? "cut" : null;
    });
    const refused = await office.lajur.refusal("ckan.refresh", {});
    expect(refused.code).toBe("ckan_offline");
    expect(await titlesOf("")).not.toHaveLength(0);
    expect((await office.lajur.call("ckan.state", {})).catalogue).toMatchObject({
      datasets: 300,
      complete: false,
    });
    await office.reopen();
    office.server.break(() => null);
    searches = 0;
    const before = office.server.calls.length;
    await office.lajur.call("ckan.refresh", {});
    const again = office.server.calls.slice(before);
    expect(again.filter(({ action }) => action === "package_search")).toHaveLength(4);
    expect((await office.lajur.call("ckan.state", {})).catalogue.datasets).toBe(COUNT);
  });

  it("is stopped, and goes on", async () => {
    let seen = 0;
    office.server.break(({ action }) => {
      if (action !== "package_search") return null;
      seen += 1;
      if (seen === 3) void office.lajur.call("ckan.stop", {});
      return { slow: 5 };
    });
    const refused = await office.lajur.refusal("ckan.refresh", {});
    expect(refused.code).toBe("ckan_stopped");
    const { catalogue } = await office.lajur.call("ckan.state", {});
    expect(catalogue).toMatchObject({ failure: null, running: null });
    expect(catalogue.datasets).toBeLessThan(COUNT);
    office.server.break(() => null);
    await office.lajur.call("ckan.refresh", {});
    expect((await office.lajur.call("ckan.state", {})).catalogue.datasets).toBe(COUNT);
  });
});

describe("data that is on the portal already", () => {
  beforeEach(async () => {
    office = await openOffice();
    await office.join();
    office.server.add({ name: "produksi-padi", title: "Produksi Padi per Kecamatan" });
    office.server.add({ name: "luas-panen", title: "Luas Panen Padi dan Palawija" });
    office.server.add({ name: "jumlah-sekolah", title: "Jumlah Sekolah per Kecamatan" });
    await office.lajur.call("ckan.refresh", {});
  });

  it("is offered for each row by its name", async () => {
    const request = await office.request();
    const { items, branch } = await office.lajur.call("catalogue.matches", { request: request.id });
    expect(items.map(({ no, datasets }) => [no, datasets[0]?.name])).toEqual([
      [1, "produksi-padi"],
      [2, "luas-panen"],
    ]);
    expect(branch).toBeNull();
  });

  it("is recorded with its link where the step decides something else", async () => {
    const request = await office.request();
    const { items } = await office.lajur.call("catalogue.matches", { request: request.id });
    const dataset = items[0]?.datasets[0]?.id ?? "";
    const used = await office.lajur.call("catalogue.use", {
      request: request.id,
      items: [{ no: 1, dataset }],
    });
    expect(used.completed).toBeNull();
    const after = await office.lajur.call("request.get", { id: request.id });
    expect(after.items[0]).toMatchObject({
      availability: "available",
      availabilityNote: `Produksi Padi per Kecamatan, ${office.server.url}/dataset/produksi-padi`,
    });
    expect(after.current?.step).toBe(request.current?.step);
    const left = await office.lajur.call("catalogue.matches", { request: request.id });
    expect(left.items.map(({ no }) => no)).toEqual([2]);
    const early = await office.lajur.refusal("catalogue.use", {
      request: request.id,
      items: [{ no: 1, dataset }],
      complete: true,
    });
    expect(early.code).toBe("dataset_no_branch");
  });

  it("ends Ogan Ilir's SOP as a download, with the links in the step's note", async () => {
    const request = await office.request({}, { sop: "ogan-ilir-pemanfaatan-data" });
    const { items, branch } = await office.lajur.call("catalogue.matches", { request: request.id });
    expect(branch).toBe("Tersedia");
    const chosen = items.map(({ no, datasets }) => ({ no, dataset: datasets[0]?.id ?? "" }));
    const early = await office.lajur.refusal("catalogue.use", {
      request: request.id,
      items: chosen.slice(0, 1),
      complete: true,
    });
    expect(early.code).toBe("dataset_rows_left");
    const used = await office.lajur.call("catalogue.use", {
      request: request.id,
      items: chosen,
      complete: true,
    });
    expect(used.completed).toEqual({ step: 1, branch: "Tersedia" });
    const after = await office.lajur.call("request.get", { id: request.id });
    expect(after).toMatchObject({ status: "ended", outcome: "unduh-langsung" });
    expect(after.visits[0]?.note).toContain(`${office.server.url}/dataset/produksi-padi`);
    expect(after.visits[0]?.note).toContain(`${office.server.url}/dataset/luas-panen`);
  });

  it("takes Banyuwangi's branch Tersedia at the step that checks", async () => {
    const request = await office.request({}, { ...intake, sop: "banyuwangi-permintaan-data" });
    for (const step of [1, 2]) {
      await office.lajur.call("step.complete", { request: request.id, step });
    }
    const { items, branch } = await office.lajur.call("catalogue.matches", { request: request.id });
    expect(branch).toBe("Tersedia");
    const used = await office.lajur.call("catalogue.use", {
      request: request.id,
      items: items.map(({ no, datasets }) => ({ no, dataset: datasets[0]?.id ?? "" })),
      complete: true,
    });
    expect(used.completed).toEqual({ step: 3, branch: "Tersedia" });
  });
});
