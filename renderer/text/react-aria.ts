/**
 * Indonesian for what React Aria says to screen readers: it ships 34 languages, but not this one.
 * It looks for a page-wide dictionary before its own, and then every package it uses must be there.
 */
type Values = Record<string, string | number | boolean>;
type Sentence = string | ((values: Values) => string);

const strings: Record<string, Record<string, Sentence>> = {
  "@react-aria/autocomplete": { collectionLabel: "Saran" },
  "@react-aria/breadcrumbs": { breadcrumbs: "Letak halaman" },
  "@react-aria/calendar": {
    previous: "Sebelumnya",
    next: "Berikutnya",
    selectedDateDescription: ({ date }) => `Tanggal terpilih: ${date}`,
    selectedRangeDescription: ({ dateRange }) => `Rentang terpilih: ${dateRange}`,
    todayDate: ({ date }) => `Hari ini, ${date}`,
    todayDateSelected: ({ date }) => `Hari ini, ${date}, terpilih`,
    dateSelected: ({ date }) => `${date}, terpilih`,
    startRangeSelectionPrompt: "Klik untuk mulai memilih rentang",
    finishRangeSelectionPrompt: "Klik untuk mengakhiri rentang",
    minimumDate: "Tanggal pertama yang dapat dipilih",
    maximumDate: "Tanggal terakhir yang dapat dipilih",
    dateRange: ({ startDate, endDate }) => `${startDate} sampai ${endDate}`,
  },
  "@react-aria/combobox": {
    focusAnnouncement: ({ isGroupChange, groupTitle, optionText, isSelected }) =>
      `${isGroupChange === true ? `Kelompok ${groupTitle}. ` : ""}${optionText}${isSelected === true ? ", terpilih" : ""}`,
    countAnnouncement: ({ optionCount }) => `${optionCount} pilihan tersedia.`,
    selectedAnnouncement: ({ optionText }) => `${optionText}, terpilih`,
    buttonLabel: "Tampilkan saran",
    listboxLabel: "Saran",
  },
  "@react-aria/datepicker": {
    era: "era",
    year: "tahun",
    month: "bulan",
    day: "hari",
    hour: "jam",
    minute: "menit",
    second: "detik",
    dayPeriod: "AM/PM",
    calendar: "Kalender",
    startDate: "Tanggal awal",
    endDate: "Tanggal akhir",
    weekday: "hari dalam minggu",
    timeZoneName: "zona waktu",
    selectedDateDescription: ({ date }) => `Tanggal terpilih: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }) =>
      `Rentang terpilih: ${startDate} sampai ${endDate}`,
    selectedTimeDescription: ({ time }) => `Waktu terpilih: ${time}`,
  },
  "@react-stately/datepicker": {
    rangeUnderflow: ({ minValue }) => `Isi dengan ${minValue} atau sesudahnya.`,
    rangeOverflow: ({ maxValue }) => `Isi dengan ${maxValue} atau sebelumnya.`,
    rangeReversed: "Tanggal awal harus mendahului tanggal akhir.",
    unavailableDate: "Tanggal ini tidak dapat dipilih.",
  },
  "@react-aria/grid": {
    deselectedItem: ({ item }) => `${item} tidak lagi dipilih.`,
    select: "Pilih",
    selectedCount: ({ count }) => (count === 0 ? "Tidak ada yang dipilih." : `${count} dipilih.`),
    selectedAll: "Semua dipilih.",
    selectedItem: ({ item }) => `${item} dipilih.`,
    longPressToSelect: "Tekan lama untuk memilih.",
  },
  "@react-aria/gridlist": {
    hasActionAnnouncement: "baris ini dapat dibuka",
    hasLinkAnnouncement: ({ link }) => `baris ini bertautan ke ${link}`,
  },
  "@react-aria/menu": { longPressMessage: "Tekan lama atau Alt + panah bawah untuk membuka menu" },
  "@react-aria/numberfield": {
    decrease: ({ fieldLabel }) => `Kurangi ${fieldLabel}`,
    increase: ({ fieldLabel }) => `Tambah ${fieldLabel}`,
    numberField: "Isian angka",
  },
  "@react-aria/overlays": { dismiss: "Tutup" },
  "@react-aria/searchfield": { "Clear search": "Kosongkan pencarian" },
  "@react-aria/spinbutton": { Empty: "Kosong" },
  "@react-aria/tag": {
    removeDescription: "Tekan Delete untuk menghapus.",
    removeButtonLabel: "Hapus",
  },
  "react-aria-components": {
    selectPlaceholder: "Pilih",
    tableResizer: "Pengubah lebar",
    dropzoneLabel: "Tempat menaruh berkas",
  },
};

/** Must run before the first component renders. */
export function speakIndonesian(): void {
  Object.assign(window, {
    [Symbol.for("react-aria.i18n.locale")]: "id-ID",
    [Symbol.for("react-aria.i18n.strings")]: strings,
  });
}
