export const whoText = {
  title: "Siapa yang bekerja?",
  help: "Pilih nama Anda. Semua yang dikerjakan dicatat atas nama ini.",
};
