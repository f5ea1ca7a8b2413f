import type { ResultOf } from "#shared/contract.ts";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Name } from "../../components/name.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { progressText as text } from "../../text/letters.ts";

type Signature = ResultOf<"letter.signatures">["signatures"][number];

const ICONS: Record<Signature["state"], IconName> = {
  intact: "check",
  changed: "warning",
  broken: "warning",
  unknown: "info",
};

/** Who signed the file, when, and whether it is as it was then. */
export function SignatureList({ request, letter }: { request: string; letter: string }) {
  const { zone } = useSession().office;
  const found = useQuery("letter.signatures", { request, letter });
  return (
    <QueryView query={found}>
      {({ signatures }) =>
        signatures.length === 0 ? (
          <p className="muted small">{text.noSignatures}</p>
        ) : (
          <ul className="signatures" aria-label={text.signatures}>
            {signatures.map(({ signer, issuer, at, state }, place) => (
              // One person may sign twice within a second; only their place tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={place} className={`signature signature-${state}`}>
                <Icon name={ICONS[state]} />
                <span>
                  <strong>
                    <Name>{signer}</Name>
                  </strong>
                  <small className="signature-state">{text.signatureStates[state]}</small>
                  <small className="muted">
                    {at === null ? text.noTime : text.signedAt(at, zone)}
                  </small>
                  {issuer !== "" && (
                    <small className="muted">
                      <Name>{text.issuer(issuer)}</Name>
                    </small>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
