import { Link } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { MOST_COUNTED, type SearchHit } from "#shared/search/contract.ts";
import { shortDay } from "#shared/time/format.ts";
import { dayOf } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { stateText } from "../../text/request.ts";
import { searchText as text } from "../../text/search.ts";
import { hitPath } from "./hit-path.ts";
import { PAGE } from "./search-address.ts";

type HitListProps = {
  found: ResultOf<"search.find">;
  page: number;
  onPage: (page: number) => void;
};

export function HitList({ found, page, onPage }: HitListProps) {
  const pages = Math.ceil(found.total / PAGE);
  return (
    <>
      <ol className="hits" aria-label={text.results}>
        {found.rows.map((hit) => (
          <Hit key={`${hit.request} ${hit.kind} ${hit.ref}`} hit={hit} />
        ))}
      </ol>
      {pages > 1 && (
        <div className="hits-foot">
          <Button small isDisabled={page === 0} onPress={() => onPage(page - 1)}>
            {text.previous}
          </Button>
          <span className="small muted">{text.page(page + 1, pages)}</span>
          <Button small isDisabled={page + 1 >= pages} onPress={() => onPage(page + 1)}>
            {text.next}
          </Button>
          {found.more && page + 1 === pages && (
            <span className="small muted">{text.lastPage(MOST_COUNTED)}</span>
          )}
        </div>
      )}
    </>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const { office } = useSession();
  const { kind, number, title, requester, snippet, subject, sop, status, outcome, at } = hit;
  return (
    <li className="hit">
      <span className="hit-kind">{text.kind[kind]}</span>
      <span>
        <Link className="hit-title" href={hitPath(hit)}>
          <span className="hit-number number">
            <MarkedText {...number} />
          </span>
          {title.text === "" ? noteKind(hit.ref) : <MarkedText {...title} />}
        </Link>
      </span>
      <time className="hit-at number" dateTime={at}>
        {shortDay(dayOf(at, office.zone))}
      </time>
      {snippet !== null && (
        <span className="hit-more">
          <MarkedText {...snippet} />
        </span>
      )}
      <span className="hit-facts">
        {kind !== "request" && (
          <>
            <Name>{subject}</Name> ·{" "}
          </>
        )}
        {requester.text === "" ? text.inHouse : <MarkedText {...requester} />} ·{" "}
        <Name>{sop.name}</Name> · {stateText(status, outcome)}
      </span>
    </li>
  );
}

/** What kind of note it is, from a ref such as `disposition.ID`. */
const noteKind = (ref: string): string => text.noteKinds[ref.split(".")[0] ?? ""] ?? text.kind.note;
