import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Link } from "wouter";
import type { DispositionTask } from "#shared/disposition/contract.ts";
import { moment, shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { chainHref } from "../../disposition/chain-href.ts";
import { useSession } from "../../store/session.ts";
import {
  dispositionText as text,
  dueDayWords,
  taskStateText,
  taskStateTone,
} from "../../text/disposition.ts";
import { natureText } from "../../text/request.ts";
import { type TaskFilter, useTasks } from "./use-tasks.ts";

/** Height of a row in CSS pixels; fixed, so that a long list needs no measuring. */
const ROW = 60;

type TaskTableProps = {
  filter: TaskFilter;
  total: number;
  onReport: (task: DispositionTask) => void;
};

/** A list of any length: only the rows in view are drawn and only their pages are asked for. */
export function TaskTable({ filter, total, onReport }: TaskTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // It hands out functions that change with every scroll, so the compiler leaves this one alone.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const taskAt = useTasks(filter, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const heads = [text.number, text.subject, text.people, text.instruction, text.due, text.state];
  return (
    <>
      <div ref={scroller} className="tasks-scroller card" tabIndex={-1}>
        <div role="table" aria-label={text.title} aria-rowcount={total + 1}>
          <div className="tasks-row tasks-head" role="row" aria-rowindex={1}>
            {heads.map((head) => (
              <span key={head} role="columnheader">
                {head}
              </span>
            ))}
          </div>
          <div role="rowgroup" className="tasks-rows" style={{ height: rows.getTotalSize() }}>
            {items.map(({ key, index, start }) => {
              const task = taskAt(index);
              return (
                <div
                  key={key}
                  className="tasks-row"
                  role="row"
                  aria-rowindex={index + 2}
                  style={{ transform: `translateY(${start}px)`, height: ROW }}
                >
                  {task !== undefined && <TaskCells task={task} onReport={onReport} />}
                </div>
              );
            })}
          </div>
        </div>
      </div>
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
        <Link className="tasks-link" href={chainHref(task)}>
          {task.number}
        </Link>
      </span>
      <span role="cell" className="tasks-two" title={task.subject}>
        <span>
          <Name>{task.subject}</Name>
        </span>
        <small>{task.requester === "" ? text.inHouse : <Name>{task.requester}</Name>}</small>
      </span>
      <span role="cell" className="tasks-two" title={[task.recipient, ...task.others].join("\n")}>
        <small>
          <Name>{task.from}</Name>
        </small>
        <span>
          <Name>{text.to(task.recipient, task.leads, task.others.length)}</Name>
        </span>
      </span>
      <span role="cell" className="tasks-two" title={`${asked.join(" · ")}\n${told}`}>
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
      <span role="cell" className="tasks-state">
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
