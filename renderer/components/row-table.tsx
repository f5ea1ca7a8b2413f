import "./row-table.css";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type Key, type ReactNode, useState } from "react";

/** The rows in view of a list of any length. */
export type RowsInView = {
  /** Takes the element that scrolls. */
  attach: (scroller: HTMLDivElement | null) => void;
  count: number;
  /** Heights in CSS pixels: of a row, and of all rows. */
  height: number;
  whole: number;
  items: readonly { key: Key; index: number; start: number }[];
  /** The first and the last row in view, for asking for their pages only. */
  first: number;
  last: number;
};

/** `height` of a row in CSS pixels; fixed, so that a hundred thousand rows need no measuring. */
export function useRowsInView(count: number, height: number): RowsInView {
  const [scroller, attach] = useState<HTMLDivElement | null>(null);
  // It hands out functions that change with every scroll, so the compiler leaves this one alone.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => height,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  return {
    attach,
    count,
    height,
    whole: rows.getTotalSize(),
    items,
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? 0,
  };
}

type RowTableProps = {
  rows: RowsInView;
  label: string;
  heads: readonly { key: string; head: ReactNode }[];
  /** Widths of the columns, as CSS writes them for a grid. */
  columns: string;
  rowClass?: (index: number) => string;
  /** The cells of a row. */
  children: (index: number) => ReactNode;
};

/** A table of any length: only the rows in view are drawn. */
export function RowTable({ rows, label, heads, columns, rowClass, children }: RowTableProps) {
  const { attach, count, height, whole, items } = rows;
  const style: CSSProperties & Record<"--columns", string> = { "--columns": columns };
  return (
    <div ref={attach} className="rows-scroller card" tabIndex={-1}>
      <div role="table" aria-label={label} aria-rowcount={count + 1} style={style}>
        <div className="rows-row rows-head" role="row" aria-rowindex={1}>
          {heads.map(({ key, head }) => (
            <span key={key} role="columnheader">
              {head}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="rows-body" style={{ height: whole }}>
          {items.map(({ key, index, start }) => (
            <div
              key={key}
              className={`rows-row ${rowClass?.(index) ?? ""}`}
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)`, height }}
            >
              {children(index)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Heads that are words alone. */
export const headsOf = (words: readonly string[]) => words.map((head) => ({ key: head, head }));
