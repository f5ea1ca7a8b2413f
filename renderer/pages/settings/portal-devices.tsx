import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { moment, shortDay } from "#shared/time/format.ts";
import { dayOf, type Zone } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { InfoNote } from "../../components/note.tsx";
import { useServices } from "../../store/services.ts";
import { useNow } from "../../store/use-now.ts";
import { useQuery } from "../../store/use-query.ts";
import { commonText } from "../../text/common.ts";
import { agoText, syncText as text } from "../../text/sync.ts";
import { InviteDialog } from "./portal-invite.tsx";

type Device = ResultOf<"sync.devices">[number];

/** The PCs of the office, and how one more joins. */
export function PortalDevices({ url, zone }: { url: string; zone: Zone }) {
  const devices = useQuery("sync.devices", {});
  const [inviting, setInviting] = useState(false);
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.devices}</h2>
        <Button small icon="plus" onPress={() => setInviting(true)}>
          {text.addPc}
        </Button>
      </header>
      {devices.data !== undefined && <DeviceTable devices={devices.data} zone={zone} />}
      {devices.error !== null && (
        <div className="card-body">
          <InfoNote
            title={text.devicesOffline}
            actions={
              <Button small onPress={devices.reload}>
                {commonText.retry}
              </Button>
            }
          >
            {devices.error.message}
          </InfoNote>
        </div>
      )}
      {devices.data === undefined && devices.slow && (
        <p className="card-body muted" role="status">
          {commonText.loading}
        </p>
      )}
      {inviting && <InviteDialog url={url} zone={zone} onClose={() => setInviting(false)} />}
    </section>
  );
}

function DeviceTable({ devices, zone }: { devices: readonly Device[]; zone: Zone }) {
  return (
    <table className="plain-table portal-devices">
      <thead>
        <tr>
          <th>{text.name}</th>
          <th>{text.letter}</th>
          <th>{text.joinedAt}</th>
          <th>{text.seen}</th>
          <th>{text.state}</th>
          <th>
            <span className="visually-hidden">{commonText.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function DeviceRow({ device, zone }: { device: Device; zone: Zone }) {
  const { id, name, letter, joined, seen, revoked, own } = device;
  const { client, queries, questions, notices } = useServices();
  const now = useNow();
  const dayText = (instant: string): string => shortDay(dayOf(instant, zone));

  async function revoke(): Promise<void> {
    if (!(await questions.ask(text.revokeQuestion(name)))) return;
    const done = await client.call("sync.revoke", { device: id });
    if (done.ok) {
      queries.put("sync.devices", {}, done.value);
      notices.tell(text.revokedNow(name));
    } else notices.fail(done.error);
  }

  return (
    <tr className={revoked === null ? undefined : "portal-revoked"}>
      <td>
        <Name>{name}</Name> {own && <Chip tone="run">{text.own}</Chip>}
      </td>
      <td className="number">{letter === "" ? "–" : letter}</td>
      <td className="number">{dayText(joined)}</td>
      <td>
        {seen === null ? text.never : <span title={moment(seen, zone)}>{agoText(seen, now)}</span>}
      </td>
      <td>
        {revoked === null ? (
          <Chip tone="ok">{text.active}</Chip>
        ) : (
          <Chip tone="mute">{text.revoked(dayText(revoked))}</Chip>
        )}
      </td>
      <td className="settings-actions">
        {!own && revoked === null && (
          <Button small tone="quiet" aria-label={text.revokeOf(name)} onPress={() => void revoke()}>
            {text.revoke}
          </Button>
        )}
      </td>
    </tr>
  );
}
