import "./page.css";
import { Fragment, type ReactNode, useEffect } from "react";
import { Link } from "wouter";
import { commonText } from "../text/common.ts";

export type Crumb = { label: string; href: string };

type PageProps = {
  title: string;
  crumbs?: readonly Crumb[];
  /** Beside the title: a state, a version. */
  badge?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

const NO_CRUMBS: readonly Crumb[] = [];

/** A screen with its heading; it scrolls inside the frame. */
export function Page({ title, crumbs = NO_CRUMBS, badge, actions, children }: PageProps) {
  useTitle(title);
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-titles">
          <Crumbs crumbs={crumbs} />
          <h1>
            {title} {badge}
          </h1>
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return null;
  return (
    <nav className="crumbs" aria-label={commonText.back}>
      {crumbs.map(({ label, href }) => (
        <Fragment key={href}>
          <Link href={href}>{label}</Link>
          <span aria-hidden="true">›</span>
        </Fragment>
      ))}
    </nav>
  );
}

/** The window's title, read out when the screen changes. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = commonText.titleOf(title);
  }, [title]);
}
