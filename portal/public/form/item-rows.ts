import { button, textField } from "../field.ts";
import { html, type Html } from "../html.ts";
import type { Faults } from "./validate.ts";
import { type ItemValues, itemName, MOST_ITEMS } from "./values.ts";

/** The list of data asked for; rows are added and removed by posting the form. */
export function itemRows(
  items: readonly ItemValues[],
  faults: Faults,
  focus: string | undefined,
): Html {
  return html`<fieldset class="rows">
    <legend>Daftar data</legend>
    <p class="hint">
      Satu baris untuk satu data. Makin jelas periode dan satuannya, makin cepat kantor dapat
      menyiapkannya.
    </p>
    ${items.map((item, index) => itemRow(item, index + 1, items.length, faults, focus))}
    ${
      items.length < MOST_ITEMS &&
      html`<p>
        ${button({ name: "aksi", value: "tambah", words: "+ Tambah baris data", look: "plain" })}
      </p>`
    }
  </fieldset>`;
}

function itemRow(
  item: ItemValues,
  row: number,
  rows: number,
  faults: Faults,
  focus: string | undefined,
): Html {
  const field = (key: keyof ItemValues, label: string, hint?: string) => {
    const name = itemName(key, row);
    return textField({
      name,
      label,
      value: item[key],
      fault: faults[name],
      focus: focus === name,
      required: key === "name" && row === 1,
      longest: key === "name" ? 300 : 100,
      ...(hint === undefined || row > 1 ? {} : { hint }),
    });
  };
  return html`<div class="row" role="group" aria-label="${`Data ${row}`}">
    <p class="row-head">
      <strong>Data ${row}</strong>${
        rows > 1 &&
        button({
          name: "aksi",
          value: `hapus-${row}`,
          words: html`Hapus<span class="unseen"> data ${row}</span>`,
          look: "plain",
        })
      }
    </p>
    ${field("name", "Nama data", "Misalnya: jumlah penduduk menurut kecamatan.")}
    <div class="triple">
      ${field("period", "Periode", "Misalnya 2021–2025.")}${field("unit", "Satuan", "Misalnya orang, ton.")}${field(
        "format",
        "Bentuk berkas",
        "Misalnya Excel, PDF.",
      )}
    </div>
  </div>`;
}
