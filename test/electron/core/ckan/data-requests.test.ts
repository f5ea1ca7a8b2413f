import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../../../support/ckan-server.ts";
import { type Office, openOffice } from "./office.ts";

const MAGETAN = "magetan-permintaan-data";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.join();
});
afterEach(() => office.dispose());

async function take(title = "Data harga cabai") {
  const asked = office.server.ask({ title, description: "Untuk skripsi." });
  await office.lajur.call("ckan.refresh", {});
  const { rows } = await office.lajur.call("datarequest.list", {});
  const row = rows.find(({ id }) => id === asked.id);
  const params = {
    id: asked.id,
    sop: MAGETAN,
    requester: { name: row?.asker ?? "" },
    subject: title,
    item: title,
  };
  return { asked, params, taken: await office.lajur.call("datarequest.take", params) };
}

describe("data requests on the portal", () => {
  it("are read in, taken over once, and the asker's name is kept with the request alone", async () => {
    const { asked, params, taken } = await take();
    const request = await office.lajur.call("request.get", { id: taken.request });
    expect(request).toMatchObject({
      subject: "Data harga cabai",
      purpose: "Untuk skripsi.",
      requester: { name: "Warga Contoh" },
      items: [{ name: "Data harga cabai" }],
    });
    expect(await office.lajur.call("datarequest.take", params)).toEqual(taken);
    await office.lajur.call("ckan.refresh", {});
    const { rows, supported } = await office.lajur.call("datarequest.list", {});
    expect(supported).toBe(true);
    expect(rows).toMatchObject([{ id: asked.id, asker: "", request: { number: taken.number } }]);
    expect((await office.lajur.call("ckan.state", {})).requests).toBe(0);
  });

  it("are answered with a dataset and the registration number, and closed", async () => {
    const { asked, taken } = await take();
    const dataset = office.server.add({ name: "harga-cabai", title: "Harga Cabai" });
    await office.lajur.call("datarequest.answer", {
      request: taken.request,
      dataset: "harga-cabai",
      comment: "Data sudah terbit.",
    });
    expect((await office.idle()).jobs).toEqual([]);
    expect(office.server.dataRequests.get(asked.id)).toMatchObject({
      closed: true,
      accepted_dataset_id: dataset.id,
      comments: [`[${taken.number}] Data sudah terbit.`],
    });
    const state = await office.lajur.call("datarequest.state", { request: taken.request });
    expect(state?.answered).toMatchObject({
      dataset: `${office.server.url}/dataset/harga-cabai`,
      comment: `[${taken.number}] Data sudah terbit.`,
    });
    const again = await office.lajur.refusal("datarequest.answer", {
      request: taken.request,
      comment: "Lagi",
    });
    expect(again.code).toBe("datarequest_answered");
  });

  const ways: readonly Fault[] = ["cut", "lost", "half", "500", "html"];
  for (const way of ways) {
    it(`are answered once, whatever breaks on the way: ${JSON.stringify(way)}`, async () => {
      for (let at = 0; at < 4; at += 1) {
        const { asked, taken } = await take(`Permintaan ${at}`);
        const begun = office.server.calls.length;
        office.server.break((_, index) => (index === begun + at ? way : null));
        await office.lajur.call("datarequest.answer", {
          request: taken.request,
          comment: "Silakan datang.",
        });
        for (let turn = 0; turn < 3; turn += 1) {
          const { jobs } = await office.idle();
          if (jobs.length === 0) break;
          await office.reopen();
          await office.lajur.call("ckan.retry", { job: jobs[0]?.id ?? "" });
        }
        office.server.break(() => null);
        const there = office.server.dataRequests.get(asked.id);
        expect(there?.closed).toBe(true);
        expect(there?.comments).toHaveLength(1);
      }
    });
  }

  it("are not asked for where the portal has none", async () => {
    await office.dispose();
    office = await openOffice({ extensions: ["datastore"] });
    await office.join();
    await office.lajur.call("ckan.refresh", {});
    const { supported, rows } = await office.lajur.call("datarequest.list", {});
    expect([supported, rows]).toEqual([false, []]);
    expect(office.server.counts()["list_datarequests"]).toBeUndefined();
  });
});
