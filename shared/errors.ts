/**
 * Expected failures: a code for programs and a sentence in Bahasa Indonesia for people. Codes are
 * part of the contract; the sentences say what happened, what was kept and what to do.
 */
const SENTENCES = {
  // Input
  params_invalid: "Isian belum benar. Periksa bagian yang ditandai.",
  method_unknown: "Perintah {name} tidak dikenal.",
  json_invalid: "Isian perintah bukan JSON yang benar.",
  text_empty: "Bagian ini wajib diisi.",
  text_too_long: "Isian terlalu panjang.",
  text_control:
    "Isian memuat karakter yang tidak dapat dicetak. Hapus karakter itu atau ketik ulang bagian ini.",
  date_invalid: "Tanggal tidak dikenal. Tulis hari, bulan, dan tahun yang ada di kalender.",
  date_in_future: "Tanggal ini belum tiba. Isi dengan hari ini atau hari sebelumnya.",
  date_in_past: "Tenggat ini sudah lewat. Isi dengan hari ini atau hari sesudahnya.",
  email_invalid: "Alamat pos-el tidak lengkap. Contoh penulisan: nama@contoh.go.id.",
  nip_invalid: "NIP terdiri atas 18 angka.",
  items_empty: "Daftar data masih kosong. Isi sedikitnya satu baris data yang diminta.",
  items_too_many: "Daftar data paling banyak 1.000 baris. Bagi menjadi beberapa permohonan.",
  document_in_house: "Kegiatan internal tidak punya pemohon, jadi surat ini tidak dibuat.",
  requester_in_house: "SOP {name} adalah kegiatan internal, jadi tidak punya pemohon.",
  period_invalid: "Masa ini tidak sesuai dengan SOP {name}. Isi bulan atau tahunnya dengan benar.",
  period_taken: "{name} untuk {period} sudah dicatat dengan nomor {number}.",
  requester_missing: "Isi dahulu siapa pemohonnya. SOP ini melayani pemohon.",
  item_unknown: "Baris {no} tidak ada dalam daftar data yang diminta.",
  recipient_missing: "Pilih sedikitnya satu penerima disposisi.",
  recipient_twice: "{recipient} tertulis dua kali sebagai penerima. Hapus salah satunya.",
  recipient_unknown: "{recipient} bukan penerima disposisi ini. Pilih salah satu penerimanya.",
  reasons_missing: "Alasan penolakan belum diisi. Surat penolakan wajib memuat alasannya.",
  number_taken: "Nomor {number} sudah dipakai surat lain. Pakai nomor lain.",
  pattern_without_number:
    "Pola nomor harus memuat (nomor), nomor urutnya; tanpa itu dua surat bernomor sama.",
  logo_invalid: "Lambang harus berupa gambar PNG atau JPEG, paling besar 1 MB.",

  // What it concerns
  request_unknown: "Permohonan {id} tidak ditemukan dalam arsip ini.",
  sop_unknown: "SOP {id} tidak ditemukan.",
  sop_broken: "SOP dalam berkas {file} rusak dan tidak dipakai. Permohonan lain tidak terganggu.",
  sop_retired: "SOP {name} sudah tidak dipakai. Aktifkan kembali atau pilih SOP lain.",
  sop_has_errors: "SOP belum dapat diterbitkan: masih ada {count} kesalahan. Draf tetap tersimpan.",
  sop_file_unknown: "Berkas {name} bukan Excel (.xlsx), BPMN, atau JSON. Tidak ada yang disimpan.",
  sop_file_too_large:
    "Berkas {name} terlalu besar untuk berkas semacam ini. Tidak ada yang disimpan.",
  draft_unknown: "Draf ini tidak ada lagi di PC ini.",
  draft_exists: "SOP ini sudah punya draf. Lanjutkan atau buang draf itu dahulu.",
  draft_changed:
    "Draf ini sudah diubah di jendela lain. Muat ulang agar perubahan itu tidak hilang.",
  finding_unknown: "Baris {step} tidak punya hal yang perlu dipastikan.",
  book_unknown: "Buku SOP ini tidak ditemukan.",
  book_empty: "Buku ini belum memuat SOP. Pilih sedikitnya satu.",
  step_unknown: "Langkah {step} tidak ada dalam SOP ini.",
  step_already_done: "Langkah {step} sudah diselesaikan. Tidak ada yang dicatat dua kali.",
  step_not_current: "Permohonan sedang berada di langkah {current}, belum di langkah {step}.",
  branch_required: "Pilih dahulu keputusannya: {branches}.",
  branch_unknown: "Keputusan “{branch}” tidak ada. Pilihannya: {branches}.",
  branch_not_allowed: "Langkah {step} bukan keputusan, jadi tidak punya pilihan.",
  clock_paused: "Waktu permohonan ini sedang dihentikan. Jalankan lagi dahulu.",
  clock_runs: "Waktu permohonan ini tidak sedang dihentikan.",
  extension_missing: "Perpanjangan belum dicatat. Catat perpanjangan dan alasannya dahulu.",
  answer_extended: "Jawaban sudah diperpanjang {days} hari kerja. Perpanjangan hanya boleh sekali.",
  objection_unknown: "Keberatan ini tidak ditemukan dalam permohonan.",
  objection_settled: "Keberatan ini sudah dijawab.",
  calendar_broken: "Jam layanan belum benar, {detail} Belum ada yang disimpan.",
  holidays_broken: "Daftar libur belum benar, {detail} Belum ada yang disimpan.",
  request_newer:
    "Permohonan {number} memuat catatan dari Lajur yang lebih baru. Pasang versi terbaru untuk melanjutkannya. Tidak ada yang diubah.",
  request_closed: "Permohonan ini sudah ditutup dan tidak dapat diubah lagi.",
  document_issued: "Surat ini sudah bernomor {number}. Nomor tidak diberikan dua kali.",
  number_not_given: "Nomor {value} belum pernah diberikan, jadi tidak ada yang dapat disisipkan.",
  number_full: "Nomor {value} sudah punya sisipan a sampai z. Pilih nomor lain.",
  number_given: "Nomor {value} sudah diberikan, jadi tidak dilewati.",
  number_ahead: "Nomor {value} belum dilewati. Nomor terakhir di buku ini {last}.",
  entry_unknown: "Nomor {number} tidak ada di buku ini.",
  entry_of_request: "Nomor {number} milik permohonan {request}. Ubah lewat permohonan itu.",
  code_invalid: "Kode klasifikasi ditulis tanpa spasi, misalnya 500.14.4.",
  code_twice: "Kode {code} tertulis dua kali. Hapus salah satunya.",
  letter_unknown: "Surat ini tidak ditemukan dalam permohonan.",
  letter_once: "Surat ini sudah pernah dibuat untuk permohonan ini. Buka yang sudah ada.",
  letter_unnumbered: "Dokumen ini tidak bernomor, jadi tidak masuk buku agenda.",
  letter_without_number: "Surat ini belum bernomor. Beri nomor dahulu.",
  letter_not_checked: "Surat ini tidak sedang menunggu paraf.",
  letter_unchecked: "Surat ini masih menunggu paraf. Nomor diberikan sesudah semua paraf lengkap.",
  letter_void: "Surat nomor {number} sudah dibatalkan.",
  letter_sent: "Surat ini sudah tercatat terkirim.",
  letter_signed: "Surat ini sudah ditandatangani. Berkas bertanda tangan tidak diganti.",
  letter_unsigned: "Surat ini belum ditandatangani. Catat tanda tangannya dahulu.",
  letter_incomplete: "Isian {label} belum diisi. Surat ini belum dapat diberi nomor.",
  checker_twice: "Satu orang memberi paraf satu kali. Pilih orang lain.",
  checker_is_author: "Pembuat konsep tidak memberi paraf pada konsepnya sendiri. Pilih orang lain.",
  checker_other: "Paraf ini bukan giliran Anda.",
  signed_not_pdf:
    "Berkas {name} bukan PDF yang dapat dibaca. Pilih PDF hasil tanda tangan. Tidak ada yang disimpan.",
  signed_locked:
    "Berkas {name} terkunci kata sandi. Simpan tanpa kata sandi, lalu pilih lagi. Tidak ada yang disimpan.",
  signed_other_letter:
    "Isi berkas {name} bukan surat nomor {number}. Periksa apakah berkasnya tertukar. Tidak ada yang disimpan.",
  signed_without_text:
    "Berkas {name} tidak memuat teks yang dapat dibandingkan. Lihat isinya, lalu nyatakan bahwa berkas ini benar.",
  signed_without_signature:
    "Berkas {name} tidak memuat tanda tangan elektronik. Pilih berkas hasil TTE, atau catat sebagai tanda tangan basah.",
  signed_broken:
    "Tanda tangan di berkas {name} tidak cocok dengan isinya. Minta berkas yang utuh dari penanda tangan. Tidak ada yang disimpan.",
  signed_file_missing: "Pilih berkas hasil tanda tangan elektroniknya.",
  template_unknown: "Templat surat ini tidak ada.",
  template_broken: "Templat belum dapat disimpan: {detail} Perubahan Anda masih di layar.",
  template_not_shipped: "Templat ini buatan kantor sendiri, jadi tidak punya bentuk asal.",
  disposition_unknown: "Disposisi ini tidak ditemukan dalam permohonan.",
  disposition_reported: "{recipient} sudah melapor selesai. Laporan tidak dicatat dua kali.",
  identity_running:
    "Permohonan ini masih berjalan, dan jawabannya memerlukan data pemohon. Belum ada yang dihapus. Tutup dahulu permohonannya, atau nyatakan bahwa data tetap dihapus sekarang.",
  identity_erased:
    "Data pribadi pemohon ini sudah dihapus, jadi tidak dapat diperbaiki atau dicetak lagi.",
  identity_same: "Identitas pemohon tidak berubah. Ubah sedikitnya satu isian.",
  undo_nothing: "Belum ada langkah yang dapat dibatalkan.",
  user_unknown: "Pengguna tidak ditemukan. Pilih pengguna dari daftar.",
  user_required: "Pilih dahulu siapa yang bekerja.",
  user_last: "Pengguna terakhir tidak dapat dinonaktifkan. Tambahkan pengguna lain dahulu.",
  office_missing: "Profil kantor belum diisi. Isi dahulu lewat Pengaturan.",
  rule_twice: "Kode {code} punya dua aturan retensi. Hapus salah satunya.",
  retention_early:
    "Permohonan {number} belum sampai waktunya menurut jadwal retensi. Tidak ada yang dicatat.",
  retention_running: "Permohonan {number} belum ditutup, jadi belum dipindahkan sebagai arsip.",
  retention_day: "Permohonan {number} ditutup {closed}. Isi tanggal sesudahnya.",
  retention_long:
    "Daftar ini memuat {count} arsip; yang dapat dicetak sekali paling banyak {most}. Saring menurut tahun atau klasifikasi.",
  labels_none: "Belum ada tempat arsip yang dicatat untuk dicetak labelnya.",
  destruction_unknown: "Usul pemusnahan ini tidak ditemukan.",
  destruction_twice: "Permohonan {number} sudah ada dalam usul pemusnahan lain.",
  destruction_same_user:
    "Anda sudah menyetujui usul ini. Persetujuan kedua diberikan oleh pengguna lain.",
  destruction_needs_user:
    "Pilih dahulu siapa yang bekerja. Persetujuan dicatat atas nama pengguna.",
  destruction_unapproved:
    "Usul ini belum disetujui dua pengguna, jadi belum dapat dilaksanakan. Tidak ada yang dihapus.",
  destruction_over: "Usul ini sudah dilaksanakan atau ditarik, jadi tidak berubah lagi.",
  destruction_changed:
    "Permohonan {number} tidak lagi termasuk usul musnah. Tarik usul ini, lalu buat yang baru. Tidak ada yang dihapus.",
  destruction_files:
    "{count} berkas belum dapat dihapus: {detail} Catatan pemusnahan tersimpan; sisanya dilanjutkan saat Lajur dibuka lagi.",
  request_destroyed:
    "Berkas permohonan {number} sudah dimusnahkan. Yang tersisa hanya catatan pemusnahannya.",

  // Files
  file_unknown: "Berkas tidak ditemukan dalam permohonan ini.",
  file_missing: "Berkas {name} tidak ditemukan atau hilang saat dibaca. Tidak ada yang disimpan.",
  file_unreadable: "Berkas {name} tidak dapat dibaca. Tidak ada yang disimpan.",
  file_empty: "Berkas {name} kosong (0 bita). Pilih berkas lain.",
  file_too_large: "Berkas {name} lebih besar dari 200 MB. Bagi atau perkecil berkasnya.",
  file_name_invalid: "Nama berkas tidak dapat dipakai. Ubah namanya, lalu coba lagi.",
  upload_unknown: "Unggahan ini sudah berakhir. Pilih berkasnya sekali lagi.",
  upload_out_of_order: "Bagian berkas tidak berurutan. Pilih berkasnya sekali lagi.",
  path_not_allowed: "Letak berkas hanya boleh ditentukan lewat baris perintah.",
  path_unwritable: "Tidak dapat menulis ke {path}. Periksa letak dan ruang penyimpanannya.",
  upload_aborted: "Unggahan {name} dihentikan. Tidak ada yang disimpan.",
  print_failed: "Dokumen tidak dapat dicetak. Simpan sebagai PDF, lalu cetak dari berkas itu.",

  // Imported SOPs
  workbook_unreadable:
    "Berkas ini bukan buku kerja Excel (.xlsx), rusak, atau terkunci kata sandi. Buka di Excel, hapus kata sandinya, lalu simpan lagi sebagai .xlsx. Tidak ada yang disimpan.",
  workbook_layout:
    "Tidak ada lembar kegiatan yang dikenal. Beri satu lembar judul kolom {headings}, atau pakai templat Lajur. Tidak ada yang disimpan.",
  workbook_too_large:
    "Buku kerja ini terlalu besar. Paling banyak 10 MB, 10.000 baris, dan 400 langkah. Hapus lembar, gambar, dan baris yang tidak perlu, lalu coba lagi. Tidak ada yang disimpan.",
  sop_json_unreadable:
    "Berkas ini bukan SOP dalam bentuk JSON, atau rusak. Pilih berkas yang diekspor dari Lajur. Tidak ada yang disimpan.",
  sop_json_newer:
    "SOP ini ditulis oleh Lajur yang lebih baru dan tidak dapat dibaca. Pasang versi terbaru, atau minta ekspor sebagai Excel. Tidak ada yang disimpan.",
  sop_json_too_large:
    "Berkas SOP ini terlalu besar. Paling banyak 8 MB dan 400 langkah. Tidak ada yang disimpan.",
  bpmn_unreadable:
    "Berkas ini bukan BPMN 2.0, atau rusak. Ekspor sekali lagi sebagai BPMN 2.0 XML dari aplikasi asalnya. Tidak ada yang disimpan.",
  bpmn_entities:
    "Berkas BPMN ini memuat DOCTYPE atau entitas XML dan ditolak demi keamanan. Ekspor sekali lagi tanpa itu. Tidak ada yang disimpan.",
  bpmn_empty:
    "Berkas BPMN ini tidak memuat proses yang berisi kegiatan. Periksa diagramnya, lalu ekspor sekali lagi. Tidak ada yang disimpan.",
  bpmn_too_large:
    "Berkas BPMN ini terlalu besar. Paling banyak 8 MB dan 400 unsur alur. Bagi diagramnya, lalu coba lagi. Tidak ada yang disimpan.",

  // Backups
  backup_folder_relative:
    "Tulis letak folder dengan lengkap, misalnya E:\\ atau \\\\server\\cadangan.",
  backup_folder_missing:
    "Folder {path} tidak ditemukan. Pasang USB atau sambungkan foldernya dahulu, lalu periksa tulisannya.",
  backup_folder_is_file: "{path} adalah berkas, bukan folder. Pilih folder tempat cadangan.",
  backup_folder_inside:
    "Folder ini berada di dalam arsip. Pilih tempat lain, sebaiknya USB atau PC lain, agar cadangan selamat bila PC ini rusak.",
  backup_folder_twice: "Folder ini sudah menjadi tempat cadangan.",
  backup_destination_unknown: "Tempat cadangan ini tidak ada lagi dalam daftar.",
  backup_unreachable:
    "{path} tidak dapat dijangkau. Pasang USB atau sambungkan foldernya, lalu coba lagi. Cadangan yang sudah ada tetap aman.",
  backup_unwritable:
    "Tidak dapat menulis ke {path}. Buka kunci USB atau minta izin menulis di folder itu. Cadangan yang sudah ada tetap aman.",
  backup_no_room:
    "Ruang di {path} tidak cukup: perlu {needed}, tersisa {free}. Kosongkan tempat itu atau pilih yang lain. Cadangan yang sudah ada tetap aman.",
  backup_cut:
    "Penyimpanan {path} terputus atau tidak terbaca di tengah pencadangan. Cadangan yang belum selesai dibuang; yang sudah ada tetap aman. Pasang kembali, lalu ulangi.",
  backup_source_damaged:
    "Arsip di PC ini rusak ({detail}), jadi cadangan baru tidak dibuat dan tidak ada cadangan lama yang dihapus. Periksa arsip lewat Pengaturan, lalu pulihkan dari cadangan.",
  backup_unsound:
    "Cadangan yang baru ditulis tidak sama dengan arsip saat dibaca kembali, jadi dibuang. Cadangan lama tetap ada. Ganti USB atau periksa penyimpanannya.",
  backup_running: "Pencadangan sedang berjalan. Tunggu sampai selesai.",
  backup_stopped: "Pencadangan dihentikan sebelum selesai. Cadangan yang sudah ada tetap aman.",
  backup_none_here:
    "Tidak ada cadangan Lajur di {path}. Pilih folder yang memuat folder Lajur-Cadangan.",
  backup_point_unknown: "Cadangan {point} tidak ada di folder ini.",
  backup_point_broken:
    "Cadangan ini rusak atau terpotong: {detail}. Tidak ada yang diubah. Pilih cadangan lain.",
  backup_newer:
    "Cadangan ini dibuat oleh Lajur yang lebih baru. Pasang versi terbaru; tidak ada yang diubah.",
  backup_passphrase_missing: "Cadangan ini terkunci. Isi kata sandinya.",
  backup_passphrase_wrong: "Kata sandi cadangan salah. Tidak ada yang diubah.",
  backup_key_broken:
    "Kunci cadangan (key.age) hilang atau rusak, jadi cadangan yang terkunci tidak dapat dibuka. Pakai salinan cadangan lain.",
  backup_other_office:
    "Cadangan ini milik {other}, sedangkan PC ini memuat arsip {here}. Untuk menggantinya, tulis {office}.",
  backup_restore_failed:
    "Pemulihan berhenti sebelum selesai: {detail}. Arsip di PC ini tidak diubah.",
  passphrase_short: "Kata sandi paling sedikit 8 karakter.",

  // The line between the window and the core
  line_down:
    "Lajur tidak tersambung, jadi perintah ini belum dikirim dan tidak ada yang berubah. Coba lagi setelah tersambung.",
  line_lost:
    "Sambungan terputus sebelum ada jawaban. Periksa dahulu apakah perubahan terakhir sudah tersimpan sebelum mengulanginya.",

  // Search
  search_too_long:
    "Yang dicari terlalu panjang. Tulis paling banyak 20 kata (500 huruf) yang pasti ada di dalamnya.",
  search_nothing: "Tulis sedikitnya satu kata atau nomor yang dicari.",

  // Bundles of a whole request
  bundle_unknown: "Berkas dari kantor lain ini tidak ada lagi di arsip.",
  bundle_cancelled: "Dihentikan. Tidak ada yang disimpan.",
  bundle_pdf_too_large:
    "Lampirannya {size}, lebih dari batas {most} untuk satu PDF. Buat ZIP; di sana semua berkas ikut.",
  bundle_too_heavy:
    "Berkas {name} terlalu berat untuk diolah, jadi dihentikan. Tidak ada yang berubah. Kirim berkas itu tersendiri.",
  bundle_not_zip:
    "Berkas ini bukan ZIP yang utuh. Minta dikirim sekali lagi. Tidak ada yang disimpan.",
  bundle_not_lajur:
    "ZIP ini bukan berkas permohonan dari Lajur. Pilih ZIP yang dibuat lewat menu Berkas lengkap. Tidak ada yang disimpan.",
  bundle_newer:
    "ZIP ini dibuat oleh Lajur yang lebih baru. Pasang versi terbaru, lalu coba lagi. Tidak ada yang disimpan.",
  bundle_broken:
    "Isi ZIP ini tidak membentuk permohonan yang utuh. Minta dibuat sekali lagi. Tidak ada yang disimpan.",
  bundle_changed:
    "Isi {name} dalam ZIP ini tidak sesuai daftar isinya: rusak atau diubah. Minta dikirim sekali lagi. Tidak ada yang disimpan.",
  bundle_incomplete:
    "ZIP ini tidak lengkap: {name} tidak ada di dalamnya. Minta dikirim sekali lagi. Tidak ada yang disimpan.",
  bundle_extra:
    "ZIP ini memuat {name} yang tidak ada dalam daftar isinya, jadi ditolak. Tidak ada yang disimpan.",
  bundle_unsafe_name:
    "ZIP ini memuat nama berkas yang berbahaya atau tidak dapat dipakai: {name}. Tidak ada yang disimpan.",
  bundle_name_twice: "ZIP ini memuat {name} dua kali, jadi ditolak. Tidak ada yang disimpan.",
  bundle_link: "ZIP ini memuat tautan {name}, bukan berkas, jadi ditolak. Tidak ada yang disimpan.",
  bundle_encrypted:
    "ZIP ini terkunci kata sandi. Minta dikirim tanpa kata sandi. Tidak ada yang disimpan.",
  bundle_too_many: "ZIP ini memuat {count} berkas; paling banyak {most}. Tidak ada yang disimpan.",
  bundle_too_large:
    "Isi ZIP ini jauh lebih besar dari ukurannya atau melebihi {most} ({name}), jadi tidak dibuka. Tidak ada yang disimpan.",
  bundle_own:
    "Permohonan {number} milik kantor ini sendiri. Buka lewat menu Permohonan. Tidak ada yang disimpan.",

  // Archive
  archive_held: "Arsip sedang dibuka oleh {holder}. Tutup dahulu, lalu coba lagi.",
  archive_newer:
    "Arsip ini dibuat oleh Lajur yang lebih baru. Pasang versi terbaru; arsip tidak diubah.",
  archive_broken:
    "Arsip tidak dapat dibuka karena rusak: {detail}. Tidak ada yang diubah. Pulihkan dari cadangan.",
  archive_busy:
    "Arsip sedang dipakai program lain, misalnya antivirus atau pencadangan. Perubahan ini belum disimpan. Coba lagi sebentar lagi.",
  archive_gone:
    "Folder arsip {folder} tidak dapat dicapai. Perubahan ini tidak disimpan; yang sebelumnya ada di sana. Pasang kembali penyimpanannya, tutup Lajur, lalu buka lagi.",
  archive_damaged:
    "Arsip rusak: catatan terakhirnya tidak cocok dengan yang pernah disimpan. Semua masih dapat dibaca, tetapi tidak ada yang dapat disimpan. Periksa arsip lewat Pengaturan, lalu pulihkan dari cadangan.",
  archive_pages_damaged:
    "Bagian basis data arsip rusak. Yang masih terbaca dapat dilihat, tetapi tidak ada yang dapat disimpan. Periksa arsip lewat Pengaturan, lalu pulihkan dari cadangan.",
  archive_safe_mode:
    "Arsip sedang dibuka hanya untuk dibaca, jadi perubahan ini tidak disimpan. Sebabnya tertulis di atas halaman.",
  core_unsteady:
    "Inti Lajur berhenti berulang kali, jadi arsip dibuka hanya untuk dibaca. Yang sudah tersimpan tetap aman. Periksa arsip lewat Pengaturan, atau tutup Lajur dan buka kembali.",
  archive_check_runs: "Arsip sedang diperiksa atau diperbaiki. Tunggu sampai selesai.",
  archive_check_cancelled: "Pemeriksaan dihentikan. Tidak ada yang diubah.",
  archive_repairing:
    "Arsip sedang diperbaiki, jadi sementara hanya dapat dibaca. Lajur membukanya kembali sesudah selesai.",
  archive_unwritable: "Arsip tidak dapat ditulis: {detail}. Perubahan terakhir tidak disimpan.",
  archive_not_empty: "Arsip ini sudah berisi data. Kantor contoh hanya dibuat di arsip kosong.",
  disk_full: "Penyimpanan penuh. Perubahan terakhir tidak disimpan; yang sebelumnya aman.",
  busy: "Lajur sedang mengerjakan banyak perintah. Tunggu sebentar, lalu coba lagi.",
  core_gone:
    "Inti Lajur berhenti berulang kali, jadi tidak dijalankan lagi. Yang sudah tersimpan tetap aman. Tutup Lajur, lalu buka kembali.",
  internal: "Terjadi kesalahan di dalam Lajur. Yang sudah tersimpan tetap aman. Coba sekali lagi.",
} as const;

export type ErrorCode = keyof typeof SENTENCES;
export const ERROR_CODES = Object.keys(SENTENCES) as ErrorCode[];

/** `field` is the path of the input it concerns, such as `requester.name` or `items.2.name`. */
export type Failure = {
  code: ErrorCode;
  message: string;
  field?: string;
  /** Every field that is wrong, when there are several. */
  fields?: { field: string; code: ErrorCode; message: string }[];
};

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A refusal; `values` fill the sentence's braces. */
export function fail(
  code: ErrorCode,
  values: Record<string, string | number> = {},
  field?: string,
): { ok: false; error: Failure } {
  return { ok: false, error: failure(code, values, field) };
}

export function failure(
  code: ErrorCode,
  values: Record<string, string | number> = {},
  field?: string,
): Failure {
  const message = SENTENCES[code].replace(/\{(\w+)\}/g, (_, key: string) =>
    String(values[key] ?? ""),
  );
  return field === undefined ? { code, message } : { code, message, field };
}

/** True for a code that this version knows; others come from a newer one. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(SENTENCES, code);
