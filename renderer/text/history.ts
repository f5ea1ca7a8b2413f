import type { RequestEvent, RequestEventType } from "#shared/request/events.ts";
import type { Requester } from "#shared/request/model.ts";
import { listed, sizeText } from "./common.ts";
import { placeWords } from "#shared/retention/model.ts";
import { plainDay } from "#shared/time/format.ts";
import { correctionLines } from "./privacy.ts";
import { availabilityText, natureText } from "./request.ts";
import { decisionText } from "./retention.ts";

/** One line of Riwayat: what happened, and details below it. */
export type EventLine = { what: string; details: string[] };

/** What ids of an event stand for. */
export type Names = {
  user(id: string): string;
  /** Name of a template. */
  paper(kind: string): string;
  /** Kind and Hal of a letter of the same request. */
  letter(id: string): string;
};

type Sentences = {
  [T in RequestEventType]: (
    body: Extract<RequestEvent, { type: T }>["body"],
    names: Names,
  ) => EventLine;
};

const line = (what: string, ...details: (string | false)[]): EventLine => ({
  what,
  details: details.filter((detail) => detail !== false && detail.trim() !== "") as string[],
});

/** The history adds both identities to what the event says, for as long as they are there. */
type Corrected = { before?: Requester | null; after?: Requester | null };

const visitWords = (visit: number) => (visit > 1 ? ` (kunjungan ke-${visit})` : "");

const SENTENCES: Sentences = {
  "request.created": (body) =>
    line(
      `Permohonan didaftarkan dengan nomor ${body.number}`,
      body.subject,
      `Diterima ${plainDay(body.received)}, ${body.items.length} data diminta`,
      body.origin !== undefined && `Masuk lewat portal, nomor pelacakan ${body.origin.portal}`,
    ),
  "step.completed": (body) =>
    line(
      body.branch === null
        ? `Langkah ${body.step}${visitWords(body.visit)} diselesaikan`
        : `Langkah ${body.step}${visitWords(body.visit)} diputuskan: ${body.branch}`,
      body.note,
    ),
  "step.undone": (body) =>
    line(
      `Penyelesaian langkah ${body.step}${visitWords(body.visit)} dibatalkan`,
      `Alasan: ${body.reason}`,
    ),
  "conflict.settled": (body) =>
    line(
      body.keep === "held"
        ? "Dari dua keputusan, yang berlaku ditetapkan"
        : "Dari dua keputusan, yang disisihkan diberlakukan",
      `Alasan: ${body.reason}`,
    ),
  "request.renumbered": (body) =>
    line(`Diberi nomor baru ${body.number}`, `Alasan: ${body.reason}`),
  "request.cancelled": (body) => line("Permohonan dibatalkan", `Alasan: ${body.reason}`),
  "items.assessed": (body) =>
    line(
      "Ketersediaan data dicatat",
      ...body.items.map((item) =>
        item.note === ""
          ? `Baris ${item.no}: ${availabilityText[item.availability]}`
          : `Baris ${item.no}: ${availabilityText[item.availability]}, ${item.note}`,
      ),
    ),
  "note.added": (body) =>
    line(
      body.step === null ? "Catatan ditambahkan" : `Catatan pada langkah ${body.step}`,
      body.text,
    ),
  "file.attached": (body) =>
    line(
      `Berkas ${body.name} dilampirkan`,
      body.step === null
        ? sizeText(body.size)
        : `${sizeText(body.size)}, pada langkah ${body.step}`,
    ),
  "file.withdrawn": (body) => line("Berkas ditarik dari permohonan", `Alasan: ${body.reason}`),
  "disposition.given": (body) =>
    line(
      `Disposisi ${(body.parent ?? null) === null ? "diberikan" : "diteruskan"} kepada ${listed(body.to)}`,
      body.from !== undefined && body.from !== "" && `Dari: ${body.from}`,
      body.leads !== undefined && body.to.length > 1 && `Penerima utama: ${body.leads}`,
      body.nature !== "ordinary" && `Sifat: ${natureText[body.nature]}`,
      body.instructions.join("; "),
      body.note,
      body.due !== "" && `Tenggat: ${plainDay(body.due)}`,
    ),
  "disposition.reported": (body) =>
    line(`Disposisi dilaporkan selesai oleh ${body.recipient}`, body.text),
  "clock.paused": (body) => line("Waktu dihentikan", `Alasan: ${body.reason}`),
  "clock.resumed": () => line("Waktu berjalan lagi"),
  "answer.extended": (body) =>
    line(`Jawaban diperpanjang ${body.days} hari kerja`, `Alasan: ${body.reason}`),
  "objection.filed": (body) =>
    line("Keberatan dicatat", body.grounds, body.received !== "" && plainDay(body.received)),
  "objection.answered": (body) => line("Keberatan dijawab", body.answer),
  "request.filed": (body) =>
    line(
      "Klasifikasi dan tempat arsip dicatat",
      body.classification !== "" && `Klasifikasi ${body.classification}`,
      placeWords(body.place),
    ),
  "request.moved": (body) =>
    line(
      body.to === "inactive"
        ? `Arsip dipindahkan ke unit kearsipan, ${plainDay(body.day)}`
        : `Arsip diserahkan ke lembaga kearsipan daerah, ${plainDay(body.day)}`,
      placeWords(body.place),
    ),
  "request.reviewed": (body) =>
    line(
      `Arsip dinilai kembali: ${decisionText[body.decision].toLowerCase()}`,
      body.until !== "" && `Disimpan sampai ${plainDay(body.until)}`,
      `Alasan: ${body.reason}`,
    ),
  "request.destroyed": (body) =>
    line(`Berkas dimusnahkan, ${plainDay(body.day)}`, `Berita acara ${body.record}`),
  "requester.corrected": (body) => {
    const { before, after } = body as Corrected;
    return line(
      "Identitas pemohon diperbaiki",
      ...correctionLines(before ?? null, after ?? null),
      `Alasan: ${body.reason}`,
    );
  },
  "dataset.queued": (body) =>
    line(
      `Dataset ${body.title} disiapkan untuk portal data`,
      body.files.map(({ name }) => name).join(", "),
      body.portal,
    ),
  "dataset.published": (body) => line("Dataset terbit di portal data", body.url),
  "dataset.withdrawn": (body) => line("Penerbitan dataset ditarik", `Alasan: ${body.reason}`),
  "datarequest.taken": (body) =>
    line("Diambil dari permintaan data di portal data", body.title, body.url),
  "datarequest.answered": (body) =>
    line("Permintaan data dijawab di portal data", body.dataset?.url ?? "", body.comment),
  "identity.erased": (body) => line("Data pribadi pemohon dihapus", `Alasan: ${body.reason}`),
  "public.replied": (body) => line("Pemohon menjawab lewat portal", body.text),
  "public.withdrawn": (body) =>
    line("Pemohon menarik kembali permohonannya lewat portal", body.reason),
  "answer.released": (body) =>
    line(
      "Jawaban dikirim ke pemohon lewat portal",
      body.text,
      ...body.files.map(({ name }) => name),
      `Dapat diunduh sampai ${plainDay(body.expires)}`,
    ),
  "step.handed": (body) =>
    line(
      `Langkah ${body.step}${visitWords(body.visit)} diteruskan ke ${body.office.name}`,
      body.note,
      body.items.length > 0 && `${body.items.length} baris data`,
      body.files.length > 0 && `${body.files.length} berkas`,
    ),
  "handover.answered": (body) =>
    line(
      body.branch === null
        ? `Langkah yang diteruskan dijawab oleh ${body.by}`
        : `Langkah yang diteruskan diputuskan oleh ${body.by}: ${body.branch}`,
      body.note,
    ),
  "handover.declined": (body) =>
    line(`Langkah yang diteruskan tidak diterima oleh ${body.by}`, `Alasan: ${body.reason}`),
  "handover.recalled": (body) =>
    line("Langkah ditarik kembali dari kantor lain", `Alasan: ${body.reason}`),
  "letter.drafted": (body, names) => line(`Konsep ditulis: ${names.paper(body.kind)}`, body.about),
  "letter.discarded": (body, names) => line("Konsep surat dibuang", names.letter(body.id)),
  "letter.submitted": (body, names) =>
    line(
      `Paraf diminta kepada ${listed(body.checkers.map((id) => names.user(id)))}`,
      names.letter(body.id),
    ),
  "letter.checked": (body, names) =>
    line(
      body.approved ? "Paraf diberikan" : "Konsep surat dikembalikan",
      names.letter(body.id),
      body.note,
    ),
  "document.issued": (body, names) =>
    line(
      `${names.paper(body.kind)} diberi nomor ${body.number}`,
      body.about ?? "",
      body.date !== "" && plainDay(body.date),
      body.inserted !== undefined && `Nomor sisipan. Alasan: ${body.inserted}`,
    ),
  "letter.voided": (body, names) =>
    line("Surat dibatalkan", names.letter(body.id), `Alasan: ${body.reason}`),
  "letter.signed": (body, names) =>
    line(
      body.how === "wet"
        ? `Tanda tangan basah dicatat, ${plainDay(body.day)}`
        : `Hasil tanda tangan elektronik diterima, ${plainDay(body.day)}`,
      names.letter(body.id),
      body.signers.length > 0 && `Ditandatangani oleh ${listed(body.signers)}`,
    ),
  "letter.sent": (body, names) =>
    line(
      `Surat dikirim kepada ${body.to}, ${plainDay(body.day)}`,
      names.letter(body.id),
      `Cara: ${body.how}`,
      body.note,
    ),
};

/** The sentence of an event of `history.list`; a type of a newer version is named as such. */
export function eventLine(type: string, body: Record<string, unknown>, names: Names): EventLine {
  if (!Object.hasOwn(SENTENCES, type)) {
    return line("Peristiwa ini memerlukan Lajur versi baru", type);
  }
  const sentence = SENTENCES[type as RequestEventType] as (
    body: unknown,
    names: Names,
  ) => EventLine;
  return sentence(body, names);
}
