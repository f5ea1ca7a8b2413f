import type { RetentionFilter } from "#shared/retention/contract.ts";
import { MAX_TOGETHER } from "#shared/retention/model.ts";
import { Button } from "../../components/button.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { retentionText as text } from "../../text/retention.ts";
import { ClassifyDialog } from "./classify-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { ProposeDialog } from "./propose-dialog.tsx";
import { CHOOSABLE } from "./retention-table.tsx";
import { ReviewDialog } from "./review-dialog.tsx";

/** What is done with the archives that were chosen. */
export type ChosenOrder = "move" | "handOver" | "propose" | "review" | "classify";

const ORDERS: Partial<Record<RetentionFilter["list"], ChosenOrder>> = {
  move: "move",
  destroy: "propose",
  review: "review",
  permanent: "handOver",
  unruled: "classify",
};

type RetentionActionsProps = {
  filter: RetentionFilter;
  total: number;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  order: ChosenOrder | null;
  onOrder: (order: ChosenOrder | null) => void;
  onProposed: () => void;
};

/** What the list is, how many are chosen, and the one thing to do with them. */
export function RetentionActions(props: RetentionActionsProps) {
  const { filter, total, chosen, onChoose, order, onOrder, onProposed } = props;
  const { notices } = useServices();
  const all = useAction("retention.list");
  const offered = ORDERS[filter.list];
  const requests = [...chosen];

  async function chooseAll(): Promise<void> {
    const found = await all.run({ ...filter, limit: MAX_TOGETHER });
    if (!found.ok) {
      notices.fail(found.error);
      return;
    }
    const free = found.value.rows.filter(({ proposal }) => proposal === null);
    onChoose(new Set(free.map(({ request }) => request)));
  }

  function close(): void {
    onOrder(null);
  }
  function done(): void {
    onChoose(new Set());
    onOrder(null);
  }

  return (
    <div className="retention-actions">
      <p className="muted">{text.about[filter.list]}</p>
      {CHOOSABLE.includes(filter.list) && offered !== undefined && (
        <div className="retention-chosen">
          {chosen.size > 0 && <strong role="status">{text.chosen(chosen.size)}</strong>}
          {chosen.size > 0 ? (
            <Button small tone="quiet" onPress={() => onChoose(new Set())}>
              {text.chooseNone}
            </Button>
          ) : (
            <Button small pending={all.pending} onPress={() => void chooseAll()}>
              {text.chooseAll(total)}
            </Button>
          )}
          <Button
            small
            tone="primary"
            isDisabled={chosen.size === 0}
            onPress={() => onOrder(offered)}
          >
            {text[offered]}
          </Button>
        </div>
      )}
      {order === "move" && (
        <MoveDialog to="inactive" requests={requests} onClose={close} onDone={done} />
      )}
      {order === "handOver" && (
        <MoveDialog to="institution" requests={requests} onClose={close} onDone={done} />
      )}
      {order === "classify" && <ClassifyDialog requests={requests} onClose={close} onDone={done} />}
      {order === "review" && <ReviewDialog requests={requests} onClose={close} onDone={done} />}
      {order === "propose" && (
        <ProposeDialog
          requests={requests}
          onClose={close}
          onDone={() => {
            done();
            onProposed();
          }}
        />
      )}
    </div>
  );
}
