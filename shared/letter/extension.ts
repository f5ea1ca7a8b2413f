import type { Office } from "#shared/office.ts";
import { plainDay } from "#shared/time/format.ts";
import { type Letter, letterReference, opening } from "./letter.ts";
import { signatureOf } from "./office.ts";
import { type Asked, paragraphsOf, referring } from "./request.ts";
import type { Block } from "./types.ts";
import { counted } from "./words.ts";

/** Surat perpanjangan waktu: the answer takes longer, until when, and why (UU 14/2008 Pasal 22). */
export function extensionLetter(office: Office, request: Asked, letter: Letter) {
  const { extension } = request;
  const reasons =
    letter.reasons.length > 0 ? letter.reasons : paragraphsOf(extension?.reason ?? "");
  const days = extension === null ? "…………" : counted(extension.days);
  const until = extension === null ? "…………" : plainDay(extension.due);
  const blocks: Block[] = [
    opening(office, request, letter, "-", "Perpanjangan Waktu Jawaban"),
    {
      type: "paragraph",
      text: `${referring(request)}, dengan ini kami sampaikan bahwa jawaban atas permohonan tersebut memerlukan perpanjangan waktu ${days} hari kerja, paling lambat tanggal ${until}, dengan alasan:`,
    },
    ...(reasons.length === 0 ? [] : [{ type: "numbered" as const, items: reasons }]),
    ...paragraphsOf(letter.note).map((text): Block => ({ type: "paragraph", text })),
    {
      type: "closing",
      paragraphs: [BASIS, CLOSING],
      signature: signatureOf(office.head, ""),
    },
  ];
  return {
    blocks,
    title: "Surat Perpanjangan Waktu",
    reference: letterReference(letter, request),
  };
}

const BASIS =
  "Perpanjangan ini diberikan satu kali dan paling lama 7 (tujuh) hari kerja, sesuai Pasal 22 ayat (8) Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.";
const CLOSING = "Demikian disampaikan, atas perhatian Saudara kami ucapkan terima kasih.";
