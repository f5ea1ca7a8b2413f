import { Fragment } from "react";
import { Link } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { Chip } from "../../components/chip.tsx";
import { numberText } from "../../text/common.ts";
import { sopKind, sopText as text } from "../../text/sop.ts";
import { byOffice } from "./by-office.ts";

type SopRow = ResultOf<"sop.list">["sops"][number];

const HEADS = [text.steps, text.lanes, text.running, text.open, text.version];

/** SOPs under the office that each comes from. */
export function SopTable({ sops }: { sops: readonly SopRow[] }) {
  return (
    <table className="plain-table card sop-table">
      <thead>
        <tr>
          <th scope="col" className="sop-table-name">
            {text.name}
          </th>
          <th scope="col">{text.number}</th>
          <th scope="col">{text.kind}</th>
          {HEADS.map((head) => (
            <th key={head} scope="col" className="sop-figure">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {byOffice(sops).map(({ office, items }) => (
        <Fragment key={office}>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={8} className="sop-office">
                {office} <span className="muted">{text.ofOffice(items.length)}</span>
              </th>
            </tr>
            {items.map((sop) => (
              <Row key={sop.id} sop={sop} />
            ))}
          </tbody>
        </Fragment>
      ))}
    </table>
  );
}

function Row({ sop }: { sop: SopRow }) {
  return (
    <tr>
      <td>
        <Link href={`/sop/${sop.id}`}>{sop.name}</Link>{" "}
        {sop.draft && <Chip tone="mute">{text.hasDraft}</Chip>}
      </td>
      <td className="number sop-number">{sop.number}</td>
      <td className="sop-kind">{sopKind(sop)}</td>
      <td className="sop-figure">{numberText(sop.stepCount)}</td>
      <td className="sop-figure">{numberText(sop.lanes.length)}</td>
      <td className="sop-figure">{figure(sop.running)}</td>
      <td className="sop-figure">{figure(sop.open)}</td>
      <td className="sop-figure">{numberText(sop.version)}</td>
    </tr>
  );
}

/** A dash where there is nothing, so that what there is stands out. */
const figure = (count: number): string => (count === 0 ? "–" : numberText(count));
