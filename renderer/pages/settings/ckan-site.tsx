import type { Site } from "#shared/ckan/contract.ts";
import { Name } from "../../components/name.tsx";
import { OkNote } from "../../components/note.tsx";
import { ckanText as text } from "../../text/ckan.ts";

/** What answered at the address, and what the token is good for. */
export function CkanSite({ site }: { site: Site }) {
  const { title, version, extensions, requests, allowed, organizations } = site;
  return (
    <OkNote title={text.answers(title, version)}>
      <dl className="catalogue-terms">
        <div>
          <dt>{text.rights}</dt>
          <dd>
            {allowed === null
              ? text.noToken
              : allowed
                ? text.allowed(organizations.length)
                : text.notAllowed}
          </dd>
        </div>
        <div>
          <dt>{text.requests}</dt>
          <dd>{requests ? text.withRequests : text.withoutRequests}</dd>
        </div>
        <div>
          <dt>{text.extensions}</dt>
          <dd>
            <Name>{extensions.length === 0 ? text.noExtensions : extensions.join(", ")}</Name>
          </dd>
        </div>
      </dl>
    </OkNote>
  );
}
