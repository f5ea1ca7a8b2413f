import type { RequestDetail } from "#shared/contract.ts";
import { personKey } from "#shared/disposition/person.ts";
import type { Office } from "#shared/office.ts";
import type { Disposition } from "#shared/request/model.ts";
import { longDay, plainDay } from "#shared/time/format.ts";
import { holderOf, officialSignature, placeAndDay, signatureOf } from "./office.ts";
import { orDash, senderOf } from "./request.ts";
import type { Block, Choice, Signature } from "./types.ts";
import { DOTS, NATURE_BOXES } from "./words.ts";

/** A disposition, given or being written, with the day it is given (YYYY-MM-DD). */
export type GivenDisposition = Omit<Disposition, "to"> & { to?: string[]; day: string };

/** Somebody in the office, as users are known. */
export type PostHolder = { post: string; name: string };

/** Its number in the agenda of incoming letters. */
const agendaOf = (request: RequestDetail): string => request.agenda;

/** Lembar disposisi; without a disposition every box stays empty, to be filled by hand. */
export function dispositionSheet(
  office: Office,
  request: RequestDetail,
  given: GivenDisposition | null,
  people: readonly PostHolder[] = [],
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
      { label: "Nomor agenda", value: agendaOf(request), strong: true },
    ],
    nature: NATURE_BOXES.map(({ nature, word }) => ({
      text: word,
      mark: given?.nature === nature ? TICK : "",
    })),
    subject: { label: "Hal", value: request.subject },
    recipients: recipientBoxes(office.recipients, given),
    instructions: choices(office.instructions, given?.instructions ?? []),
    note: given?.note ?? "",
    due: dueOf(given),
    signature:
      given === null
        ? signatureOf(office.head, `${office.place}, ${DOTS}`)
        : giverSignature(office, given, people),
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

/** Whoever holds the post that gives it signs; by hand on a line where nobody is known to. */
function giverSignature(
  office: Office,
  { from, day }: GivenDisposition,
  people: readonly PostHolder[],
): Signature {
  const post = from === "" ? office.head.post : from;
  const place = placeAndDay(office, day);
  if (holderOf(office, post, day).name !== "") {
    return officialSignature(office, { post, onBehalf: [] }, day, place);
  }
  const user = people.find((one) => personKey(one.post) === personKey(post));
  return signatureOf({ post, name: user?.name ?? "", rank: "", nip: "" }, place);
}

/** Numbered in the order they were chosen, the leading one first. */
function recipientBoxes(offered: readonly string[], given: GivenDisposition | null): Choice[] {
  const to = given?.to ?? [];
  const leads = to.find((one) => one === given?.leads) ?? to[0];
  const ordered = leads === undefined ? [] : [leads, ...to.filter((one) => one !== leads)];
  const several = ordered.length > 1;
  return choices(offered, ordered).map((choice) => {
    const place = ordered.indexOf(choice.text);
    if (!several || place < 0) return choice;
    const text = place === 0 ? `${choice.text} (utama)` : choice.text;
    return { text, mark: String(place + 1) };
  });
}

/** The office's list with the chosen ones ticked; chosen ones that it lacks come after. */
function choices(offered: readonly string[], chosen: readonly string[]): Choice[] {
  const added = chosen.filter((one) => !offered.includes(one));
  const all = [...new Set([...offered, ...added])];
  if (all.length === 0) return Array.from({ length: BLANKS }, () => ({ text: DOTS, mark: "" }));
  return all.map((text) => ({ text, mark: chosen.includes(text) ? TICK : "" }));
}
