import { attributes, html, type Html, type Part } from "./html.ts";

/** Fields of the forms: label, hint, what is wrong, and the control, tied together for readers. */

type Common = {
  name: string;
  label: string;
  value: string;
  hint?: string;
  fault?: string | undefined;
  required?: boolean;
  /** Gets the focus when the page opens. */
  focus?: boolean;
  className?: string;
};

type TextField = Common & {
  type?: "text" | "email" | "tel" | "date";
  /** What browsers may fill in by themselves. */
  autocomplete?: string;
  inputmode?: "numeric" | "text";
  longest?: number;
  /** Codes and numbers are not corrected by the telephone. */
  code?: boolean;
};

export function textField(field: TextField): Html {
  const { name, type = "text", value, required, longest, code, focus } = field;
  const control = html`<input${attributes({
    id: name,
    name,
    type,
    value,
    required: false,
    "aria-required": required === true ? "true" : null,
    autocomplete: field.autocomplete ?? "off",
    inputmode: field.inputmode,
    maxlength: longest,
    autocapitalize: code === true ? "characters" : null,
    spellcheck: code === true ? "false" : null,
    class: code === true ? "code" : null,
    autofocus: focus,
    ...described(field),
  })}>`;
  return wrapped(field, control);
}

export function textArea(field: Common & { rows: number; longest?: number }): Html {
  const { name, value, rows, required, longest, focus } = field;
  // A parser drops the first line's end of a text area: this one is for it.
  const control = html`<textarea${attributes({
    id: name,
    name,
    rows,
    maxlength: longest,
    "aria-required": required === true ? "true" : null,
    dir: "auto",
    autofocus: focus,
    ...described(field),
  })}>
${value}</textarea>`;
  return wrapped(field, control);
}

export function choice(field: Common & { options: readonly (readonly [string, string])[] }): Html {
  const { name, label, value, options, hint, fault, required } = field;
  return html`<fieldset class="field" ${attributes({ id: name, ...described(field) })}>
    <legend>${label}${required === true && star}</legend>
    ${note(name, hint)}${wrong(name, fault)}
    ${options.map(
      ([option, words], index) =>
        html`<label class="option"><input${attributes({
          type: "radio",
          name,
          value: option,
          id: `${name}-${index}`,
          checked: option === value,
        })}><span>${words}</span></label>`,
    )}
  </fieldset>`;
}

export function select(field: Common & { options: readonly (readonly [string, string])[] }): Html {
  const { name, value, options, required } = field;
  const control = html`<select${attributes({
    id: name,
    name,
    "aria-required": required === true ? "true" : null,
    ...described(field),
  })}>${options.map(
    ([option, words]) =>
      html`<option${attributes({ value: option, selected: option === value })}>${words}</option>`,
  )}</select>`;
  return wrapped(field, control);
}

export function fileField(
  field: Omit<Common, "value"> & { accept: string; multiple?: boolean; kept?: Part },
): Html {
  const { name, accept, multiple, kept } = field;
  const control = html`<input${attributes({
    id: name,
    name,
    type: "file",
    accept,
    multiple,
    ...described(field),
  })}>`;
  return wrapped(field, html`${kept}${control}`);
}

export const hidden = (name: string, value: string): Html =>
  html`<input${attributes({ type: "hidden", name, value })}>`;

type Button = { name?: string; value?: string; words: Part; look?: "main" | "plain" | "danger" };
export const button = ({ name, value, words, look = "main" }: Button): Html =>
  html`<button${attributes({ type: "submit", name, value, class: look })}>${words}</button>`;

const star = html`<span class="star" aria-hidden="true"> *</span>`;

const described = ({ name, hint, fault }: Pick<Common, "name" | "hint" | "fault">) => ({
  "aria-invalid": fault === undefined ? null : "true",
  "aria-describedby":
    [hint !== undefined && `${name}-petunjuk`, fault !== undefined && `${name}-salah`]
      .filter((id) => id !== false)
      .join(" ") || null,
});

const note = (name: string, hint: string | undefined): Html | false =>
  hint !== undefined && html`<p class="hint" id="${`${name}-petunjuk`}">${hint}</p>`;
const wrong = (name: string, fault: string | undefined): Html | false =>
  fault !== undefined &&
  html`<p class="fault" id="${`${name}-salah`}"><strong>Perbaiki:</strong> ${fault}</p>`;

type Wrapped = Pick<Common, "name" | "label" | "hint" | "fault" | "required" | "className">;
function wrapped({ name, label, hint, fault, required, className }: Wrapped, control: Html): Html {
  const classes = ["field", className, fault !== undefined && "faulty"].filter(Boolean).join(" ");
  return html`<div class="${classes}">
    <label for="${name}">${label}${required === true && star}</label
    >${note(name, hint)}${wrong(name, fault)}${control}
  </div>`;
}

/** What is wrong on the page, each with the way to its field. It is read out first. */
export function faultSummary(faults: readonly { name: string; label: string; fault: string }[]) {
  if (faults.length === 0) return null;
  return html`<section
    class="notice bad"
    role="alert"
    tabindex="-1"
    autofocus
    aria-labelledby="salah"
  >
    <h2 id="salah">
      ${
        faults.length === 1
          ? "Satu bagian perlu diperbaiki"
          : `${faults.length} bagian perlu diperbaiki`
      }
    </h2>
    <p>Isian Anda yang lain tetap tersimpan di halaman ini. Belum ada yang dikirim.</p>
    <ul>
      ${faults.map(({ name, label, fault }) => html`<li><a href="${`#${name}`}">${label}</a>: ${fault}</li>`)}
    </ul>
  </section>`;
}
