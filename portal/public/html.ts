/** Markup as a value of its own: only what `html` made is written as it stands, all else is escaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

export type Part = Html | string | number | null | undefined | false | readonly Part[];

const SIGNS: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Fit for text and for quoted attributes. NUL and lone surrogates, which no page may hold, go. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\u0000/g, "\uFFFD")
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** A template whose values are escaped; attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  let markup = strings[0] ?? "";
  for (const [index, value] of values.entries()) {
    markup += markupOf(value) + (strings[index + 1] ?? "");
  }
  return new Html(markup);
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return part.map(markupOf).join("");
}

/** Attributes: `true` stands alone, `false`, null and undefined are left out. */
export function attributes(
  values: Record<string, string | number | boolean | null | undefined>,
): Html {
  const written = Object.entries(values).map(([name, value]) => {
    if (value === false || value === null || value === undefined) return "";
    return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
  });
  return new Html(written.join(""));
}

/** Text of several lines, as it was typed; whoever wrote from right to left stays within it. */
export const lines = (text: string): Html => html`<span class="typed" dir="auto">${text}</span>`;
