import type { ParamsIn } from "#shared/contract.ts";
import { demoOffice } from "./office.ts";

/** How a letter goes down the made-up office: each one passes on what the one before gave. */
type DemoLink = Omit<ParamsIn<"disposition.give">, "request" | "parent" | "due"> & {
  /** Hours after registration. */
  hours: number;
  /** Who records it, by the place among the users. */
  by: number;
  /** Working days after registration by which it is to be done. */
  workDays: number;
};

export const demoChain: DemoLink[] = [
  {
    hours: 2,
    by: 0,
    workDays: 5,
    from: demoOffice.head.post,
    to: ["Kepala Bidang Statistik dan Persandian", "Sekretaris Dinas"],
    leads: "Kepala Bidang Statistik dan Persandian",
    instructions: ["Proses lebih lanjut"],
    nature: "urgent",
    note: "Layani sesuai SOP.",
  },
  {
    hours: 3,
    by: 2,
    workDays: 4,
    from: "Kepala Bidang Statistik dan Persandian",
    to: ["Kepala Seksi Statistik Sektoral"],
    instructions: ["Koordinasi/konfirmasikan", "Pastikan kepada produsen data"],
    nature: "urgent",
    note: "",
  },
  {
    hours: 4,
    by: 1,
    workDays: 3,
    from: "Kepala Seksi Statistik Sektoral",
    to: ["Staf Statistik"],
    instructions: ["Proses lebih lanjut"],
    nature: "urgent",
    note: "Siapkan sesuai daftar, perhatikan data yang dikecualikan.",
  },
];

/** Who is done, and with which disposition of the chain. */
export const demoReports = [
  {
    hours: 76,
    by: 0,
    link: 2,
    recipient: "Staf Statistik",
    text: "Data disiapkan sesuai daftar. Dua kecamatan masih menunggu rilis.",
  },
  {
    hours: 78,
    by: 1,
    link: 1,
    recipient: "Kepala Seksi Statistik Sektoral",
    text: "Sudah dipastikan kepada produsen data.",
  },
];
