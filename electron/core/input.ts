import type { z } from "zod";
import { type Failure, failure, isErrorCode } from "#shared/errors.ts";

/**
 * A refusal that names every field that is wrong. The schemas' own messages are codes; what zod
 * finds by itself (a type, a length) gets the general sentence.
 */
export function badParams(error: z.ZodError): Failure {
  const fields = error.issues.map((issue) => {
    const code = isErrorCode(issue.message) ? issue.message : "params_invalid";
    const field = issue.path.join(".");
    return { ...failure(code, {}, field), field };
  });
  const [first, ...others] = fields;
  if (first !== undefined && others.length === 0) return first;
  return { ...failure("params_invalid"), fields };
}
