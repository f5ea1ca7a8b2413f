import { z } from "zod";
import { headSchema } from "#shared/sync/protocol.ts";

/** What every refusal looks like; see shared/errors.ts for the codes. */
export const refusalSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
    heads: z.array(headSchema).optional(),
  })
  .meta({ id: "Refusal", description: "Refusal: a code for programs, a sentence for people." });

const MEANINGS = {
  400: "Not whole, not JSON, or of another shape: `batch_broken`, `params_invalid`.",
  401: "No token, an unknown one (`token_unknown`) or a revoked one (`token_revoked`).",
  403: "`join_code_unknown`: wrong, used already, or expired.",
  404: "`device_unknown`: not a PC of this office.",
  409: "The portal was restored (`epoch_changed`, `cursor_unknown`), or `event_gap` with the heads.",
  413: "`batch_too_large`, before or after decompression.",
  416: "`range_invalid`: beyond the end.",
  422: "`event_broken`: a hash or a chain does not hold; with the heads.",
  426: "`protocol_unknown`: the portal does not speak this protocol.",
  429: "`requests_too_many`, with Retry-After.",
  503: "`portal_stopping`, `snapshot_making`: try again after Retry-After.",
} as const;

export type Status = keyof typeof MEANINGS;

/** What each of these refusals means, for the OpenAPI document. */
export const refusals = (...statuses: Status[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: MEANINGS[status],
        content: { "application/json": { schema: refusalSchema } },
      },
    ]),
  );

/** An answer in JSON with what it is. */
export const answers = <S extends z.ZodType>(description: string, schema: S) => ({
  200: { description, content: { "application/json": { schema } } },
});

/** What every route behind a token may refuse. */
export const USUAL = [401, 426, 503] as const;
