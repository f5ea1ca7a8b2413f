import { type ReactNode, useEffect, useRef } from "react";

/** A closing dialog gives the focus back a little later, in milliseconds. */
const AFTER_DIALOG = 80;

type SidePanelProps = {
  /** What stands here now; another value takes the place of the former. */
  part: string;
  children: ReactNode;
};

/**
 * The left side of a letter. When it changes, the button that was pressed is gone and with it the
 * focus, so it comes here: keys such as Escape are heard only from within the dialog.
 */
export function SidePanel({ part, children }: SidePanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const shown = useRef(part);
  useEffect(() => {
    if (shown.current === part) return undefined;
    shown.current = part;
    const timer = setTimeout(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost) panel.current?.focus();
    }, AFTER_DIALOG);
    return () => clearTimeout(timer);
  }, [part]);
  return (
    <div ref={panel} className="letter-side" tabIndex={-1}>
      {children}
    </div>
  );
}
