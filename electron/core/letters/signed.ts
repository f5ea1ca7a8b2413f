import { readFile } from "node:fs/promises";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { toSend, toSign } from "#shared/letter/commands.ts";
import type { LetterState } from "#shared/letter/state.ts";
import type { DocumentModel } from "#shared/letter/types.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import { readGiven } from "../files/read-given.ts";
import { today } from "../office/methods.ts";
import { changeRequest } from "../requests/methods.ts";
import { templateVersion } from "../templates/library.ts";
import type { CallContext } from "../types.ts";
import { letterModel } from "./compose.ts";
import { answerOf } from "./answer.ts";
import { inspectPdf } from "../signed-pdf/pdf-text.ts";
import { type PdfSignature, readSignatures } from "../signed-pdf/pdf-signatures.ts";
import { looksLikeSameLetter } from "./same-letter.ts";
import { wordsOf } from "./words-of.ts";

/** Signed files are read whole, so they have a bound, in bytes. */
const MOST = 50_000_000;

type Given = { name: string; bytes: Uint8Array };
type Signatures = ResultOf<"letter.sign">["signatures"];

/**
 * Records a signature. The file's bytes are kept exactly as they came; it must be a PDF of this very
 * letter, and one that was signed electronically must hold a signature.
 */
export async function signLetter(
  deps: Deps,
  params: Params<"letter.sign">,
  context: CallContext,
): Promise<Result<ResultOf<"letter.sign">>> {
  const { archive } = deps;
  const { request, letter: id, how } = params;
  const state = archive.readState(request);
  if (state === null) return fail("request_unknown", { id: request }, "request");
  const letter = toSign(state, id);
  if (!letter.ok) return letter;
  const day = params.day === "" ? today(deps) : params.day;
  if (day > today(deps)) return fail("date_in_future", {}, "day");
  const file = await givenFile(deps, params, context);
  if (!file.ok) return file;
  if (file.value === null && how === "electronic") return fail("signed_file_missing", {}, "file");
  const checked =
    file.value === null
      ? ok<PdfSignature[]>([])
      : await checkFile(deps, state, letter.value, file.value, params);
  if (!checked.ok) return checked;
  const signatures = shown(checked.value);
  const stored = file.value === null ? null : await storeFile(deps, file.value);

  const changed = changeRequest(deps, context, request, (now) => {
    const still = toSign(now, id);
    if (!still.ok) return still;
    return ok<RequestEvent[]>([
      ...(stored === null ? [] : [attached(now, stored)]),
      {
        type: "letter.signed",
        body: {
          id,
          how,
          day,
          file: stored?.id ?? null,
          sha256: stored?.sha256 ?? null,
          signers: signatures.map(({ signer }) => signer),
        },
      },
    ]);
  });
  if (!changed.ok) return changed;
  const answer = answerOf(deps, changed.value, id);
  return answer.ok ? ok({ ...answer.value, signatures }) : answer;
}

/** Records how a letter went out; the proof is kept with the request's files. */
export async function sendLetter(
  deps: Deps,
  params: Params<"letter.send">,
  context: CallContext,
): Promise<Result<ResultOf<"letter.send">>> {
  const { archive } = deps;
  const { request, letter: id, how, to, note } = params;
  const state = archive.readState(request);
  if (state === null) return fail("request_unknown", { id: request }, "request");
  const ready = toSend(state, id);
  if (!ready.ok) return ready;
  const day = params.day === "" ? today(deps) : params.day;
  if (day > today(deps)) return fail("date_in_future", {}, "day");
  const proof = await givenFile(deps, params, context);
  if (!proof.ok) return proof;
  const stored = proof.value === null ? null : await storeFile(deps, proof.value);
  const changed = changeRequest(deps, context, request, (now) => {
    const still = toSend(now, id);
    if (!still.ok) return still;
    return ok<RequestEvent[]>([
      ...(stored === null ? [] : [attached(now, stored)]),
      { type: "letter.sent", body: { id, how, to, day, note, proof: stored?.id ?? null } },
    ]);
  });
  return changed.ok ? answerOf(deps, changed.value, id) : changed;
}

/** The signatures of the file that was kept, read anew, so that a changed file shows. */
export async function signaturesOf(
  { store }: Deps,
  state: RequestState,
  letter: LetterState,
): Promise<Result<ResultOf<"letter.signatures">>> {
  const file = state.files.find((one) => one.id === letter.signed?.file);
  if (file === undefined) return ok({ signatures: [] });
  const bytes = await readFile(store.pathOf(file.sha256)).catch(() => null);
  if (bytes === null) return fail("file_missing", { name: file.name });
  return ok({ signatures: shown(await readSignatures(bytes)) });
}

const shown = (found: readonly PdfSignature[]): Signatures =>
  found.map(({ signer, issuer, at, state }) => ({ signer, issuer, at, state }));

async function givenFile(
  deps: Deps,
  { upload, path }: { upload?: string | undefined; path?: string | undefined },
  context: CallContext,
): Promise<Result<Given | null>> {
  if (upload === undefined && path === undefined) return ok(null);
  return readGiven(deps.uploads, { upload, path }, context, MOST);
}

/** Whether the file is a readable PDF of this letter, and its signatures. A scan may be a picture. */
async function checkFile(
  deps: Deps,
  state: RequestState,
  letter: LetterState,
  { name, bytes }: Given,
  { how, looked }: Params<"letter.sign">,
): Promise<Result<PdfSignature[]>> {
  const found = await inspectPdf(bytes);
  if (found.kind === "locked") return fail("signed_locked", { name }, "file");
  if (found.kind !== "ok") {
    return how === "wet" && isPicture(bytes) ? ok([]) : fail("signed_not_pdf", { name }, "file");
  }
  const { issued } = letter;
  if (issued === null) return fail("letter_without_number");
  const words = wordsOf(modelOf(deps, state, letter));
  const same = looksLikeSameLetter({ number: issued.number, words }, found.text);
  if (same === "other") {
    return fail("signed_other_letter", { name, number: issued.number }, "file");
  }
  if (same === "no-text" && how === "electronic" && !looked) {
    return fail("signed_without_text", { name }, "looked");
  }
  const signatures = await readSignatures(bytes);
  if (how === "electronic" && signatures.length === 0) {
    return fail("signed_without_signature", { name }, "file");
  }
  // What was changed after signing is shown; a signature that does not hold is no signature.
  if (signatures.length > 0 && signatures.every(({ state }) => state === "broken")) {
    return fail("signed_broken", { name }, "file");
  }
  return ok(signatures);
}

function modelOf(deps: Deps, state: RequestState, letter: LetterState): DocumentModel {
  const { id, version } = letter.template;
  const found = templateVersion(deps.archive, id, version);
  if (found === null) throw new Error(`template ${id} ${version} is not in the archive`);
  const { template } = found;
  return letterModel(deps, { template, state, letter, text: letter.text, anchored: false }).model;
}

/** JPEG or PNG by their first bytes. */
const isPicture = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) || (bytes[0] === 0x89 && bytes[1] === 0x50);

type StoredFile = { id: string; sha256: string; name: string; size: number };

/** The content is safe in the store before the event that names it is written. */
async function storeFile({ store, newId }: Deps, { name, bytes }: Given): Promise<StoredFile> {
  const incoming = await store.receive();
  try {
    await incoming.append(bytes);
    return { id: newId(), name, ...(await incoming.finish()) };
  } catch (error) {
    await incoming.abort();
    throw error;
  }
}

function attached(state: RequestState, file: StoredFile): RequestEvent {
  const current = currentVisit(state);
  const place = { step: current?.step ?? null, visit: current?.visit ?? null };
  return { type: "file.attached", body: { ...file, ...place } };
}
