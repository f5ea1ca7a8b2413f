import { html, type Html, type Part } from "../public/html.ts";

export type Column<R> = {
  words: string;
  cell: (row: R) => Part;
  /** Numbers stand to the right. */
  number?: boolean;
};

/**
 * A table that becomes a list of cards on a telephone. Roles are said outright: display: block takes
 * them from the elements.
 */
export function table<R>(
  caption: string,
  columns: readonly Column<R>[],
  rows: readonly R[],
  empty: Part,
): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<table role="table">
    <caption class="unseen">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          ({ words, number }) =>
            html`<th role="columnheader" scope="col" class="${number === true ? "number" : ""}">
              ${words}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${columns.map(
              ({ words, cell, number }, index) =>
                html`<td
                  role="cell"
                  data-label="${words}"
                  class="${`${number === true ? "number" : ""} ${index === 0 ? "first" : ""}`.trim()}"
                >
                  <div>${cell(row)}</div>
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
