/** Shows a block once it has been drawn, and puts the cursor into it. */
export function focusBlock(at: number): void {
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-block="${at}"]`);
    card?.scrollIntoView({ block: "nearest" });
    (card?.querySelector<HTMLElement>(".block-body :is(input, textarea)") ?? card)?.focus();
  });
}

/** Shows the field at a path of the template, such as `blocks.2.text`. */
export function focusPath(path: string): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
    field?.scrollIntoView({ block: "center" });
    field?.querySelector<HTMLElement>("input, textarea, button")?.focus();
  });
}
