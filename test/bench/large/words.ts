import type { Item, Requester } from "#shared/request/model.ts";
import type { Random } from "./random.ts";

/** Made-up words of a made-up regency; no person, office or address of them exists. */

const TOPICS = [
  "produksi padi",
  "luas panen jagung",
  "jumlah penduduk",
  "angka kemiskinan",
  "penerima bantuan sosial",
  "sekolah dan guru",
  "fasilitas kesehatan",
  "tenaga kesehatan",
  "jalan kabupaten",
  "usaha mikro",
  "kunjungan wisatawan",
  "populasi ternak",
  "produksi perikanan",
  "curah hujan",
  "angka pengangguran",
  "pajak daerah",
  "menara telekomunikasi",
  "akses internet desa",
  "sanitasi rumah tangga",
  "harga bahan pokok",
] as const;
const AREAS = ["per kecamatan", "per desa", "per tahun", "per bulan", "menurut jenis kelamin"];
const WORDS =
  `permohonan data pemohon kecamatan kelurahan statistik sektoral walidata produsen metadata
  kegiatan tahun anggaran dokumen terlampir kami sampaikan berdasarkan ketentuan peraturan
  mengenai informasi publik pelayanan kabupaten dinas bidang laporan rekapitulasi hasil
  verifikasi validasi indikator variabel periode satuan ketersediaan penyusunan perencanaan
  pembangunan evaluasi penelitian mahasiswa lembaga instansi perangkat daerah koordinasi
  konfirmasi penyebarluasan pemutakhiran kualitas standar kode referensi induk portal satu
  penyampaian tindak lanjut rapat surat nomor tanggal perihal dengan hormat untuk kepada
  yang dan dari pada dalam sebagai oleh agar telah akan dapat tidak belum sudah masih segera
  menyampaikan memohon dimohon disampaikan dilampirkan ditindaklanjuti diperiksa disetujui
  pertanian kesehatan pendidikan kependudukan pariwisata perikanan peternakan perdagangan
  sumber alamat lokasi wilayah peta citra survei sensus responden sampel kuesioner petugas`
    .split(/\s+/)
    .filter(Boolean);
const SYLLABLES = "ba bi da de ga ha ka la li ma mi na ni pa ra ri sa si ta ti wa ya".split(" ");
const PRODUCERS = ["Pertanian", "Kesehatan", "Pendidikan", "Sosial", "Perhubungan", "Pariwisata"];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `least` to `most` words in sentences of 6 to 16. */
export function prose(random: Random, least: number, most: number): string {
  const parts: string[] = [];
  let rest = random.between(least, most);
  while (rest > 0) {
    const length = Math.min(rest, random.between(6, 16));
    const words = Array.from({ length }, () => random.pick(WORDS));
    parts.push(`${capital(words.join(" "))}.`);
    rest -= length;
  }
  return parts.join(" ");
}

export const subject = (random: Random): string =>
  `Data ${random.pick(TOPICS)} ${random.pick(AREAS)}`;

export const producer = (random: Random): string =>
  `Dinas ${random.pick(PRODUCERS)} Kabupaten Contoh`;

export function items(random: Random): Item[] {
  return Array.from({ length: random.between(1, 3) }, () => {
    const from = random.between(2010, 2022);
    return {
      name: capital(`${random.pick(TOPICS)} ${random.pick(AREAS)}`),
      period: `${from}–${from + random.between(1, 4)}`,
      unit: random.pick(["orang", "unit", "ton", "hektare", "persen"]),
      format: random.pick(["Excel", "PDF", "CSV"]),
    };
  });
}

const name = (random: Random): string =>
  Array.from({ length: 2 }, () =>
    capital(Array.from({ length: random.between(2, 3) }, () => random.pick(SYLLABLES)).join("")),
  ).join(" ");

/** Some ask again and again, as agencies do; most come once. */
export function requester(random: Random): Requester {
  const kind = random.pick(["individual", "student", "agency", "institution"] as const);
  const office = random.chance(0.5) ? producer(random) : `Lembaga Contoh ${random.between(1, 400)}`;
  const isOffice = kind === "agency" || kind === "institution";
  return {
    kind,
    name: isOffice ? office : `${name(random)} Contoh`,
    identity: isOffice ? "" : `99${String(random.between(0, 1e9)).padStart(14, "0")}`,
    institution: kind === "student" ? `Universitas Contoh ${random.between(1, 40)}` : "",
    address: `Jalan Contoh Nomor ${random.between(1, 900)}, Contoh`,
    phone: `0800-0000-${String(random.between(0, 9999)).padStart(4, "0")}`,
    email: `pemohon${random.between(1, 90_000)}@contoh.example`,
  };
}
