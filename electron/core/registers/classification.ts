import { fail, ok } from "#shared/errors.ts";
import {
  byCode,
  CODE_FINDINGS,
  codeTwice,
  type ClassificationCode,
  DEFAULT_CODES,
} from "#shared/register/classification.ts";
import type { Archive } from "../archive/archive.ts";
import type { Deps } from "../deps.ts";
import { readGiven } from "../files/read-given.ts";
import { actorOf } from "../office/methods.ts";
import type { Handlers } from "../types.ts";
import { readCodesWorkbook } from "./classification-workbook.ts";

type Methods = "classification.list" | "classification.save" | "classification.read";

/** A table of codes is small; beyond this a file is something else, in bytes. */
const MAX_FILE = 10 * 1024 * 1024;

export function classificationMethods(deps: Deps): Pick<Handlers, Methods> {
  const { archive } = deps;
  return {
    "classification.list": ({ words, limit }) => {
      const own = savedCodes(archive);
      const all = own.length === 0 ? DEFAULT_CODES : own;
      const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
      const found = all.filter(({ code, name }) => {
        const line = `${code} ${name}`.toLowerCase();
        return wanted.every((word) => line.includes(word));
      });
      return ok({
        total: found.length,
        shipped: own.length === 0,
        codes: found.toSorted(byCode).slice(0, limit),
      });
    },
    "classification.save": ({ codes }, context) => {
      const actor = actorOf(archive, context);
      if (!actor.ok) return actor;
      const twice = codeTwice(codes);
      if (twice !== null) {
        return fail("code_twice", { code: twice.code }, `codes.${twice.at}.code`);
      }
      archive.recordOffice(actor.value, [{ type: "classification.saved", body: { codes } }]);
      deps.changed(null);
      return ok({ total: codes.length });
    },
    "classification.read": async (params, context) => {
      const file = await readGiven(deps.uploads, params, context, MAX_FILE);
      if (!file.ok) return file;
      const read = readCodesWorkbook(file.value.bytes);
      if (!read.ok) return read;
      const { codes, findings } = read.value;
      return ok({
        codes,
        findings: findings.map((one) => ({ ...one, message: CODE_FINDINGS[one.code] })),
      });
    },
  };
}

const savedCodes = (archive: Archive): ClassificationCode[] =>
  archive.sql("SELECT code, name FROM classification").all() as ClassificationCode[];
