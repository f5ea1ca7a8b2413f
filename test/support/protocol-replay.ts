import { API } from "#shared/sync/protocol.ts";
import { makeCode } from "../../portal/service/devices.ts";
import { newOffice } from "./portal-offices.ts";
import type { ApiPortal } from "./portal-api.ts";

/**
 * One request of a recorded conversation. `{{name}}` stands for what the portal made up: the codes
 * of the two offices, and what `keep` takes from an answer.
 */
export type Step = {
  name: string;
  /** Name of the token it is asked with; null for none. */
  as: string | null;
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  /** Variable -> where it stands in the answer. */
  keep?: Record<string, string>;
  status?: number;
  answer?: unknown;
};

/** Says the requests to a fresh portal; answers the same steps with what it answered. */
export async function replay(portal: ApiPortal, steps: readonly Step[]): Promise<Step[]> {
  const known = new Map<string, string>();
  const names = [
    ["code", "Kantor A"],
    ["otherCode", "Kantor B"],
  ] as const;
  for (const [variable, name] of names) {
    const office = await newOffice(portal.ctx, name);
    known.set(variable, (await makeCode(portal.ctx, office)).code);
  }
  const fill = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => known.get(name) ?? `no ${name}`);
  const blank = (text: string): string =>
    [...known]
      .toSorted(([, one], [, other]) => other.length - one.length)
      .reduce((left, [name, value]) => left.replaceAll(value, `{{${name}}}`), text);

  const said: Step[] = [];
  for (const step of steps) {
    const { as, method, path, body, keep = {} } = step;
    const answer = await portal.app.inject({
      method,
      url: API + fill(path),
      headers: {
        "lajur-protocol": "1",
        ...(as === null ? {} : { authorization: fill(`Bearer {{${as}}}`) }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { payload: fill(JSON.stringify(body)) }),
    });
    for (const [variable, place] of Object.entries(keep)) {
      known.set(variable, valueAt(answer.json(), place));
    }
    const text = blank(answer.payload)
      .replace(/"code":"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"/, '"code":"{{some}}"')
      .replace(/"server":"[^"]*"/, '"server":"{{some}}"');
    said.push({ ...step, status: answer.statusCode, answer: JSON.parse(text) as unknown });
  }
  return said;
}

function valueAt(answer: unknown, place: string): string {
  const value = place
    .split(".")
    .reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], answer);
  return String(value);
}
