import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { letterOf } from "#shared/letter/commands.ts";
import { unlessCancelled } from "#shared/request/commands.ts";
import type { AttachedFile, RequestEvent } from "#shared/request/events.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import { fileNameOf } from "../files/file-name.ts";
import { letterModel } from "../letters/compose.ts";
import { derivedId } from "../messages/ids.ts";
import type { Messages } from "../messages/messages.ts";
import { readOffice, today } from "../office/methods.ts";
import { changeRequest } from "../requests/methods.ts";
import { templateVersion } from "../templates/library.ts";
import type { CallContext } from "../types.ts";

/** Days for which an answer may be downloaded unless the office says another day. */
export const RELEASE_DAYS = 30;

type Release = Params<"answer.release">;
type Released = { name: string; size: number; sha256: string };

/**
 * Lets the requester download what was chosen. Letters become attachments first, byte for byte as
 * they are handed out: the signed file, or the PDF as it prints.
 */
export async function releaseAnswer(
  deps: Deps,
  messages: Messages,
  params: Release,
  context: CallContext,
): Promise<Result<ResultOf<"answer.release">>> {
  const { archive } = deps;
  const state = archive.readState(params.request);
  if (state === null) return fail("request_unknown", { id: params.request }, "request");
  const { origin } = state;
  if (origin === undefined) return fail("release_not_public");
  const { text, letters } = params;
  const chosen = attachmentsOf(state, params.files);
  if (!chosen.ok) return chosen;
  if (text.trim() === "" && letters.length + chosen.value.length === 0) {
    return fail("release_empty", {}, "files");
  }
  const day = today(deps);
  const expires = params.expires === "" ? later(day, RELEASE_DAYS) : params.expires;
  if (expires < day) return fail("release_expired", {}, "expires");
  const printed = await printAll(deps, state, letters);
  if (!printed.ok) return printed;
  const id = deps.newId();
  return archive.transact((): Result<ResultOf<"answer.release">> => {
    const changed = changeRequest(deps, context, params.request, (now) => {
      const open = unlessCancelled(now);
      if (!open.ok) return open;
      const current = currentVisit(now);
      const place = { step: current?.step ?? null, visit: current?.visit ?? null };
      const fresh = printed.value.filter(({ sha256 }) => !holds(now, sha256));
      const files = [...chosen.value, ...printed.value].map(released);
      return ok<RequestEvent[]>([
        ...fresh.map((file): RequestEvent => ({
          type: "file.attached",
          body: { id: deps.newId(), ...file, ...place },
        })),
        { type: "answer.released", body: { id, text, files, expires } },
      ]);
    });
    if (!changed.ok) return changed;
    const given = changed.value.releases?.find((one) => one.id === id);
    messages.outbox.put({
      id: derivedId("released", id),
      at: archive.now(),
      type: "public.released",
      body: {
        tracking: origin.portal,
        release: id,
        text,
        files: (given?.files ?? []).map(released),
        expires,
      },
    });
    return ok({ release: id, expires });
  });
}

const released = ({ name, size, sha256 }: Released): Released => ({ name, size, sha256 });

const holds = ({ files }: RequestState, sha256: string): boolean =>
  files.some((one) => one.sha256 === sha256 && one.withdrawn === null);

function attachmentsOf(state: RequestState, ids: readonly string[]): Result<AttachedFile[]> {
  const found = state.files.filter(({ id, withdrawn }) => ids.includes(id) && withdrawn === null);
  return found.length === new Set(ids).size ? ok(found) : fail("file_unknown", {}, "files");
}

async function printAll(
  deps: Deps,
  state: RequestState,
  letters: readonly string[],
): Promise<Result<Released[]>> {
  const printed: Released[] = [];
  for (const id of letters) {
    const one = await printLetter(deps, state, id);
    if (!one.ok) return one;
    printed.push(one.value);
  }
  return ok(printed);
}

/** The signed file where there is one; a letter without a number is no answer yet. */
async function printLetter(deps: Deps, state: RequestState, id: string): Promise<Result<Released>> {
  const found = letterOf(state, id);
  if (!found.ok) return found;
  const { issued, voided, signed, template: used } = found.value;
  if (issued === null) return fail("letter_without_number");
  if (voided !== null) return fail("letter_void", { number: issued.number });
  const file = state.files.find((one) => one.id === signed?.file && one.withdrawn === null);
  if (file !== undefined) return ok(released(file));
  const template = templateVersion(deps.archive, used.id, used.version)?.template;
  if (template === undefined) return fail("template_unknown");
  const { model } = letterModel(deps, {
    template,
    state,
    letter: found.value,
    text: found.value.text,
    anchored: false,
  });
  const paper = readOffice(deps.archive)?.letterStyle.paper ?? "A4";
  const { pdf } = await deps.printer.render(model, paper);
  const incoming = await deps.store.receive();
  await incoming.append(pdf);
  const stored = await incoming.finish();
  return ok({ name: fileNameOf(`${template.name} ${issued.number}.pdf`), ...stored });
}

/** The day so many days later. */
function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
