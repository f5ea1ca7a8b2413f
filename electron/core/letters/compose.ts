import { createHash } from "node:crypto";
import type { RequestDetail } from "#shared/contract.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import { checkCode, vouchedText } from "#shared/letter/check-code.ts";
import { composeLetter } from "#shared/letter/compose.ts";
import type { LetterState } from "#shared/letter/state.ts";
import type { Template } from "#shared/letter/template.ts";
import type { DocumentModel } from "#shared/letter/types.ts";
import type { Office } from "#shared/office.ts";
import type { StoredText } from "#shared/request/events.ts";
import type { RequestState } from "#shared/request/state.ts";
import { dayOf } from "#shared/time/zone.ts";
import { officeOfEvent, readOffice } from "../office/methods.ts";
import type { Archive } from "../archive/archive.ts";
import type { Deps } from "../deps.ts";
import { detailOf } from "../requests/detail.ts";

type ComposeOrder = {
  template: Template;
  state: RequestState;
  /** The letter as it stands; null for one that is only being written. */
  letter: LetterState | null;
  text: StoredText;
  anchored: boolean;
};

/**
 * A letter as data: for a numbered one the request and the profile as they were when it got its
 * number, whatever has changed since; else as they are.
 */
export function letterModel(
  { archive, clock }: Pick<Deps, "archive" | "clock">,
  { template, state, letter, text, anchored }: ComposeOrder,
): { model: DocumentModel; request: RequestDetail; office: Office | null } {
  const issued = letter?.issued ?? null;
  const then = issued === null ? state : stateAtIssue(archive, state, issued.id);
  const office = issued === null ? readOffice(archive) : officeOfEvent(archive, issued.office);
  const request = detailOf(archive, then);
  const profile = office ?? BLANK_OFFICE;
  const model = composeLetter({
    template,
    office: profile,
    request,
    text,
    number: issued?.number ?? null,
    issuedAt: issued?.at ?? null,
    today: dayOf(clock.instant(), profile.zone),
    officer: { name: request.registered.by.name, post: postOf(archive, state.created.by) },
    initials: (letter?.checks ?? []).map(({ by, approved }) => ({
      post: postOf(archive, by),
      mark: approved ? "✓" : "",
    })),
    code:
      issued === null
        ? ""
        : checkCode({ ...issued, digest: letterDigest(issued) }, profile.portalUrl),
    anchored,
  });
  return { model, request, office };
}

/** SHA-256 of what the code on a paper vouches for. */
export const letterDigest = (issued: NonNullable<LetterState["issued"]>): string =>
  createHash("sha256").update(vouchedText(issued)).digest("hex");

const stateAtIssue = (archive: Archive, state: RequestState, id: string): RequestState =>
  archive.fold(state.id, (event) => event.type === "document.issued" && event.body.id === id);

/** The post of a user; empty for the command line. */
function postOf(archive: Archive, user: string): string {
  const post = archive.sql("SELECT post FROM user WHERE id = ?").pluck().get(user);
  return typeof post === "string" ? post : "";
}
