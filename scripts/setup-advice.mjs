// @ts-check

/** What `npm ci` wrote when it failed, and what to do about it. The first that fits is told. */
const CAUSES = [
  {
    sign: /ENOSPC|no space left/i,
    advice: "Penyimpanan penuh. Sediakan ruang sedikitnya 2 GB, lalu jalankan lagi.",
  },
  {
    sign: /\b407\b|proxy/i,
    advice:
      "Proksi jaringan menolak. Atur alamatnya: npm config set proxy http://ALAMAT:PORTA, " +
      "lalu jalankan lagi.",
  },
  {
    sign: /CERT|certificate|SSL/,
    advice:
      "Sertifikat jaringan tidak dikenal. Minta berkas sertifikat kantor kepada pengelola jaringan, " +
      "atur: npm config set cafile BERKAS, lalu jalankan lagi.",
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/,
    advice:
      "Server paket npm tidak terjangkau. Periksa sambungan internet, lalu jalankan lagi; " +
      "yang sudah terunduh tidak diunduh ulang.",
  },
  {
    sign: /EACCES|EPERM|EROFS|EBUSY/,
    advice:
      "Folder Lajur tidak dapat ditulis. Tutup program yang memakainya, atau pindahkan ke folder " +
      "milik Anda sendiri, lalu jalankan lagi.",
  },
  {
    sign: /EINTEGRITY/,
    advice: "Unduhan rusak di jalan. Jalankan: npm cache clean --force, lalu ulangi.",
  },
  {
    sign: /EUSAGE|in sync|ETARGET|E404/,
    advice:
      "package.json dan package-lock.json tidak cocok atau memuat paket yang tidak ada. " +
      "Ambil ulang salinan Lajur yang utuh.",
  },
];

/**
 * A sentence for people, and the end of npm's own words for whoever helps them.
 * @param {string} log
 */
export function adviceFor(log) {
  const known = CAUSES.find((cause) => cause.sign.test(log));
  const advice = known?.advice ?? "Baca pesan npm di bawah ini, lalu jalankan lagi.";
  const words = log.trim().split("\n").slice(-12).join("\n");
  return `Paket tidak dapat dipasang. ${advice}\n${words}`;
}
