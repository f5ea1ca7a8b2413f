/** Puts the cursor into the activity of a row once it has been drawn. */
export function focusRow(no: number): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-row="${no}"] textarea`)?.focus();
  });
}
