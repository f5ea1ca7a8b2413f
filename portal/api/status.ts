import type { ErrorCode } from "#shared/errors.ts";

/** HTTP status of each refusal; what is not here is 400. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  token_unknown: 401,
  token_revoked: 401,
  join_code_unknown: 403,
  route_unknown: 404,
  device_unknown: 404,
  office_unknown: 404,
  file_not_named: 403,
  file_not_there: 404,
  upload_unknown: 404,
  upload_out_of_order: 409,
  upload_too_large: 413,
  range_invalid: 416,
  file_mismatch: 422,
  uploads_too_many: 429,
  cursor_unknown: 409,
  epoch_changed: 409,
  event_gap: 409,
  office_taken: 409,
  batch_too_large: 413,
  event_broken: 422,
  protocol_unknown: 426,
  requests_too_many: 429,
  internal: 500,
  portal_stopping: 503,
  snapshot_making: 503,
};

export const statusOf = (code: ErrorCode): number => STATUSES[code] ?? 400;
