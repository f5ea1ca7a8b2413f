import type { RequestDetail } from "#shared/contract.ts";
import { DEFAULT_STYLE, type Office } from "#shared/office.ts";
import type { Disposition } from "#shared/request/model.ts";
import { dayOf } from "#shared/time/zone.ts";
import { dispositionSheet, type GivenDisposition, type PostHolder } from "./disposition.ts";
import { kopOf } from "./office.ts";
import type { DocumentModel } from "./types.ts";

/** Id of the paper that is a form of its own and has no template. */
export const DISPOSITION = "disposition";

export type DispositionOrder = {
  office: Office;
  request: RequestDetail;
  /** A disposition being written; without it the latest one, or a form to fill by hand. */
  disposition?: Omit<Disposition, "to"> & { to?: string[] };
  /** Id of one that was given, in place of the latest. */
  dispositionId?: string;
  /** Who holds which post, for the one who signs; the office's own officials go before them. */
  people?: readonly PostHolder[];
  /** The day it is in the office, YYYY-MM-DD. */
  today: string;
};

/** The lembar disposisi as plain data. Pure: the same order gives the same model. */
export function dispositionModel(order: DispositionOrder): DocumentModel {
  const { office, request, today, people } = order;
  const given = dispositionOf(order);
  return {
    kind: DISPOSITION,
    author: office.name,
    kop: kopOf(office),
    // The form has margins and sizes of its own, see electron/core/documents/page.ts.
    style: DEFAULT_STYLE,
    ...dispositionSheet(office, request, given, people),
    date: given?.day ?? today,
    mark: "",
  };
}

function dispositionOf({
  office,
  request,
  disposition,
  dispositionId,
  today,
}: DispositionOrder): GivenDisposition | null {
  if (disposition !== undefined) return { ...disposition, day: today };
  const given =
    dispositionId === undefined
      ? request.dispositions.at(-1)
      : request.dispositions.find((one) => one.id === dispositionId);
  return given === undefined ? null : { ...given, day: dayOf(given.at, office.zone) };
}
