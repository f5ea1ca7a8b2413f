import "./button.css";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components";
import { Link } from "wouter";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonTone = "primary" | "plain" | "danger" | "quiet";

type Look = { tone?: ButtonTone; icon?: IconName; wide?: boolean; small?: boolean };

const classes = ({ tone = "plain", wide, small }: Look, extra?: string) =>
  ["button", `button-${tone}`, wide && "button-wide", small && "button-small", extra]
    .filter(Boolean)
    .join(" ");

export type ButtonProps = Look &
  Omit<AriaProps, "className" | "style" | "children" | "isPending"> & {
    children?: ReactNode;
    /** Runs already: keeps its place and focus, takes no second press. */
    pending?: boolean;
    className?: string;
  };

export function Button({
  tone,
  icon,
  wide,
  small,
  pending = false,
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      isPending={pending}
      className={classes({ tone, wide, small }, className)}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

type LinkButtonProps = Look & { href: string; "aria-label"?: string; children: ReactNode };

/** Looks like a button, goes to another screen. */
export function LinkButton({ href, tone, icon, wide, small, children, ...props }: LinkButtonProps) {
  return (
    <Link {...props} href={href} className={classes({ tone, wide, small })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A button that shows only a drawing; `label` is what it says. */
export function IconButton({
  label,
  icon,
  ...props
}: Omit<ButtonProps, "children" | "icon" | "aria-label"> & { label: string; icon: IconName }) {
  return <Button tone="quiet" {...props} className="button-icon" icon={icon} aria-label={label} />;
}
