import { fail, ok, type Result } from "#shared/errors.ts";

/**
 * The address of a portal as it was typed or pasted: without `https://`, or copied from one of its
 * pages. Answers it without what follows the portal's own path; `ckan_url_invalid` for no address.
 */
export function portalAddress(typed: string): Result<string> {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return fail("ckan_url_invalid", {}, "url");
  const url = new URL(whole);
  const known = ["http:", "https:"].includes(url.protocol);
  // A password in an address would be kept and shown where the token is not.
  if (!known || url.username !== "" || url.password !== "" || !/[.:]|^localhost$/.test(url.host)) {
    return fail("ckan_url_invalid", {}, "url");
  }
  const path = url.pathname
    .replace(/\/(api|dataset|organization|group|user|datarequest)(\/.*)?$/u, "")
    .replace(/\/+$/u, "");
  return ok(`${url.origin}${path}`);
}
