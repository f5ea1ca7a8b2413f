import type { RequestDetail } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";
import type { Disposition } from "#shared/request/model.ts";
import { longDay, plainDay } from "#shared/time/format.ts";
import { placeAndDay, signatureOf } from "./office.ts";
import { orDash, senderOf } from "./request.ts";
import type { Block, Choice } from "./types.ts";
import { DOTS, NATURE_BOXES } from "./words.ts";

/** A disposition, given or being written, with the day it is given (YYYY-MM-DD). */
export type GivenDisposition = Omit<Disposition, "to"> & { to?: string[]; day: string };

/** Lembar disposisi; without a disposition every box stays empty, to be filled by hand. */
export function dispositionSheet(
  office: Office,
  request: RequestDetail,
  given: GivenDisposition | null,
) {
  const sheet: Block = {
    type: "disposition",
    title: "LEMBAR DISPOSISI",
    from: [
      { label: "Surat dari", value: senderOf(request, office.name) },
      { label: "Nomor surat", value: orDash(request.letter.number) },
      {
        label: "Tanggal surat",
        value: request.letter.date === "" ? "-" : plainDay(request.letter.date),
      },
    ],
    received: [
      { label: "Diterima tgl.", value: plainDay(request.received) },
      { label: "Nomor agenda", value: request.number, strong: true },
    ],
    nature: NATURE_BOXES.map(({ nature, word }) => ({
      text: word,
      mark: given?.nature === nature ? TICK : "",
    })),
    subject: { label: "Hal", value: request.subject },
    recipients: choices(office.recipients, given?.to ?? [], true),
    instructions: choices(office.instructions, given?.instructions ?? [], false),
    note: given?.note ?? "",
    due: dueOf(given),
    signature: signatureOf(
      office.head,
      given === null ? `${office.place}, ${DOTS}` : placeAndDay(office, given.day),
    ),
  };
  return { blocks: [sheet], title: "Lembar Disposisi", reference: `Permohonan ${request.number}` };
}

function dueOf(given: GivenDisposition | null): string {
  if (given === null) return DOTS;
  return given.due === "" ? "" : longDay(given.due);
}

const TICK = "✓";
/** Room to write by hand where the office has not listed anything. */
const BLANKS = 4;

/** The office's list with the chosen ones marked; chosen ones that it lacks come after. */
function choices(
  offered: readonly string[],
  chosen: readonly string[],
  ordered: boolean,
): Choice[] {
  const added = chosen.filter((one) => !offered.includes(one));
  const all = [...new Set([...offered, ...added])];
  if (all.length === 0) return Array.from({ length: BLANKS }, () => ({ text: DOTS, mark: "" }));
  return all.map((text) => {
    const place = chosen.indexOf(text);
    if (place < 0) return { text, mark: "" };
    return { text, mark: ordered && chosen.length > 1 ? String(place + 1) : TICK };
  });
}
