import { useState } from "react";
import type { User } from "#shared/office.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { Name } from "../../components/name.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { commonText, listed } from "../../text/common.ts";
import { usersText } from "../../text/settings.ts";
import { NEW_USER, UserFields } from "./user-fields.tsx";

type Edited = User & { id?: string };

export function UsersSection() {
  const query = useQuery("user.list", {});
  const [edited, setEdited] = useState<Edited | null>(null);
  const { save } = useSaveUser();
  return (
    <section className="settings-section">
      <div>
        <Button icon="plus" tone="primary" onPress={() => setEdited(NEW_USER)}>
          {usersText.add}
        </Button>
      </div>
      <QueryView query={query}>
        {(users) => (
          <table className="plain-table card">
            <thead>
              <tr>
                <th>{usersText.name}</th>
                <th>{usersText.post}</th>
                <th>{usersText.lanes}</th>
                <th>{usersText.active}</th>
                <th>
                  <span className="visually-hidden">{commonText.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {users.map((user) => (
                <tr key={user.id}>
                  <td>
                    <Name>{user.name}</Name>
                  </td>
                  <td>
                    <Name>{user.post}</Name>
                  </td>
                  <td>{user.lanes.length === 0 ? usersText.noLanes : listed(user.lanes)}</td>
                  <td>
                    <Chip tone={user.active ? "ok" : "mute"}>
                      {user.active ? usersText.active : usersText.inactive}
                    </Chip>
                  </td>
                  <td className="settings-actions">
                    <Button small tone="quiet" onPress={() => setEdited(user)}>
                      {commonText.change}
                    </Button>
                    <Button
                      small
                      tone="quiet"
                      onPress={() => void save({ ...user, active: !user.active })}
                    >
                      {user.active ? usersText.deactivate : usersText.activate}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </QueryView>
      {edited !== null && <UserDialog first={edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

/** Saves from a list: a refusal is told at the window's foot. */
function useSaveUser() {
  const { client, queries, notices } = useServices();
  return {
    async save(user: Edited): Promise<void> {
      const result = await client.call("user.save", user);
      if (!result.ok) notices.fail(result.error);
      else queries.invalidate(null);
    },
  };
}

function UserDialog({ first, onClose }: { first: Edited; onClose: () => void }) {
  const { queries } = useServices();
  const notices = useNotices();
  const [user, setUser] = useState(first);
  const save = useAction("user.save");

  async function submit(): Promise<void> {
    const result = await save.run(user);
    if (!result.ok) return;
    queries.invalidate(null);
    notices.tell(usersText.saved);
    onClose();
  }

  return (
    <Dialog
      title={first.id === undefined ? usersText.add : first.name}
      onClose={onClose}
      busy={save.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={save.pending} onPress={() => void submit()}>
            {commonText.save}
          </Button>
        </>
      }
    >
      <Form failure={save.failure} onSubmit={() => void submit()}>
        <UserFields user={user} onChange={(next) => setUser({ ...user, ...next })} />
      </Form>
    </Dialog>
  );
}
