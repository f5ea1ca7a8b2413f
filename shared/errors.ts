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

  // Decisions of two PCs
  request_conflict:
    "Permohonan {number} punya dua keputusan dari dua PC yang belum dipilih. Pilih dahulu di halaman Perlu keputusan. Tidak ada yang hilang.",
  conflict_unknown: "Dua keputusan ini sudah dipilih atau tidak ada lagi. Muat ulang halamannya.",
  conflict_unable:
    "Keputusan yang disisihkan tidak dapat diberlakukan, karena tidak cocok dengan langkah permohonan. Pilih yang berlaku sekarang.",
  number_single: "Nomor {number} hanya dipakai satu permohonan, jadi tidak diganti.",

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

  // The PC and the portal
  portal_url_invalid: "Alamat portal ditulis lengkap, misalnya https://portal.contoh.go.id.",
  portal_unreachable:
    "Portal {host} tidak dapat dihubungi. Pekerjaan tersimpan di PC ini dan dikirim setelah tersambung.",
  portal_slow:
    "Portal {host} terlalu lama tidak menjawab. Yang sudah terkirim tidak dikirim ulang; sisanya dicoba lagi.",
  portal_untrusted:
    "Sertifikat portal {host} tidak dipercaya ({detail}), jadi tidak ada yang dikirim. Pilih sertifikat otoritas kantor di Pengaturan, atau hubungi pengelola portal.",
  portal_proxy:
    "Proxy {proxy} tidak meneruskan sambungan ({detail}). Periksa alamat proxy di Pengaturan.",
  portal_strange:
    "Jawaban dari {host} bukan jawaban portal Lajur. Periksa alamatnya; mungkin jaringan meminta masuk dahulu lewat peramban.",
  portal_busy: "Portal {host} sedang sibuk. Sinkronisasi dicoba lagi sendiri.",
  portal_trouble:
    "Portal {host} sedang terganggu (jawaban {status}). Pekerjaan tersimpan di PC ini; sinkronisasi dicoba lagi sendiri.",
  portal_refused: "Portal menolak: {detail}.",
  portal_too_old:
    "Portal {host} belum mengenal versi Lajur ini. Minta pengelola portal memasang versi terbaru. Pekerjaan tetap tersimpan di PC ini.",
  app_too_old:
    "Lajur di PC ini terlalu lama untuk portal {host}. Pasang versi terbaru. Pekerjaan tetap tersimpan di PC ini.",
  authority_unreadable:
    "Berkas sertifikat otoritas {path} tidak dapat dibaca atau bukan PEM. Pilih berkas yang benar.",
  sync_none: "PC ini belum bergabung ke portal. Bergabung dahulu lewat Pengaturan.",
  sync_joined:
    "PC ini sudah bergabung ke portal {url}. Putuskan dahulu sambungannya lewat Pengaturan.",
  sync_rejoin:
    "PC ini harus bergabung lagi dengan kode baru, karena arsipnya disalin atau dipindahkan ke sini. Semua pekerjaan tetap tersimpan.",
  sync_sealed:
    "Kunci sambungan ke portal hanya dapat dibuka oleh jendela Lajur di akun pengguna ini. Sinkronkan dari sana, atau bergabung lagi dengan kode baru.",
  sync_revoked:
    "Sambungan PC ini diakhiri oleh kantor atau pengelola portal. Semua pekerjaan tetap tersimpan. Bergabung lagi dengan kode baru bila PC ini masih dipakai.",
  sync_gap:
    "Portal belum punya semua catatan yang diperlukan untuk melanjutkan. Yang sudah diterima tersimpan; sisanya diminta lagi nanti.",
  sync_stopped: "Sinkronisasi dihentikan sebelum selesai. Yang belum terkirim dikirim kemudian.",
  archive_joining:
    "Arsip kantor sudah diambil dari portal dan sedang dipasang. Tunggu sebentar; Lajur membukanya sendiri.",
  snapshot_broken:
    "Salinan kantor dari portal rusak atau terpotong: {detail}. Tidak ada yang diubah. Coba lagi.",
  office_other:
    "Kode ini untuk kantor {office}, sedangkan PC ini memuat arsip kantor lain yang tidak pernah tersambung dengannya. Tidak ada yang diubah. Pakai PC yang masih kosong, atau minta kode untuk kantor yang benar.",

  // What a portal answers to a PC
  batch_broken: "Kiriman tidak utuh atau tidak terbaca. Tidak ada yang disimpan.",
  batch_too_large: "Kiriman terlalu besar. Tidak ada yang disimpan.",
  event_broken:
    "Catatan {event} tidak cocok dengan sidik jarinya atau dengan catatan sebelumnya, jadi tidak diterima. Yang sebelumnya tersimpan.",
  event_gap: "Ada catatan sebelum {event} yang belum sampai. Yang sebelumnya tersimpan.",
  event_forked: "Catatan ini sudah ada dengan isi lain. Keduanya disimpan untuk diperiksa.",
  request_unread:
    "Permohonan ini memuat catatan yang tidak dapat dibaca, jadi tidak ditampilkan. Semua catatannya tersimpan. Pasang Lajur versi terbaru.",
  event_malformed: "Catatan ini tidak berbentuk catatan Lajur, jadi tidak diteruskan.",
  event_too_large: "Catatan ini terlalu besar, jadi tidak diteruskan.",
  event_other_office: "Catatan ini milik kantor lain, jadi tidak diteruskan.",
  cursor_unknown: "Portal tidak mengenal batas itu; mungkin portal dipulihkan dari cadangan.",
  epoch_changed: "Portal dipulihkan dari cadangan. Catatan dicocokkan dari awal.",
  token_unknown: "Portal tidak mengenal PC ini. Bergabung lagi dengan kode baru.",
  token_revoked: "Sambungan PC ini ke portal sudah diakhiri.",
  join_code_unknown:
    "Kode bergabung salah, sudah dipakai, atau lewat waktunya. Periksa penulisannya, atau minta kode baru.",
  device_unknown: "PC itu tidak terdaftar di kantor ini.",
  protocol_unknown: "Portal ini tidak lagi mengenal cara bicara versi Lajur itu.",
  requests_too_many: "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
  message_strange: "Pesan ini belum dikenal portal, jadi tidak diteruskan.",
  message_taken: "Nomor pesan ini sudah dipakai pengirim lain.",
  message_recipient: "Penerima pesan ini tidak ada di portal.",
  handover_strange: "Penyerahan langkah ini tidak dikenal, atau bukan milik kantor ini.",
  handover_taken: "Nomor penyerahan langkah ini sudah dipakai.",
  tracking_unknown: "Permohonan publik ini tidak dikenal portal, atau bukan milik kantor ini.",
  snapshot_making: "Salinan kantor sedang disiapkan portal. Coba lagi sebentar lagi.",
  route_unknown: "Alamat ini tidak ada di portal.",
  portal_stopping: "Portal sedang dihentikan. Coba lagi sebentar lagi.",
  portal_backup_other: "Basis data ini PostgreSQL. Cadangkan dengan pg_dump.",
  office_taken: "Kantor bernama {name} sudah ada di portal.",
  office_unknown: "Kantor {name} tidak ada di portal.",

  // What comes in from the portal, and what goes back
  message_unknown: "Kiriman dari portal ini tidak ditemukan di PC ini.",
  message_settled: "Kiriman ini sudah ditangani. Tidak ada yang dicatat dua kali.",
  form_withdrawn: "Pemohon sudah menarik kembali permohonannya. Tidak ada yang dicatat.",
  form_open:
    "Permohonan ini belum ditolak atau ditarik, jadi isiannya tidak dihapus. Tangani dahulu permohonannya.",
  form_in_house: "SOP {name} adalah kegiatan internal. Pilih SOP yang melayani pemohon.",
  handover_none:
    "PC ini belum bergabung ke portal, jadi langkah belum dapat diteruskan. Bergabung dahulu lewat Pengaturan.",
  handover_office: "Kantor ini tidak ada di portal. Pilih kantor dari daftar.",
  handover_open: "Langkah ini sudah diteruskan ke {office} dan belum dijawab.",
  handover_unknown: "Penerusan langkah ini tidak ditemukan.",
  handover_settled: "Langkah ini sudah dijawab, ditolak, atau ditarik. Tidak ada yang dicatat.",
  handover_empty: "Isi catatan atau lampirkan berkas jawabannya.",
  release_empty: "Pilih sedikitnya satu berkas atau surat, atau tulis pesannya.",
  release_not_public:
    "Permohonan ini tidak masuk lewat portal, jadi jawabannya tidak dikirim ke sana.",
  release_expired: "Batas unduh harus hari ini atau sesudahnya.",

  // Files on the portal, and its operator's page
  upload_too_large: "Berkas lebih besar dari yang diterima. Tidak ada yang disimpan.",
  upload_invalid: "Unggahan tidak menyebut ukuran dan sidik jari (SHA-256) berkas dengan benar.",
  uploads_too_many:
    "Terlalu banyak unggahan kantor ini yang belum selesai. Selesaikan dahulu yang sudah dimulai.",
  file_mismatch:
    "Isi berkas tidak sama dengan sidik jarinya (SHA-256), jadi tidak disimpan. Berkas dapat dikirim sekali lagi.",
  file_not_named:
    "Catatan kantor ini yang diterima portal tidak menyebut berkas itu, jadi berkasnya tidak diterima.",
  file_not_there: "Berkas ini tidak ada di portal untuk kantor ini.",
  range_invalid: "Bagian berkas yang diminta berada di luar berkasnya.",
  operator_link_used:
    "Tautan masuk ini sudah dipakai atau habis waktunya. Buat tautan baru dengan perintah `operator link` di komputer portal.",
  operator_form_stale:
    "Formulir ini dibuka dari sesi lain atau sudah lama. Tidak ada yang diubah. Muat ulang halamannya, lalu coba lagi.",

  // Registers among several PCs
  register_elsewhere:
    "Nomor {book} dipegang {name}, jadi belum diberikan di sini. Surat tetap tersimpan sebagai konsep yang menunggu nomor. Beri nomornya di PC itu, atau minta blok nomor lewat Pengaturan > Penomoran.",
  register_block_used:
    "Blok nomor {book} di PC ini sudah habis. Surat tetap tersimpan sebagai konsep yang menunggu nomor. Minta blok baru lewat Pengaturan > Penomoran, atau beri nomornya di {name}.",
  register_unsure:
    "Arsip di PC ini dipulihkan atau disalin, jadi nomor {book} yang terakhir belum pasti. Sinkronkan sekali dengan portal, lalu beri nomornya. Surat tetap tersimpan sebagai konsep.",
  register_apart:
    "PC ini tidak lagi tersambung ke portal kantor, dan nomor {book} dipegang {name}. Gabungkan lagi PC ini, atau ambil alih bukunya lewat Pengaturan > Penomoran bila PC itu tidak dipakai lagi. Surat tetap tersimpan sebagai konsep.",
  register_own: "Nomor {book} sudah dipegang PC ini.",
  register_asked: "Blok nomor {book} sudah diminta dan belum dijawab {name}.",
  register_none: "Kantor ini tidak berbagi nomor dengan PC lain, jadi tidak ada yang perlu diatur.",
  block_unknown: "Blok nomor ini tidak ditemukan.",
  block_closed: "Blok nomor ini sudah ditutup.",
  number_not_here:
    "Nomor {book} yang sudah tertulis dicatat di PC yang memegang bukunya, supaya tidak terpakai dua kali.",
  number_reserved:
    "Nomor {number} disediakan untuk {name}. Pakai nomor lain, atau beri nomornya di PC itu.",
  number_of_other_pc:
    "Nomor {number} termasuk urutan PC lain. Nomor agenda di PC ini ditulis {how}.",
  number_far: "Nomor {value} terlalu jauh di depan. Isi paling besar {most}.",
  number_behind: "Nomor {value} sudah terlewati. Lanjutkan paling kecil dari {least}.",

  // The open data portal
  ckan_none:
    "Belum ada portal data terbuka yang diatur di PC ini. Isi alamatnya lewat Pengaturan > Portal data terbuka.",
  ckan_url_invalid: "Tulis alamat portal data, misalnya https://data.contohkab.go.id.",
  ckan_token_invalid: "Token memuat spasi atau huruf yang tidak dikenal. Salin sekali lagi.",
  ckan_token_missing:
    "Token portal data belum diisi di PC ini. Isi lewat Pengaturan > Portal data terbuka. Tidak ada yang dikirim.",
  ckan_offline:
    "Portal data tidak dapat dihubungi ({detail}). Yang menunggu tetap tersimpan dan dicoba lagi.",
  ckan_slow:
    "Portal data terlalu lama tidak menjawab. Yang menunggu tetap tersimpan dan dicoba lagi.",
  ckan_down:
    "Portal data sedang terganggu ({detail}). Yang menunggu tetap tersimpan dan dicoba lagi.",
  ckan_busy: "Portal data meminta menunggu sebentar. Yang menunggu dicoba lagi sendiri.",
  ckan_certificate:
    "Sertifikat portal data tidak dipercaya, jadi tidak ada yang dikirim. Periksa alamatnya, atau pilih sertifikat otoritas kantor di Pengaturan.",
  ckan_no_api:
    "Di alamat ini tidak ada API CKAN: yang menjawab halaman web biasa, atau API-nya ditutup. Periksa alamatnya, atau tanyakan kepada pengelola portal. Tidak ada yang diubah.",
  ckan_api_closed:
    "Portal ini menutup API-nya untuk umum. Minta pengelola portal membukanya, atau memberi token. Tidak ada yang diubah.",
  ckan_too_old:
    "Portal ini memakai CKAN {version}; Lajur memerlukan CKAN 2.3 atau yang lebih baru. Tidak ada yang diubah.",
  ckan_moved:
    "Portal data mengalihkan ke alamat lain. Buka portalnya di peramban, lalu salin alamat yang tampil di sana.",
  ckan_answer_broken:
    "Jawaban portal data terpotong atau tidak terbaca. Yang menunggu tetap tersimpan dan dicoba lagi.",
  ckan_answer_large: "Jawaban portal data terlalu besar untuk dibaca. Tidak ada yang diubah.",
  ckan_catalogue_large:
    "Katalog portal ini memuat lebih dari {most} dataset, jadi tidak dibaca. Pakai alamat portal kabupaten sendiri.",
  ckan_forbidden:
    "Portal data menolak token atau haknya ({detail}). Periksa token dan organisasinya di Pengaturan, lalu coba lagi.",
  ckan_not_found: "Portal data tidak menemukan yang diminta.",
  ckan_action_unknown:
    "Portal data ini tidak mengenal perintah itu; versinya mungkin terlalu lama.",
  ckan_refused: "Portal data menolak isiannya: {detail}. Perbaiki, lalu kirim lagi.",
  ckan_file_too_large:
    "Portal data menolak berkasnya karena terlalu besar. Perkecil berkasnya, atau minta pengelola portal menaikkan batasnya.",
  ckan_file_over_limit:
    "Berkas {name} lebih besar dari batas portal data. Perkecil berkasnya, atau ubah batasnya di Pengaturan bila portal menerimanya. Tidak ada yang dikirim.",
  ckan_stopped: "Dihentikan. Yang sudah dibaca tersimpan, sisanya dilanjutkan nanti.",
  ckan_jobs_left:
    "Masih ada {count} kiriman ke portal data yang belum selesai. Selesaikan atau tarik dahulu.",
  ckan_job_unknown: "Kiriman ini sudah selesai atau sudah ditarik.",
  dataset_unknown: "Dataset ini tidak ada lagi di katalog. Cari sekali lagi.",
  dataset_name_invalid:
    "Nama di alamat hanya memuat huruf kecil, angka, tanda - dan _, 2 sampai 100 karakter.",
  dataset_name_taken:
    "Nama ini sudah dipakai dataset lain di portal data. Pilih nama lain; belum ada yang diterbitkan.",
  dataset_deleted_there:
    "Dataset ini sudah dihapus di portal data, jadi tidak dilanjutkan. Tarik kiriman ini, lalu terbitkan dengan nama lain.",
  dataset_tag_invalid: "Kata kunci memuat 2 sampai 100 huruf, angka, spasi, titik, tanda - atau _.",
  dataset_files_missing: "Pilih sedikitnya satu berkas untuk diterbitkan.",
  dataset_no_branch:
    "Langkah ini tidak memutuskan ketersediaan data, jadi tidak diselesaikan. Catat ketersediaannya saja.",
  dataset_rows_left:
    "Belum semua data yang diminta tersedia di portal, jadi langkahnya belum diselesaikan.",
  publication_unknown: "Kiriman ke portal data ini tidak ditemukan.",
  publication_over: "Dataset ini sudah terbit atau sudah ditarik.",
  publication_elsewhere:
    "Kiriman ini untuk portal {url}, sedangkan PC ini diatur untuk portal lain. Tidak ada yang dikirim.",
  publication_withdraw: "Penerbitan dataset ditarik dari halaman permohonannya, dengan alasan.",
  datarequest_unknown: "Permintaan data ini tidak ada lagi di daftar. Perbarui daftarnya.",
  datarequest_answered: "Permintaan data ini sudah dijawab di portal.",
  datarequest_empty: "Pilih datasetnya, atau tulis jawabannya.",

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
