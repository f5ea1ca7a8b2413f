import { expect, test } from "vitest";
import { adviceFor } from "../../scripts/setup-advice.mjs";

test.each([
  ["npm error code ENOTFOUND\nnpm error network request failed", "sambungan internet"],
  ["npm error code ECONNREFUSED", "sambungan internet"],
  ["npm error code ENOSPC\nnpm error nospc no space left on device", "Penyimpanan penuh"],
  ["npm error code E407\nnpm error 407 Proxy Authentication Required", "npm config set proxy"],
  ["npm error code SELF_SIGNED_CERT_IN_CHAIN", "cafile"],
  ["npm error code EACCES\nnpm error syscall mkdir", "tidak dapat ditulis"],
  ["npm error code EINTEGRITY", "npm cache clean"],
  ["npm error code EUSAGE\nnpm error `npm ci` can only install when in sync", "tidak cocok"],
  ["npm error something new", "pesan npm"],
])("the failure %j says what to do", (log, advice) => {
  const said = adviceFor(log);
  expect(said).toContain(advice);
  expect(said).toContain(log.split("\n").at(-1));
});
