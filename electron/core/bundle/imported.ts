import { copyFile, rename } from "node:fs/promises";
import { resolve } from "node:path";
import type { ImportedBundle } from "#shared/bundle/events.ts";
import type { Params, ResultOf } from "#shared/contract.ts";
import { wholeDisposition } from "#shared/disposition/model.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { stageOf } from "#shared/letter/state.ts";
import type { Outcome } from "#shared/sop/definition.ts";
import type { RequestState, RequestStatus } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { ERASED } from "../archive/identity.ts";
import type { Deps } from "../deps.ts";
import type { Downloads } from "../files/downloads.ts";
import { peopleOf } from "../office/people.ts";
import type { CallContext } from "../types.ts";
import { foldBundle, openedEvents, unpackEvents } from "./events.ts";
import { identityReader } from "./projection.ts";

type Detail = ResultOf<"bundle.get">;
type Listed = ResultOf<"bundle.list">;
type Row = {
  id: string;
  event: string;
  office: string;
  government: string;
  number: string;
  subject: string;
  requester: string;
  sop: string;
  received: string;
  status: RequestStatus;
  outcome: Outcome | null;
  made: string;
  at: string;
  actor: string;
};

/** Requests taken over, latest first. */
export function listImported(
  archive: Archive,
  { words, offset, limit }: Params<"bundle.list">,
): Listed {
  const values: Record<string, string | number> = {};
  const parts = words
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== "")
    .slice(0, 10)
    .map((word, at) => {
      values[`word${at}`] = `%${word.replace(/[\\%_]/gu, "\\$&")}%`;
      return `(number || ' ' || subject || ' ' || requester || ' ' || office || ' ' || government) LIKE @word${at} ESCAPE '\\'`;
    });
  const where = parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
  const { db } = archive;
  const total = db.prepare(`SELECT count(*) FROM imported ${where}`).pluck().get(values) as number;
  const rows = db
    .prepare(`SELECT * FROM imported ${where} ORDER BY at DESC, id LIMIT @limit OFFSET @offset`)
    .all({ ...values, limit, offset }) as Row[];
  return { total, rows: rows.map((row) => rowOf(archive, row)) };
}

function rowOf(archive: Archive, row: Row): Listed["rows"][number] {
  const { event: _, actor, ...rest } = row;
  return { ...rest, by: peopleOf(archive)(actor) };
}

type Found = { row: Row; body: ImportedBundle };

function find(archive: Archive, id: string): Result<Found> {
  const row = archive.sql("SELECT * FROM imported WHERE id = ?").get(id) as Row | undefined;
  const body = row && (archive.log.find(row.event)?.body as ImportedBundle | undefined);
  return row === undefined || body === undefined
    ? fail("bundle_unknown", {}, "id")
    : ok({ row, body });
}

/** What another office's request says, read from its own events. */
export function importedDetail(archive: Archive, id: string): Result<Detail> {
  const found = find(archive, id);
  if (!found.ok) return found;
  const { row, body } = found.value;
  const read = identityReader(archive.identities, body.identities);
  const raw = unpackEvents(body.events);
  const state = foldBundle(raw, body.definition, body.request, read);
  if (state === null) throw new Error(`imported bundle ${id} cannot be read`);
  const person = (user: string) => ({ id: user, name: body.people[user]?.name ?? user });
  const assessed = new Map(state.assessments.map((one) => [one.no, one]));
  const events = openedEvents(raw, read);
  return ok({
    ...rowOf(archive, row),
    office: body.office,
    definition: body.definition,
    requester: requesterIn(state, read),
    purpose: state.purpose,
    delivery: state.delivery,
    letter: state.letter,
    registered: { at: state.created.at, by: person(state.created.by) },
    items: state.items.map((item, index) => ({
      ...item,
      no: index + 1,
      availability: assessed.get(index + 1)?.availability ?? null,
      availabilityNote: assessed.get(index + 1)?.note ?? "",
    })),
    visits: state.visits.map((visit) => ({
      ...visit,
      by: visit.by === null ? null : person(visit.by),
    })),
    dispositions: state.dispositions.map((one) => ({
      ...wholeDisposition(one, ""),
      by: person(one.by),
      reports: (one.reports ?? []).map((report) => ({ ...report, by: person(report.by) })),
    })),
    letters: lettersOf(state, body),
    files: filesOf(state, body, person),
    whole: body.files.find(({ kind }) => kind === "bundle")?.path ?? null,
    history: events.map((event, at) => ({
      id: `${raw[at]?.writer ?? ""}:${raw[at]?.seq ?? at}`,
      at: event.at,
      by: person(event.by),
      type: event.type,
      body: event.body as Record<string, unknown>,
    })),
    people: Object.fromEntries(Object.entries(body.people).map(([user, { name }]) => [user, name])),
    papers: body.papers,
  });
}

function requesterIn(
  state: RequestState,
  read: ReturnType<typeof identityReader>,
): Detail["requester"] {
  if (state.requester === null) return null;
  const blank = { identity: "", institution: "", address: "", phone: "", email: "" };
  return read(state.requester) ?? { kind: "individual", name: ERASED, ...blank };
}

/** Letters that have left the desk; drafts stay with their office. */
function lettersOf(state: RequestState, { files, papers }: ImportedBundle): Detail["letters"] {
  return state.letters.flatMap((letter) => {
    const { id, kind, issued, signed, about, text } = letter;
    const signedFile = files.filter((file) => file.kind === "file" && file.id === signed?.file);
    const printed = files.filter((file) => file.kind === "letter" && file.id === id);
    const paths = [...signedFile, ...printed].map(({ path }) => path);
    if (issued === null && paths.length === 0) return [];
    return [
      {
        id,
        name: papers[kind] ?? kind,
        about: about === "" ? state.subject : about,
        number: issued?.number ?? "",
        date: issued?.date ?? text.date ?? "",
        stage: stageOf(letter),
        files: paths,
      },
    ];
  });
}

function filesOf(
  state: RequestState,
  { files }: ImportedBundle,
  person: (id: string) => { id: string; name: string },
): Detail["files"] {
  return state.files.map(({ id, name, size, sha256, at, by, withdrawn }) => ({
    id,
    path: files.find((file) => file.kind === "file" && file.id === id)?.path ?? null,
    name,
    size,
    sha256,
    at,
    by: person(by),
    withdrawn,
  }));
}

/** A file of an imported request, to `path` or as a download. */
export async function importedFile(
  { archive, store }: Deps,
  downloads: Downloads,
  { id, file: asked, path }: Params<"bundle.file">,
  { origin }: CallContext,
): Promise<Result<ResultOf<"bundle.file">>> {
  if (path !== undefined && origin === "window") return fail("path_not_allowed");
  const found = find(archive, id);
  if (!found.ok) return found;
  const file = found.value.body.files.find((one) => one.path === asked);
  if (file === undefined) return fail("file_unknown", {}, "file");
  const { name, size, sha256 } = file;
  const target =
    path === undefined ? await downloads.reserve(name) : { id: null, path: resolve(path) };
  const temporary = `${target.path}.tmp`;
  try {
    await copyFile(store.pathOf(sha256), temporary);
    await rename(temporary, target.path);
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (gone && path === undefined) return fail("file_missing", { name });
    if (path !== undefined) return fail("path_unwritable", { path: target.path }, "path");
    throw error;
  }
  return ok({ name, size, path: path === undefined ? null : target.path, download: target.id });
}

/** Attachments of an imported request by their paths; null for one that it does not have. */
export function importedAttachments(
  archive: Archive,
  id: string,
  paths: readonly string[],
): Result<{ name: string; size: number; sha256: string }[]> {
  const found = find(archive, id);
  if (!found.ok) return found;
  const files = paths.map((path) => found.value.body.files.find((one) => one.path === path));
  if (files.some((file) => file === undefined)) return fail("file_unknown", {}, "files");
  return ok(files.filter((file) => file !== undefined));
}
