/**
 * Root words whose first letter an affix may have swallowed, or that look as if they bore an affix
 * themselves; where one of them fits, nothing else is guessed. Words of an office, no dictionary:
 * a word that is not listed still finds its family, only beside some false friends.
 */
const LISTED = `
  abdi acara ada adil adu agenda ajar aju akan akhir aktif aku alami alas alih alir aman ambil amat
  analisis anggap anggar angka angkat angkut anjur antar antara apung arah arsip arti asal
  asuh atas atur awal awas ayom
  babak bagi bahas baik baku balas bangun bantu batal batas bayar beban bebas beda bekal beli benar
  bentuk berantas beri berita berkas bersih besar biaya biasa bicara bidang bijak bimbing bina
  buat budaya budidaya buka bukti buku bulan bumi buruk butuh
  cabang cabut camat cantum capai cari catat cegah cepat cerah cermat cetak cipta coba cukup
  daftar dagang dahulu dalam damai dampak damping dapat darat dasar data datang daya
  definisi dekat desa didik digital dinas disposisi dokumen dorong duduk duga dukung dunia
  edar efektif ekonomi elektronik emban evaluasi
  faat fasilitas fungsi
  gabung gaji ganti gantung gelar gerak giat guna 
  hadap hadir hapus harap harga hari hasil hati hemat henti hibah hidup hilang himpun hitung
  hubung hukum hutan huni
  ikan ikat ikut ilmu imbau impor indah informasi ingat ingin inap isi izin
  jabat jadi jadwal jaga jalan jalin jamin janji jawab jelas jemput jual jumlah juru
  kabar kabul kabupaten kait kaji kali kampung kandung kantor karantina karcis kategori kawasan
  kebun kecamatan kecuali kehendak kelola kelompok keluar keluarga keluh kembali kembang
  kenai kenal kena kendali kepala kerah kerja kesan ketua ketik khusus kira kirim
  komentar kominfo komunikasi konsep konsultasi koordinasi koperasi koreksi kuasa kuat
  kuitansi kumpul kunci kunjung kurang kurung kuras kutip
  labuh lacak lahan lahir laju lakon laksana laku lalu lama lambat lampau lampir lampu lancar langgar
  langsung lanjut lapis lapor larang latih lawan layan lebar lebih leluasa lembaga lengkap lepas
  lestari letak libat lihat limpah lindung lingkup lingkung lintas loka longgar luas luhur lulus
  lunas lurah lurus
  maaf mahal mahasiswa main maju makan makmur maksud malam mampu manfaat mangkir marah masak masalah
  masuk masyarakat mati mekar menang merah merek miliki milik minat minta minum miskin mitra mohon
  muat muda mudah mula mulai mulia mundur mungkin murah musnah musyawarah mutakhir mutasi mutu
  naik nama nanti nasihat nelayan niaga nikah nikmat nilai nomor nyala nyaman nyanyi nyata
  obat olah olahraga operasi orang organisasi
  padam padan pahala paham pajak pakai paksa paling pamer panas pandang pandu pangan pangku panen
  panggil pangkas panjang pantau papar paraf pariwisata partisipasi pasang pasar pasien pasok
  pasti patuh pegang pegawai pelihara peluang pencar pendam penduduk pengaruh penjara penjuru
  penting penuh peran perang perangkat percaya pergi periksa perikanan perintah periode
  perkara perkakas perlu permukim persen pertama perusahaan pesan pesat peta petik pihak
  pikir pilah pilih pimpin pindah pinjam pintar pisah pokok politik posisi potong prioritas
  produksi program proses publik pulang pulih puluh pusat putus
  rahasia raih rakyat rampung rancang rangkap rangkum rapat rasa rata rawat realisasi rekam
  rekomendasi rencana  rentang resmi retensi revisi rinci ringan ringkas risalah ruang
  rujuk rumah rumus rusak rutin
  sadar sah saing saji saksi salah salin salur sambung sambut sampai samping sanding sangga
  sanggah sangka saran sasar satu sebar sebut sedia segera sehat sejahtera sekolah sektor sektoral
  selenggara selesai selidik sempurna sengketa sentuh serah serap sertifikat sesuai setor setuju
  siap siar sidang sifat silang simak simpan simpul singkat sisih sisa siswa sosialisasi statistik
  status struktur suai suara subur sulit sunting supervisi surat survei susul susun syarat
  tagih tahan tahap tahu tahun takar tambah tampil tampung tanah tanam tanda tandatangan tangan
  tanggap tanggal tanggung tani tanya tarik taruh tata tawar tegas teguh tekan telaah telepon
  teliti teliti temu tenaga tengah tentang tentu tepat terap terbit terima terjemah tertib tes
  tetap timbang tindak tinggal tinggi tingkat tinjau titip tolak tolong tonton transparan tugas
  tuju tukar tulis tunda tunggu tunjuk tuntas tuntut tunai turun turut tutup
  uang ubah uji uku ukur ulang umum undang unduh unggah unggul unit unsur upah upaya urai
  urus urut usaha usia usul usung usut utama utang
  verifikasi wajib wakil warga warta wawancara wenang wilayah wujud
`;

export const ROOTS: ReadonlySet<string> = new Set(LISTED.trim().split(/\s+/));
