import type { Element } from "./vocabulary.ts";

/** Reading moddle's elements, of which nothing can be taken for granted in a foreign file. */

export const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && typeof (value as Element).$type === "string";

export const listOf = (element: Element | undefined, property: string): Element[] => {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
};

export const childOf = (element: Element | undefined, property: string): Element | undefined => {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
};

export const stringOf = (element: Element | undefined, property: string): string | undefined => {
  const value = element?.[property];
  return typeof value === "string" ? value : undefined;
};

/** True for an element of BPMN's own model, of `type` or a type below it. */
export const isA = (element: Element, type: string): boolean =>
  typeof element.$instanceOf === "function" && element.$instanceOf(type);

/** The element's extensions of one of Lajur's types. */
export const extensionOf = (element: Element | undefined, type: string): Element | undefined =>
  listOf(childOf(element, "extensionElements"), "values").find((one) => one.$type === type);

/** How a note names an element: its words if it has any, then its id. */
export function labelOf(element: Element): string {
  const type = element.$type.replace(/^\w+:/, "");
  const name = stringOf(element, "name")?.trim() ?? "";
  return name === "" ? `${type} (${idOf(element)})` : `${type} “${name}”`;
}

export const idOf = (element: Element): string => stringOf(element, "id") ?? element.$type;
