import { isDeepStrictEqual } from "node:util";
import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import { checkTemplate, templateSentence } from "#shared/letter/check-template.ts";
import { composeLetter } from "#shared/letter/compose.ts";
import type { Template } from "#shared/letter/template.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { handOver } from "../documents/hand-over.ts";
import { letterModel } from "../letters/compose.ts";
import { actorOf, readOffice } from "../office/methods.ts";
import { peopleOf } from "../office/people.ts";
import type { CallContext, Handlers } from "../types.ts";
import { blankRequest } from "./blank-request.ts";
import {
  newest,
  newestTemplates,
  plain,
  type ShippedTemplates,
  templateVersion,
  templateVersions,
} from "./library.ts";

type Methods =
  | "template.list"
  | "template.get"
  | "template.check"
  | "template.save"
  | "template.reset"
  | "template.render";

export function templateMethods(deps: Deps, shipped: ShippedTemplates): Pick<Handlers, Methods> {
  const { archive } = deps;
  /** Whether a template is one that was shipped, and whether the office has changed it. */
  const origin = (template: Template): { shipped: boolean; changed: boolean } => {
    const original = shipped.get(template.id);
    return {
      shipped: original !== undefined,
      changed: original !== undefined && !isDeepStrictEqual(original, template),
    };
  };

  function write(
    template: Template,
    context: CallContext,
    isShipped?: true,
  ): Result<{ id: string; version: number }> {
    const actor = actorOf(archive, context);
    if (!actor.ok) return actor;
    const version = archive.transact(() => {
      const next = (newest(archive, template.id)?.template.version ?? 0) + 1;
      const body = { ...template, version: next, ...(isShipped && { shipped: isShipped }) };
      archive.recordOffice(actor.value, [{ type: "template.saved", body }]);
      return next;
    });
    deps.changed(null);
    return ok({ id: template.id, version });
  }

  return {
    "template.list": () =>
      ok(
        newestTemplates(archive).map(({ template }) => {
          const { id, name, version, register, needsRequester, once, offeredBy } = template;
          const about = { id, name, version, register, needsRequester, once, offeredBy };
          return { ...about, ...origin(plain(template)) };
        }),
      ),
    "template.get": ({ id, version }) => {
      const found =
        version === undefined ? newest(archive, id) : templateVersion(archive, id, version);
      if (found === null) return fail("template_unknown", {}, "id");
      const person = peopleOf(archive);
      const template = plain(found.template);
      return ok({
        template,
        version: found.template.version,
        ...origin(template),
        versions: templateVersions(archive, id).map(({ actor, ...one }) => ({
          ...one,
          by: person(actor),
        })),
      });
    },
    "template.check": ({ template }) =>
      ok({
        findings: checkTemplate(template).map((one) => ({
          ...one,
          message: templateSentence(one),
        })),
      }),
    "template.save": ({ template }, context) => {
      const [first] = checkTemplate(template);
      if (first !== undefined) {
        return fail("template_broken", { detail: templateSentence(first) }, "template");
      }
      return write(template, context);
    },
    "template.reset": ({ id }, context) => {
      const original = shipped.get(id);
      return original === undefined ? fail("template_not_shipped") : write(original, context, true);
    },
    "template.render": (params) => preview(deps, params),
  };
}

/** The template with a request's data, or as a form with nothing filled in. */
async function preview(
  deps: Deps,
  { template, request, text, paper, style: tried }: Params<"template.render">,
): Promise<Result<ResultOf<"template.render">>> {
  const { archive, clock } = deps;
  const office = readOffice(archive) ?? BLANK_OFFICE;
  const state = request === null ? null : archive.readState(request);
  if (request !== null && state === null)
    return fail("request_unknown", { id: request }, "request");
  const model =
    state === null
      ? composeLetter({
          template,
          office,
          request: blankRequest(dayOf(clock.instant(), office.zone)),
          text: text ?? {},
          number: null,
          issuedAt: null,
          today: dayOf(clock.instant(), office.zone),
          officer: { name: "", post: "" },
          initials: [],
          code: "",
          anchored: false,
        })
      : letterModel(deps, { template, state, letter: null, text: text ?? {}, anchored: false })
          .model;
  const style = tried ?? office.letterStyle;
  const printed = await deps.printer.render({ ...model, style }, paper ?? style.paper);
  return handOver(printed, `${template.name}.pdf`, undefined);
}
