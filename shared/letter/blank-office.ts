import { type Office, OFFICE_DEFAULTS } from "#shared/office.ts";

const DOTS = "………………………………";

/**
 * Stands in for a profile that has not been filled in, so that a paper can be seen with dotted lines
 * to fill by hand. Nothing gets a number while it does.
 */
export const BLANK_OFFICE: Office = {
  government: "PEMERINTAH KABUPATEN …………………",
  name: "DINAS KOMUNIKASI DAN INFORMATIKA",
  address: DOTS,
  phone: "",
  email: "",
  website: "",
  place: "…………………",
  zone: "WIB",
  logo: "",
  head: { post: "Kepala Dinas", name: DOTS, rank: "", nip: "" },
  letterPattern: "{nomor}",
  ...OFFICE_DEFAULTS,
  recipients: [],
  instructions: [],
  sheetDots: false,
  objection: "",
};
