// Only so is the declaration in every program that compiles this file.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle, type ModdleElement } from "bpmn-moddle";

/**
 * Lajur's own elements in a BPMN file, under `extensionElements` as the norm has it. Other tools
 * keep and ignore them.
 *
 * - `lajur:definition` on the process: a `lajur:fact` for each fact that is one text and a
 *   `lajur:data` (JSON) for each that is not.
 * - `lajur:step` on an activity or gateway: the row's kind and Mutu Baku.
 * - `lajur:end` on an end event: the outcome.
 * - `lajur:exact` beside a name that XML cannot carry as it is.
 */
export const NAMESPACE = "urn:lajur:bpmn:1";

const text = (name: string) => ({ name, superClass: ["Text"] });
const attribute = (name: string, type = "String") => ({ name, isAttr: true, type });
const one = (name: string, type: string) => ({ name, type });
const many = (name: string, type: string) => ({ name, type, isMany: true });

const LAJUR = {
  name: "Lajur",
  uri: NAMESPACE,
  prefix: "lajur",
  xml: { tagAlias: "lowerCase" },
  types: [
    // `exact` holds the text as JSON where the body cannot: control characters, blanks alone.
    {
      name: "Text",
      properties: [{ name: "body", isBody: true, type: "String" }, attribute("exact")],
    },
    { name: "Exact", superClass: ["Element"], properties: [attribute("name")] },
    {
      name: "Definition",
      superClass: ["Element"],
      properties: [
        attribute("id"),
        attribute("version", "Integer"),
        attribute("steps", "Integer"),
        many("facts", "Fact"),
        many("data", "Data"),
      ],
    },
    { name: "Fact", superClass: ["Text"], properties: [attribute("name")] },
    { name: "Data", superClass: ["Text"], properties: [attribute("name")] },
    {
      name: "Step",
      superClass: ["Element"],
      properties: [
        attribute("no", "Integer"),
        attribute("kind"),
        attribute("inferred"),
        one("lane", "Lane"),
        many("also", "Also"),
        many("requirements", "Requirement"),
        one("time", "Time"),
        many("outputs", "Output"),
        one("note", "Note"),
        many("open", "Open"),
      ],
    },
    text("Lane"),
    text("Also"),
    text("Requirement"),
    text("Time"),
    text("Output"),
    text("Note"),
    // A way that no arrow can show: it leads nowhere yet, or to a row that does not exist.
    {
      name: "Open",
      superClass: ["Text"],
      properties: [
        attribute("position", "Integer"),
        attribute("to", "Integer"),
        attribute("named", "Boolean"),
      ],
    },
    { name: "End", superClass: ["Element"], properties: [attribute("outcome")] },
  ],
};

export type Element = ModdleElement;

/** A reader and writer of BPMN 2.0 that knows Lajur's elements. */
export const createModdle = (): BpmnModdle => new BpmnModdle({ lajur: LAJUR });
