/** The fields and the one file of a multipart form, as a server reads them. */
export function readForm(
  type: string,
  body: Buffer,
): { params: Record<string, string> | null; file: Buffer | null } {
  const boundary = /boundary=(\S+)$/u.exec(type)?.[1];
  if (boundary === undefined) return { params: null, file: null };
  const mark = Buffer.from(`--${boundary}`);
  const params: Record<string, string> = {};
  let file: Buffer | null = null;
  let from = body.indexOf(mark);
  while (from >= 0) {
    const begin = from + mark.length + 2;
    const end = body.indexOf(mark, begin);
    if (end < 0) break;
    const part = body.subarray(begin, end - 2);
    const split = part.indexOf("\r\n\r\n");
    const head = part.subarray(0, split).toString("utf8");
    const name = /name="([^"]*)"/u.exec(head)?.[1] ?? "";
    const content = part.subarray(split + 4);
    if (/filename="/u.test(head)) file = Buffer.from(content);
    else params[name] = content.toString("utf8");
    from = end;
  }
  return { params, file };
}
