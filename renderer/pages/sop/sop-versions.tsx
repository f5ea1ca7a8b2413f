import { useState } from "react";
import { Link } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Select } from "../../components/select.tsx";
import { useGo } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { sopText as text } from "../../text/sop.ts";
import { newestOf } from "./newest.ts";

type Sop = ResultOf<"sop.get">;

/** All versions, each to look at, any two to compare. */
export function SopVersions({ sop }: { sop: Sop }) {
  const { zone } = useSession().office;
  const newest = newestOf(sop);
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.versions}</h2>
      </header>
      <ul className="sop-rows">
        {sop.versions.map(({ version, at, by, running }) => (
          <li key={version}>
            <span className="sop-version">
              {version === sop.version ? (
                <strong>{text.versionOf(version)}</strong>
              ) : (
                <Link href={addressOf(sop.id, version, newest)}>{text.versionOf(version)}</Link>
              )}
              {version === newest && <Chip tone="ok">{text.versionNewest}</Chip>}
              {version === sop.version && <Chip tone="mute">{text.versionShown}</Chip>}
              {running > 0 && <Chip tone="run">{text.versionRunning(running)}</Chip>}
            </span>
            <span className="muted small">{text.versionBy(text.moment(at, zone), by.name)}</span>
          </li>
        ))}
      </ul>
      {sop.versions.length > 1 && <Compare key={sop.version} sop={sop} />}
    </section>
  );
}

const addressOf = (id: string, version: number, newest: number): string =>
  version === newest ? `/sop/${id}` : `/sop/${id}?versi=${version}`;

/** The version looked at beside the one before it, until others are chosen. */
function Compare({ sop }: { sop: Sop }) {
  const go = useGo();
  const versions = sop.versions.map((one) => one.version);
  const last = String(sop.version === versions.at(-1) ? (versions[0] ?? 1) : sop.version);
  const [to, setTo] = useState(last);
  const [from, setFrom] = useState(
    String(versions.find((version) => version < Number(last)) ?? versions.at(-1) ?? 1),
  );
  const options = versions.map((version) => ({
    value: String(version),
    label: text.versionOf(version),
  }));
  return (
    <div className="sop-compare">
      <Select label={text.compareFrom} value={from} onChange={setFrom} options={options} />
      <Select label={text.compareTo} value={to} onChange={setTo} options={options} />
      <Button
        isDisabled={from === to}
        onPress={() => go(`/sop/${sop.id}/banding?dari=${from}&ke=${to}`)}
      >
        {text.compare}
      </Button>
    </div>
  );
}
