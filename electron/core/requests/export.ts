import { resolve } from "node:path";
import { fail, ok } from "#shared/errors.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { writeRequestWorkbook } from "../export/request-workbook.ts";
import type { Downloads } from "../files/downloads.ts";
import { readOffice } from "../office/methods.ts";
import type { Handlers } from "../types.ts";
import { iterateRows } from "./rows.ts";

/** The list of requests as a workbook, row by row, however long it is. */
export function exportMethods(
  { archive, clock, accesses }: Deps,
  downloads: Downloads,
): Pick<Handlers, "request.export"> {
  return {
    "request.export": async ({ path, ...filter }, context) => {
      if (path !== undefined && context.origin === "window") return fail("path_not_allowed");
      const office = readOffice(archive);
      const zone = office?.zone ?? "WIB";
      const today = dayOf(clock.instant(), zone);
      const target =
        path === undefined
          ? await downloads.reserve(`Daftar permohonan ${today}.xlsx`)
          : { id: null, path: resolve(path) };
      const written = await writeRequestWorkbook(target.path, iterateRows(archive, filter), {
        office,
        zone,
        today,
      });
      if (!written.ok) return written;
      accesses.noteMany(context, "exported", written.value.rows);
      return ok({
        ...written.value,
        path: path === undefined ? null : target.path,
        download: target.id,
      });
    },
  };
}
