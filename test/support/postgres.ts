import { inject } from "vitest";

/** The URL of a new database on the run's PostgreSQL, or why there is none here. */
export async function postgresDatabase(): Promise<{ url: string } | { missing: string }> {
  const answer = await fetch(inject("postgres"));
  const text = await answer.text();
  if (answer.status === 503) return { missing: text };
  if (!answer.ok) throw new Error(text);
  return { url: text };
}
