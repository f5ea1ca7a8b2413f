/** Made-up in-house work, told as days before today and how far each has come. */
export type DemoWork = {
  sop: string;
  subject: string;
  daysAgo: number;
  /** Months before the present one that a recurring run is for; null for work that does not recur. */
  monthsBack: number | null;
  /** The last step that is completed, and what is decided at each decision on the way. */
  until: number;
  branch: string;
};

export const demoWork: DemoWork[] = [
  {
    sop: "way-kanan-i-penjaminan-kualitas",
    subject: "Penjaminan kualitas data statistik sektoral",
    daysAgo: 24,
    monthsBack: 1,
    until: 19,
    branch: "",
  },
  {
    sop: "banyuwangi-diseminasi-data",
    subject: "Infografis produksi padi triwulan III",
    daysAgo: 3,
    monthsBack: null,
    until: 3,
    branch: "Setuju",
  },
];
