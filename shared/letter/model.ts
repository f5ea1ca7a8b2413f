import type { RequestDetail } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";
import type { Disposition, DocumentKind, LetterText } from "#shared/request/model.ts";
import { dayOf } from "#shared/time/zone.ts";
import { delivery } from "./delivery.ts";
import { extensionLetter } from "./extension.ts";
import { dispositionSheet, type GivenDisposition } from "./disposition.ts";
import { letterOf } from "./letter.ts";
import { kopOf } from "./office.ts";
import { receipt } from "./receipt.ts";
import type { Asked } from "./request.ts";
import { refusal } from "./refusal.ts";
import type { Block, DocumentModel } from "./types.ts";

export type DocumentOrder = {
  kind: DocumentKind;
  office: Office;
  request: RequestDetail;
  /** The text of a draft; ignored when the letter has its number. */
  text?: LetterText;
  /** A disposition being written; without it the latest one, or a form to fill by hand. */
  disposition?: Omit<Disposition, "to"> & { to?: string[] };
  /** Post of whoever registered the request, for the receipt. */
  officerPost?: string;
  /** The day it is in the office, YYYY-MM-DD. */
  today: string;
};

/** A paper of the main job as plain data. Pure: the same order gives the same model. */
export function documentModel(order: DocumentOrder): DocumentModel {
  const { office } = order;
  return { kind: order.kind, author: office.name, kop: kopOf(office), ...contentOf(order) };
}

/** Letters answer somebody; whoever orders one for in-house work has not asked `request.requester`. */
function asked(request: RequestDetail): Asked {
  const { requester } = request;
  if (requester === null) throw new Error(`request ${request.number} has no requester`);
  return { ...request, requester };
}

type DocumentContent = { blocks: Block[]; title: string; reference: string };

function contentOf(order: DocumentOrder): DocumentContent & { date: string; draft: boolean } {
  const { kind, office, request, today } = order;
  switch (kind) {
    case "receipt": {
      const date = dayOf(request.registered.at, office.zone);
      return { ...receipt(office, asked(request), order.officerPost ?? ""), date, draft: false };
    }
    case "disposition": {
      const given = dispositionOf(order);
      const sheet = dispositionSheet(office, request, given);
      return { ...sheet, date: given?.day ?? today, draft: false };
    }
    case "refusal": {
      const letter = letterOf("refusal", asked(request), order.text, today);
      return { ...refusal(office, asked(request), letter), date: letter.date, draft: letter.draft };
    }
    case "extension": {
      const letter = letterOf("extension", asked(request), order.text, today);
      const content = extensionLetter(office, asked(request), letter);
      return { ...content, date: letter.date, draft: letter.draft };
    }
    case "delivery": {
      const letter = letterOf("delivery", asked(request), order.text, today);
      return {
        ...delivery(office, asked(request), letter),
        date: letter.date,
        draft: letter.draft,
      };
    }
  }
}

function dispositionOf({
  office,
  request,
  disposition,
  today,
}: DocumentOrder): GivenDisposition | null {
  if (disposition !== undefined) return { ...disposition, day: today };
  const latest = request.dispositions.at(-1);
  return latest === undefined ? null : { ...latest, day: dayOf(latest.at, office.zone) };
}
