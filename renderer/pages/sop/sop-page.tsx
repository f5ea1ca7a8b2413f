import "./sop.css";
import { Link, useParams, useSearch } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { Chip } from "../../components/chip.tsx";
import { InfoNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { SopSheet } from "../../sheet/sop-sheet.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { commonText } from "../../text/common.ts";
import { sopText as text } from "../../text/sop.ts";
import { newestOf } from "./newest.ts";
import { SopActions } from "./sop-actions.tsx";
import { SopFindings } from "./sop-findings.tsx";
import { SopIdentity } from "./sop-identity.tsx";
import { SopLinks } from "./sop-links.tsx";
import { SopService } from "./sop-service.tsx";
import { SopVersions } from "./sop-versions.tsx";

type Sop = ResultOf<"sop.get">;

const CRUMBS = [{ label: text.title, href: "/sop" }];

/** One SOP; `?versi=` chooses an older version to look at. */
export function SopPage() {
  const { id = "" } = useParams();
  const asked = Number(new URLSearchParams(useSearch()).get("versi"));
  const version = Number.isInteger(asked) && asked > 0 ? { version: asked } : {};
  const query = useQuery("sop.get", { id, ...version });
  const sop = query.data;
  return (
    <Page
      title={sop?.name ?? text.title}
      crumbs={CRUMBS}
      badge={sop !== undefined && <Badge sop={sop} />}
      actions={sop !== undefined && <SopActions sop={sop} />}
    >
      <QueryView query={query}>{(found) => <SopView sop={found} />}</QueryView>
    </Page>
  );
}

function Badge({ sop }: { sop: Sop }) {
  const used = sop.state === "published";
  return (
    <>
      <Chip tone={used ? "ok" : "mute"}>{used ? text.published : text.retired}</Chip>{" "}
      <Chip tone="mute">{commonText.version(sop.version)}</Chip>
    </>
  );
}

function SopView({ sop }: { sop: Sop }) {
  return (
    <>
      <Standing sop={sop} />
      <div className="sop-sheet-place">
        <SopSheet definition={sop} />
      </div>
      <div className="sop-below">
        <div className="sop-stack">
          <SopIdentity sop={sop} />
          <SopService sop={sop} />
        </div>
        <div className="sop-stack">
          <SopVersions sop={sop} />
          <SopLinks links={sop.links} />
          <SopFindings sop={sop} />
        </div>
      </div>
    </>
  );
}

/** Why this is not what new requests follow. */
function Standing({ sop }: { sop: Sop }) {
  const { zone } = useSession().office;
  const newest = newestOf(sop);
  return (
    <>
      {sop.retired !== null && (
        <InfoNote title={text.retiredTitle}>
          {text.retiredNote(
            text.moment(sop.retired.at, zone),
            sop.retired.by.name,
            sop.retired.reason,
          )}
        </InfoNote>
      )}
      {sop.version < newest && (
        <InfoNote
          title={text.olderTitle(sop.version)}
          actions={<Link href={`/sop/${sop.id}`}>{text.toNewest(newest)}</Link>}
        >
          {text.olderNote(newest)}
        </InfoNote>
      )}
    </>
  );
}
