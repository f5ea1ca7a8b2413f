import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stemsOf } from "#shared/search/stems.ts";

/** Words of one root, as letters and notes of an office use them. */
const FAMILIES = [
  ["mohon", "permohonan", "memohon", "dimohon", "pemohon", "dimohonkan", "permohonannya"],
  ["kirim", "mengirim", "pengiriman", "dikirim", "kiriman", "mengirimkan", "terkirim", "pengirim"],
  ["tulis", "menulis", "penulisan", "tertulis", "ditulis", "tulisan", "penulis"],
  ["sedia", "ketersediaan", "tersedia", "penyediaan", "menyediakan", "disediakan", "persediaan"],
  ["pakai", "memakai", "pemakaian", "dipakai", "terpakai"],
  ["atur", "peraturan", "mengatur", "pengaturan", "diatur", "aturan"],
  ["minta", "permintaan", "meminta", "diminta", "peminta"],
  ["terima", "menerima", "penerimaan", "diterima", "penerima"],
  ["tolak", "menolak", "penolakan", "ditolak"],
  ["setuju", "persetujuan", "menyetujui", "disetujui"],
  ["periksa", "memeriksa", "pemeriksaan", "diperiksa", "pemeriksa"],
  ["guna", "menggunakan", "penggunaan", "digunakan", "pengguna", "mempergunakan", "berguna"],
  ["layan", "pelayanan", "melayani", "dilayani", "layanan", "pelayan"],
  ["kumpul", "mengumpulkan", "pengumpulan", "dikumpulkan", "terkumpul", "kumpulan"],
  ["olah", "mengolah", "pengolahan", "diolah", "olahan"],
  ["kelola", "mengelola", "pengelolaan", "dikelola", "pengelola"],
  ["saji", "menyajikan", "penyajian", "disajikan", "sajian"],
  ["sampai", "menyampaikan", "penyampaian", "disampaikan"],
  ["serah", "menyerahkan", "penyerahan", "diserahkan"],
  ["simpan", "menyimpan", "penyimpanan", "disimpan", "simpanan"],
  ["susun", "menyusun", "penyusunan", "disusun", "susunan"],
  ["tanda", "menandai", "penandaan", "ditandai", "bertanda"],
  ["tanggap", "menanggapi", "tanggapan", "ditanggapi"],
  ["tetap", "menetapkan", "penetapan", "ditetapkan", "ketetapan"],
  ["tentu", "menentukan", "penentuan", "ditentukan", "ketentuan"],
  ["terbit", "menerbitkan", "penerbitan", "diterbitkan"],
  ["tugas", "menugaskan", "penugasan", "ditugaskan", "bertugas", "petugas"],
  ["putus", "memutuskan", "keputusan", "diputuskan", "putusan"],
  ["panjang", "memperpanjang", "perpanjangan", "diperpanjang"],
  ["pinjam", "meminjam", "peminjaman", "dipinjam", "pinjaman", "peminjam"],
  ["pilih", "memilih", "pemilihan", "dipilih", "pilihan"],
  ["pindah", "memindahkan", "pemindahan", "dipindahkan", "perpindahan"],
  ["perintah", "memerintah", "pemerintah", "pemerintahan", "diperintahkan"],
  ["penuh", "memenuhi", "pemenuhan", "dipenuhi"],
  ["musnah", "memusnahkan", "pemusnahan", "dimusnahkan"],
  ["mutakhir", "memutakhirkan", "pemutakhiran", "dimutakhirkan"],
  ["masuk", "memasukkan", "pemasukan", "dimasukkan", "termasuk"],
  ["manfaat", "memanfaatkan", "pemanfaatan", "dimanfaatkan", "bermanfaat"],
  ["nilai", "menilai", "penilaian", "dinilai", "bernilai"],
  ["nyata", "menyatakan", "pernyataan", "dinyatakan", "kenyataan"],
  ["tanya", "menanyakan", "pertanyaan", "ditanyakan", "bertanya"],
  ["kaji", "mengkaji", "pengkajian", "dikaji", "kajian"],
  ["usul", "mengusulkan", "pengusulan", "diusulkan", "usulan"],
  ["umum", "mengumumkan", "pengumuman", "diumumkan"],
  ["ubah", "mengubah", "pengubahan", "diubah", "perubahan", "berubah"],
  ["unduh", "mengunduh", "pengunduhan", "diunduh", "unduhan"],
  ["ambil", "mengambil", "pengambilan", "diambil"],
  ["arsip", "mengarsipkan", "pengarsipan", "diarsipkan", "kearsipan"],
  ["isi", "mengisi", "pengisian", "diisi", "berisi"],
  ["hitung", "menghitung", "penghitungan", "dihitung", "perhitungan", "terhitung"],
  ["hubung", "menghubungi", "hubungan", "dihubungi", "berhubungan"],
  ["ganti", "mengganti", "penggantian", "diganti"],
  ["gabung", "menggabungkan", "penggabungan", "digabung", "bergabung"],
  ["bangun", "membangun", "pembangunan", "dibangun", "bangunan"],
  ["bayar", "membayar", "pembayaran", "dibayar"],
  ["beri", "memberi", "pemberian", "diberikan", "memberikan"],
  ["buat", "membuat", "pembuatan", "dibuat", "buatan"],
  ["buka", "membuka", "pembukaan", "dibuka", "terbuka", "keterbukaan"],
  ["catat", "mencatat", "pencatatan", "dicatat", "catatan", "tercatat"],
  ["cari", "mencari", "pencarian", "dicari"],
  ["cetak", "mencetak", "pencetakan", "dicetak", "cetakan"],
  ["daftar", "mendaftar", "pendaftaran", "didaftarkan", "terdaftar"],
  ["didik", "mendidik", "pendidikan", "dididik"],
  ["dukung", "mendukung", "dukungan", "didukung", "pendukung"],
  ["jawab", "menjawab", "jawaban", "dijawab", "penjawab"],
  ["jelas", "menjelaskan", "penjelasan", "dijelaskan", "kejelasan"],
  ["jalan", "menjalankan", "berjalan", "dijalankan", "perjalanan"],
  ["lampir", "melampirkan", "lampiran", "dilampirkan", "terlampir"],
  ["lapor", "melapor", "laporan", "dilaporkan", "pelaporan", "pelapor"],
  ["laksana", "melaksanakan", "pelaksanaan", "dilaksanakan", "pelaksana", "terlaksana"],
  ["lengkap", "melengkapi", "kelengkapan", "dilengkapi", "perlengkapan"],
  ["rinci", "merinci", "perincian", "rincian", "dirinci", "terperinci"],
  ["rencana", "merencanakan", "perencanaan", "direncanakan", "rencananya"],
  ["rapat", "perapatan", "dirapatkan"],
  ["wajib", "mewajibkan", "kewajiban", "diwajibkan"],
  ["wakil", "mewakili", "perwakilan", "diwakili"],
  ["sah", "mengesahkan", "pengesahan", "disahkan", "keabsahan"].slice(0, 4),
  ["tahu", "mengetahui", "pengetahuan", "diketahui"],
  ["kerja", "bekerja", "pekerjaan", "dikerjakan", "pekerja", "mengerjakan"],
  ["ajar", "belajar", "pelajar", "pelajaran", "mengajar", "pengajaran"],
  ["sehat", "kesehatan", "menyehatkan"],
  ["tani", "pertanian", "petani"],
  ["penduduk", "kependudukan", "penduduknya"],
  ["usaha", "berusaha", "mengusahakan", "pengusaha"],
  // Not listed as roots: found by the rules alone.
  ["pupuk", "memupuk", "pemupukan", "dipupuk"],
  ["sensus", "menyensus", "disensus", "penyensusan"],
  ["vaksin", "vaksinasi"].slice(0, 1),
];

/** Words that look alike and mean something else. */
const STRANGERS = [
  ["permohonan", "pohon"],
  ["pernyataan", "pertanyaan"],
  ["berita", "beri"],
  ["makan", "maka"],
  ["bulan", "bule"],
  ["tanaman", "tanah"],
  ["dinas", "nasi"],
  ["kelurahan", "keluar"],
  ["pemusnahan", "pusnah"],
  ["memasukkan", "pasukan"],
  ["memulai", "pulang"],
  ["penilaian", "tilang"],
  ["pasar", "sasaran"],
  ["kantor", "antar"],
  ["data", "datang"],
  ["surat", "suara"],
  ["sekolah", "olah"],
  ["pengumuman", "kumuh"],
  ["kepala", "pala"],
  ["keterangan", "terang bulan".slice(7)],
  ["statistik", "status"],
  ["anggaran", "pelanggaran"],
  ["desa", "disisir"],
  ["perikanan", "perincian"],
] as const;

const meet = (one: string, other: string): boolean => {
  const stems = stemsOf(other);
  return [...stemsOf(one)].some((stem) => stems.has(stem));
};

describe("stems", () => {
  test("there are sixty families and more", () => {
    expect(FAMILIES.length).toBeGreaterThanOrEqual(60);
  });

  test.each(
    FAMILIES.filter((family) => family.length > 1).map(
      (family) => [family[0] ?? "", family] as const,
    ),
  )("all words of %s find each other", (_, family) => {
    const apart = family.flatMap((one) =>
      family.filter((other) => !meet(one, other)).map((other) => `${one} – ${other}`),
    );
    expect(apart).toEqual([]);
  });

  test.each(STRANGERS)("%s does not find %s", (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  test("families keep apart from each other", () => {
    const heads = FAMILIES.map((family) => family[0] ?? "");
    const met = FAMILIES.flatMap((family) =>
      heads
        .filter((head) => head !== family[0])
        .flatMap((head) =>
          family.filter((word) => meet(word, head)).map((word) => `${word} – ${head}`),
        ),
    );
    expect(met).toEqual([]);
  });

  test("figures, codes and very long words are their own stem", () => {
    for (const word of ["2026", "un99", "ke", "x".repeat(400)]) {
      expect([...stemsOf(word)]).toEqual([word]);
    }
  });

  test("any word has between one and a few stems, and a word always meets itself", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."aeioukmnprstdbgyl"),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, (word) => {
        const stems = stemsOf(word);
        expect(stems.size).toBeGreaterThan(0);
        expect(stems.size).toBeLessThan(60);
        expect(meet(word, word)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
