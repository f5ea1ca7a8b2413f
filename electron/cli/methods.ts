import { z } from "zod";
import { contract, METHOD_NAMES } from "#shared/contract.ts";
import { ERROR_CODES } from "#shared/errors.ts";

/** Every method with the JSON Schema (2020-12) of its params and result, and all error codes. */
export function describeMethods() {
  return {
    methods: METHOD_NAMES.map((name) => ({
      name,
      summary: contract[name].summary,
      params: z.toJSONSchema(contract[name].params, { io: "input" }),
      result: z.toJSONSchema(contract[name].result, { io: "output" }),
    })),
    errors: ERROR_CODES,
  };
}
