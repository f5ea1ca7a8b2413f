/** Text that somebody typed: its writing direction stays its own. */
export function Name({ children }: { children: string }) {
  return <bdi>{children}</bdi>;
}
