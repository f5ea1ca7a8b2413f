import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { RequestDetail } from "#shared/contract.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import { VOID_MARK } from "#shared/letter/compose.ts";
import { DISPOSITION, dispositionModel } from "#shared/letter/model.ts";
import type { LetterState } from "#shared/letter/state.ts";
import type { DocumentModel } from "#shared/letter/types.ts";
import type { Office } from "#shared/office.ts";
import type { Paper } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { letterModel } from "../letters/compose.ts";
import { listUsers, readOffice } from "../office/methods.ts";
import { detailOf } from "../requests/detail.ts";
import { templateNames, templateVersion } from "../templates/library.ts";

/** A file of the archive as the bundle takes it in. */
export type SourceFile = {
  id: string;
  name: string;
  size: number;
  sha256: string;
  path: string;
  /** ISO instant, and name of whoever attached it. */
  at: string;
  by: string;
};

/** A letter that has left the desk: its own paper, and the signed file where there is one. */
export type SourceLetter = {
  id: string;
  name: string;
  number: string;
  date: string;
  voided: boolean;
  model: DocumentModel;
  signed: SourceFile | null;
};

export type SourceDisposition = { id: string; from: string; to: string[]; model: DocumentModel };

/** Everything of a request that goes into its bundle, as plain data that crosses to a thread. */
export type BundleSource = {
  office: Office;
  request: RequestDetail;
  definition: Definition;
  paper: Paper;
  /** ISO instant and the day of it in the office. */
  made: string;
  today: string;
  /** Folder of the fonts. */
  fonts: string;
  dispositions: SourceDisposition[];
  letters: SourceLetter[];
  /** Attachments that count, without the signed letters. */
  files: SourceFile[];
};

export function bundleSource(deps: Deps, state: RequestState, paper?: Paper): BundleSource {
  const { archive, clock, resources } = deps;
  const office = readOffice(archive) ?? BLANK_OFFICE;
  const request = detailOf(archive, state);
  const made = clock.instant();
  const today = dayOf(made, office.zone);
  const files = new Map(
    request.files
      .filter((file) => file.withdrawn === null)
      .map((file): [string, SourceFile] => [
        file.id,
        {
          id: file.id,
          name: file.name,
          size: file.size,
          sha256: file.sha256,
          path: deps.store.pathOf(file.sha256),
          at: file.at,
          by: file.by.name,
        },
      ]),
  );
  const letters = sourceLetters(deps, state, files);
  const signed = new Set(letters.flatMap((letter) => letter.signed?.id ?? []));
  const people = listUsers(archive).filter((user) => user.active);
  return {
    office,
    request,
    definition: archive.definitionOf(state.sop),
    paper: paper ?? office.letterStyle.paper,
    made,
    today,
    fonts: join(resources, "fonts"),
    dispositions: request.dispositions.map(({ id, from, to }) => ({
      id,
      from,
      to,
      model: dispositionModel({ office, request, dispositionId: id, people, today }),
    })),
    letters,
    files: [...files.values()].filter(({ id }) => !signed.has(id)),
  };
}

function sourceLetters(
  deps: Deps,
  state: RequestState,
  files: ReadonlyMap<string, SourceFile>,
): SourceLetter[] {
  const name = templateNames(deps.archive);
  return state.letters.flatMap((letter): SourceLetter[] => {
    const { id, kind, issued, signed, voided, text } = letter;
    if (issued === null && signed === null) return [];
    const model = modelOf(deps, state, letter);
    if (model === null) return [];
    return [
      {
        id,
        name: name(kind),
        number: issued?.number ?? "",
        date: issued?.date ?? text.date ?? "",
        voided: voided !== null,
        model: voided === null ? model : { ...model, mark: VOID_MARK },
        signed: (signed !== null && files.get(signed.file ?? "")) || null,
      },
    ];
  });
}

function modelOf(deps: Deps, state: RequestState, letter: LetterState): DocumentModel | null {
  const found = templateVersion(deps.archive, letter.template.id, letter.template.version);
  if (found === null || letter.kind === DISPOSITION) return null;
  const { template } = found;
  return letterModel(deps, { template, state, letter, text: letter.text, anchored: false }).model;
}

/** Why a file of the archive cannot be taken in; null for a sound one. Reads it whole. */
export async function unsound({ path, size, sha256 }: SourceFile): Promise<string | null> {
  const info = await stat(path).catch(() => null);
  if (info === null) return "tidak ditemukan di arsip";
  if (info.size !== size) return "rusak di arsip";
  const hash = createHash("sha256");
  try {
    for await (const part of createReadStream(path)) hash.update(part as Buffer);
  } catch {
    // A disk that cannot read it any more; the archive's own check names it.
    return "tidak dapat dibaca dari arsip";
  }
  return hash.digest("hex") === sha256 ? null : "rusak di arsip";
}
