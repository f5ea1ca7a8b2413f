import { parseArgs } from "node:util";

/** What the command line was asked to do. */
export type Command =
  | { name: "call"; method: string; params: string }
  | { name: "methods" }
  | { name: "doctor"; repair: boolean; backup: string | null }
  | { name: "rebuild" }
  | { name: "demo" };

export type Options = { archive: string | null; user: string | null; command: Command };

export const USAGE = `lajur --archive DIR [--as USER] COMMAND

  call METHOD ['JSON']   runs a method of the contract; - reads the JSON from standard input
  methods --json         every method with the JSON Schema of its params and result
  doctor                 verifies pages, events, projection, identities and files; changes nothing
  doctor --repair        rebuilds what can be rebuilt and fetches the rest from the backups; what is
    [--backup DIR]       replaced is kept, and DIR is looked into before the configured places
  rebuild                makes the projection anew from the events
  demo                   fills an empty archive with a made-up office

Results are JSON on standard output. On an error the exit code is 1 and standard error holds
{code, message}; doctor ends with 1 when it finds anything, or leaves anything; a command that is not understood ends with 2 and this text.
`;

/** The parsed command line, or null when it is not understood. */
export function readOptions(argv: string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        archive: { type: "string" },
        as: { type: "string" },
        json: { type: "boolean" },
        repair: { type: "boolean" },
        backup: { type: "string" },
      },
    });
    const command = commandOf(positionals, values);
    const needsArchive = command?.name !== "methods";
    if (command === null || (needsArchive && !values.archive)) return null;
    return { archive: values.archive ?? null, user: values.as ?? null, command };
  } catch {
    return null; // an option that parseArgs does not know
  }
}

type Flags = { repair?: boolean | undefined; backup?: string | undefined };

function commandOf([name, ...rest]: string[], { repair = false, backup }: Flags): Command | null {
  const [first, second, ...others] = rest;
  const flagged = repair || backup !== undefined;
  if (name === "call" && !flagged && first !== undefined && others.length === 0) {
    return { name, method: first, params: second ?? "{}" };
  }
  if (name === "doctor" && rest.length === 0 && (repair || backup === undefined)) {
    return { name, repair, backup: backup ?? null };
  }
  if (flagged) return null;
  const bare = name === "methods" || name === "rebuild" || name === "demo";
  return bare && rest.length === 0 ? { name } : null;
}
