import { parseArgs } from "node:util";

/** What the command line was asked to do. */
export type Command =
  | { name: "call"; method: string; params: string }
  | { name: "methods" }
  | { name: "doctor" }
  | { name: "rebuild" }
  | { name: "demo" };

export type Options = { archive: string | null; user: string | null; command: Command };

export const USAGE = `lajur --archive DIR [--as USER] COMMAND

  call METHOD ['JSON']   runs a method of the contract; - reads the JSON from standard input
  methods --json         every method with the JSON Schema of its params and result
  doctor                 verifies events, projection and files; changes nothing
  rebuild                makes the projection anew from the events
  demo                   fills an empty archive with a made-up office

Results are JSON on standard output. On an error the exit code is 1 and standard error holds
{code, message}; a command that is not understood ends with 2 and this text.
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
      },
    });
    const command = commandOf(positionals);
    const needsArchive = command?.name !== "methods";
    if (command === null || (needsArchive && !values.archive)) return null;
    return { archive: values.archive ?? null, user: values.as ?? null, command };
  } catch {
    return null; // an option that parseArgs does not know
  }
}

function commandOf([name, ...rest]: string[]): Command | null {
  const [first, second, ...others] = rest;
  if (name === "call" && first !== undefined && others.length === 0) {
    return { name, method: first, params: second ?? "{}" };
  }
  const bare = name === "methods" || name === "doctor" || name === "rebuild" || name === "demo";
  return bare && rest.length === 0 ? { name } : null;
}
