import type { BundleEvent, ImportedBundle } from "#shared/bundle/events.ts";
import type { Requester } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { ERASED, type Identities } from "../archive/identity.ts";
import type { Db } from "../archive/database.ts";
import { foldBundle, unpackEvents } from "./events.ts";

export const BUNDLE_TABLES = ["imported", "imported_file", "imported_identity"] as const;

/** The identities of an imported request by their digests at its own office. */
export const identityReader =
  (identities: Pick<Identities, "read">, digests: Record<string, string>) =>
  (digest: string): Requester | null => {
    const own = Object.hasOwn(digests, digest) ? digests[digest] : undefined;
    return own === undefined ? null : identities.read(own);
  };

/** Empty for in-house work. */
const requesterName = (
  state: RequestState | null,
  read: ReturnType<typeof identityReader>,
): string => {
  if (state === null || state.requester === null) return "";
  return read(state.requester)?.name ?? ERASED;
};

/** Requests of other offices as the list shows them. */
export function createBundleProjection(db: Db, identities: Identities) {
  const put = db.prepare(
    `INSERT INTO imported (id, event, request, office, government, number, subject, requester, sop, received,
       status, outcome, made, at, actor)
     VALUES (@id, @event, @request, @office, @government, @number, @subject, @requester, @sop, @received,
       @status, @outcome, @made, @at, @actor)
     ON CONFLICT (request) DO NOTHING`,
  );
  const putFile = db.prepare(
    "INSERT OR IGNORE INTO imported_file (imported, path, sha256) VALUES (?, ?, ?)",
  );
  const putIdentity = db.prepare(
    "INSERT OR IGNORE INTO imported_identity (imported, digest) VALUES (?, ?)",
  );
  const dropIdentities = db.prepare("DELETE FROM imported_identity WHERE imported = ?");
  const drop = db.prepare("DELETE FROM imported WHERE id = ?");
  const dropFiles = db.prepare("DELETE FROM imported_file WHERE imported = ?");

  /** False where another PC has taken over the same request first; its files stay all the same. */
  function write(event: BundleEvent, written: { id: string; at: string; by: string }): boolean {
    drop.run(event.body.id);
    dropFiles.run(event.body.id);
    dropIdentities.run(event.body.id);
    return event.type === "bundle.removed" || add(event.body, written);
  }

  function add(
    body: ImportedBundle,
    { id, at, by }: { id: string; at: string; by: string },
  ): boolean {
    const read = identityReader(identities, body.identities);
    const state = foldBundle(unpackEvents(body.events), body.definition, body.request, read);
    const { changes } = put.run({
      id: body.id,
      event: id,
      request: body.request,
      office: body.office.name,
      government: body.office.government,
      number: body.number,
      subject: body.subject,
      requester: requesterName(state, read),
      sop: body.definition.name,
      received: body.received,
      // It was whole when it was taken over; should it not be any more, its row stays all the same.
      status: state?.status ?? "running",
      outcome: state?.outcome ?? null,
      made: body.made,
      at,
      actor: by,
    });
    for (const file of body.files) putFile.run(body.id, file.path, file.sha256);
    for (const digest of Object.values(body.identities)) putIdentity.run(body.id, digest);
    return changes > 0;
  }

  return { write };
}
