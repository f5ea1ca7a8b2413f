import "./who.css";
import type { Office } from "#shared/office.ts";
import { Name } from "../../components/name.tsx";
import { useTitle } from "../../components/page.tsx";
import { Mark } from "../../frame/top-bar.tsx";
import { useServices } from "../../store/services.ts";
import type { KnownUser } from "../../store/session.ts";
import { commonText } from "../../text/common.ts";
import { whoText } from "../../text/who.ts";

/** The choice of who works in this window. */
export function Who({ users, office }: { users: readonly KnownUser[]; office: Office }) {
  const { user } = useServices();
  useTitle(whoText.title);
  return (
    <main className="who">
      <p className="brand">
        <Mark />
        {commonText.app}
      </p>
      <p className="muted">
        <Name>{office.name}</Name>, <Name>{office.government}</Name>
      </p>
      <h1>{whoText.title}</h1>
      <p className="muted">{whoText.help}</p>
      <ul className="who-list">
        {users.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="who-user"
              aria-label={`${one.name}, ${one.post}`}
              onClick={() => user.choose(one.id)}
            >
              <strong>
                <Name>{one.name}</Name>
              </strong>
              <span className="muted">
                <Name>{one.post}</Name>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
