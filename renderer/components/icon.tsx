const PATHS = {
  plus: "M10 4v12M4 10h12",
  close: "M5 5l10 10M15 5L5 15",
  check: "M4 10.5l4 4 8-9",
  chevronDown: "M5 7.5l5 5 5-5",
  chevronLeft: "M12.5 5l-5 5 5 5",
  chevronRight: "M7.5 5l5 5-5 5",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13.2 13.2L17 17",
  calendar: "M4 5.5h12v11H4zM4 9h12M7.5 3.5v4M12.5 3.5v4",
  file: "M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11.5 2.5V6H15",
  print: "M6 8V3h8v5M6 14H3.5V8h13v6H14M6 12h8v5H6z",
  download: "M10 3v9M6 8.5l4 4 4-4M4 16.5h12",
  warning: "M10 3.5L17.5 16.5h-15zM10 8.5v3.5M10 14.2v.3",
  info: "M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4zM10 9v4.5M10 6.4v.3",
  user: "M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5",
  up: "M10 16V4.5M5.5 9L10 4.5 14.5 9",
  down: "M10 4v11.5M5.5 11L10 15.5 14.5 11",
  undo: "M7.5 4L3.5 8l4 4M4 8h7.5a4.5 4.5 0 0 1 0 9H8",
  redo: "M12.5 4l4 4-4 4M16 8H8.5a4.5 4.5 0 0 0 0 9H12",
  braces:
    "M8 3.5H7A2.2 2.2 0 0 0 4.8 5.7v2.5L3.2 10l1.6 1.8v2.5A2.2 2.2 0 0 0 7 16.5h1M12 3.5h1a2.2 2.2 0 0 1 2.2 2.2v2.5l1.6 1.8-1.6 1.8v2.5a2.2 2.2 0 0 1-2.2 2.2h-1",
  copy: "M7 7h9v9.5H7zM13 7V3.5H4V13h3",
  edit: "M4 16l.7-3.4L13.6 3.7l2.7 2.7-8.9 8.9z",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words that say the same; never the only sign. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
