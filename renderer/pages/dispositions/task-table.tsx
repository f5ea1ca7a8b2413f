import { Link } from "wouter";
import type { DispositionTask } from "#shared/disposition/contract.ts";
import { moment, shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { headsOf, RowTable, useRowsInView } from "../../components/row-table.tsx";
import { chainHref } from "../../disposition/chain-href.ts";
import { useSession } from "../../store/session.ts";
import { type PageFilter, usePages } from "../../store/use-pages.ts";
import {
  dispositionText as text,
  dueDayWords,
  taskStateText,
  taskStateTone,
} from "../../text/disposition.ts";
import { natureText } from "../../text/request.ts";

/** Height of a row in CSS pixels. */
const ROW = 60;

type TaskTableProps = {
  filter: PageFilter<"disposition.list">;
  total: number;
  onReport: (task: DispositionTask) => void;
};

const COLUMNS = "88px minmax(0, 1.2fr) minmax(0, 1.3fr) minmax(0, 1fr) 122px 148px";
const HEADS = headsOf([
  text.number,
  text.subject,
  text.people,
  text.instruction,
  text.due,
  text.state,
]);

/** The dispositions of a filter; only the pages in view are asked for. */
export function TaskTable({ filter, total, onReport }: TaskTableProps) {
  const rows = useRowsInView(total, ROW);
  const taskAt = usePages("disposition.list", filter, rows.first, rows.last);
  return (
    <>
      <RowTable rows={rows} label={text.title} heads={HEADS} columns={COLUMNS}>
        {(index) => {
          const task = taskAt(index);
          return task !== undefined && <TaskCells task={task} onReport={onReport} />;
        }}
      </RowTable>
      <p className="muted small" role="status">
        {text.count(total)}
      </p>
    </>
  );
}

function TaskCells({
  task,
  onReport,
}: { task: DispositionTask } & Pick<TaskTableProps, "onReport">) {
  const { today } = useSession();
  const { instructions, nature, note, report } = task;
  const asked = [...(nature === "ordinary" ? [] : [natureText[nature]]), ...instructions];
  const told = report === null ? note : text.came(report.text);
  const due = dueDayWords(task.due, today);
  return (
    <>
      <span role="cell" className="number">
        <Link className="rows-link" href={chainHref(task)}>
          {task.number}
        </Link>
      </span>
      <span role="cell" className="two-lines" title={task.subject}>
        <span>
          <Name>{task.subject}</Name>
        </span>
        <small>{task.requester === "" ? text.inHouse : <Name>{task.requester}</Name>}</small>
      </span>
      <span role="cell" className="two-lines" title={[task.recipient, ...task.others].join("\n")}>
        <small>
          <Name>{task.from}</Name>
        </small>
        <span>
          <Name>{text.to(task.recipient, task.leads, task.others.length)}</Name>
        </span>
      </span>
      <span role="cell" className="two-lines" title={`${asked.join(" · ")}\n${told}`}>
        <span>
          <Name>{asked.length === 0 ? text.noInstruction : asked.join(" · ")}</Name>
        </span>
        <small>
          <Name>{told}</Name>
        </small>
      </span>
      <span role="cell">
        {due !== null &&
          (task.state === "open" ? (
            <span className={`due due-${due.tone}`}>{due.words}</span>
          ) : (
            <span className="number">{shortDay(task.due)}</span>
          ))}
      </span>
      <span role="cell" className="rows-above tasks-state">
        <TaskState task={task} onReport={onReport} />
      </span>
    </>
  );
}

function TaskState({
  task,
  onReport,
}: { task: DispositionTask } & Pick<TaskTableProps, "onReport">) {
  const { zone } = useSession().office;
  if (task.state === "open") {
    return (
      <Button
        small
        aria-label={text.reportFor(task.recipient, task.number)}
        onPress={() => onReport(task)}
      >
        {text.report}
      </Button>
    );
  }
  const { report } = task;
  return (
    <span title={report === null ? "" : text.reported(moment(report.at, zone), report.by.name)}>
      <Chip tone={taskStateTone[task.state]}>{taskStateText[task.state]}</Chip>
    </span>
  );
}
