import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { readForm } from "./ckan-form.ts";

/**
 * A small CKAN 2.10 as far as Lajur talks to it: envelopes, status codes and rights as CKAN's own,
 * in memory, with switches for everything that goes wrong on the way.
 */

export type CkanResource = {
  id: string;
  name: string;
  format: string;
  hash: string;
  size: number;
  url: string;
  description: string;
  /** SHA-256 of what arrived. */
  arrived: string;
};

export type CkanDataset = {
  id: string;
  name: string;
  title: string;
  notes: string;
  private: boolean;
  state: "active" | "deleted";
  owner_org: string;
  license_id: string;
  metadata_modified: string;
  tags: { name: string; display_name: string }[];
  extras: { key: string; value: string }[];
  resources: CkanResource[];
};

export type CkanDataRequest = {
  id: string;
  title: string;
  description: string;
  open_time: string;
  closed: boolean;
  accepted_dataset_id: string | null;
  user: { name: string; display_name: string };
  comments: string[];
};

/** What happens to one call. */
export type Fault =
  | "html"
  /** A page that says that all is well, as of a network that wants a password first. */
  | "page"
  | "500"
  | "half"
  | "string"
  | "never"
  /** Breaks before anything is done. */
  | "cut"
  /** Does it, and breaks before the answer. */
  | "lost"
  /** Does it twice, as a server in between that tries again. */
  | "doubled"
  /** Takes a part of what is sent and breaks. */
  | "middle"
  | { slow: number };

export type Call = { action: string; method: string; token: string; bytes: number };

export type CkanServer = Awaited<ReturnType<typeof startCkan>>;

type Params = Record<string, unknown>;
type Reply = { status: number; body: unknown };

/** A parameter that is text; empty where it is none. */
const words = (value: unknown): string => (typeof value === "string" ? value : "");

const ORGANIZATIONS = [
  { name: "dinas-pertanian", title: "Dinas Pertanian" },
  { name: "diskominfo", title: "Dinas Komunikasi dan Informatika" },
];
const LICENSES = [
  { id: "cc-by", title: "Creative Commons Attribution" },
  { id: "notspecified", title: "Tidak ditentukan" },
];

export async function startCkan(
  options: {
    token?: string;
    version?: string;
    extensions?: string[];
    /** Bytes of one file. */
    limit?: number;
    /** Most rows of a search, whatever was asked for. */
    rowsMax?: number;
  } = {},
) {
  const { token = "rahasia-uji", version = "2.10.4", limit = 10 * 1024 * 1024 } = options;
  const { extensions = ["datastore", "datarequests"], rowsMax = 1000 } = options;
  const datasets = new Map<string, CkanDataset>();
  const dataRequests = new Map<string, CkanDataRequest>();
  const calls: Call[] = [];
  const sockets = new Set<Socket>();
  let fault: (call: Call, index: number) => Fault | null = () => null;
  let tick = Date.parse("2026-01-01T00:00:00Z");
  const stamp = (): string => new Date((tick += 1000)).toISOString().slice(0, -1);

  const find = (idOrName: unknown): CkanDataset | undefined =>
    datasets.get(String(idOrName)) ??
    [...datasets.values()].find((one) => one.name === idOrName && one.state === "active") ??
    [...datasets.values()].find((one) => one.name === idOrName);
  const isPublic = (one: CkanDataset): boolean => !one.private && one.state === "active";
  const show = (one: CkanDataset) => ({
    ...one,
    license_title: LICENSES.find(({ id }) => id === one.license_id)?.title ?? "",
    organization: ORGANIZATIONS.find(({ name }) => name === one.owner_org) ?? null,
    author: "Nama Pembuat",
    maintainer_email: "pembuat@contoh.go.id",
    type: "dataset",
  });

  const good = (result: unknown): Reply => ({ status: 200, body: { success: true, result } });
  const bad = (status: number, error: Params): Reply => ({
    status,
    body: { help: "…", success: false, error },
  });
  const unknown = (): Reply => bad(404, { __type: "Not Found Error", message: "Tidak ditemukan" });
  const denied = (): Reply => bad(403, { __type: "Authorization Error", message: "Access denied" });
  const invalid = (fields: Params): Reply => bad(409, { __type: "Validation Error", ...fields });

  const ACTIONS: Record<string, (params: Params, mine: boolean, file: Buffer | null) => Reply> = {
    status_show: () =>
      good({ ckan_version: version, site_title: "Satu Data Kabupaten Contoh", extensions }),
    organization_list: () => good(ORGANIZATIONS),
    organization_list_for_user: (_, mine) => good(mine ? ORGANIZATIONS : []),
    license_list: () => good(LICENSES),
    package_list({ limit: most, offset }) {
      const names = [...datasets.values()].filter(isPublic).map(({ name }) => name);
      const from = Number(offset ?? 0);
      const end = most === undefined ? undefined : from + Number(most);
      return good(names.sort().slice(from, end));
    },
    package_search({ rows, start, fq, sort }) {
      if (sort !== "id asc") return bad(409, { __type: "Search Query Error" });
      const since = /^metadata_modified:\[(\S+) TO \*\]$/u.exec(words(fq))?.[1];
      if (fq !== undefined && since === undefined) {
        return bad(409, { __type: "Search Query Error", message: "cannot parse" });
      }
      const found = [...datasets.values()]
        .filter(isPublic)
        .filter((one) => since === undefined || `${one.metadata_modified}Z` >= since)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const from = Number(start ?? 0);
      const results = found.slice(from, from + Math.min(rowsMax, Number(rows ?? 10)));
      return good({ count: found.length, results: results.map(show) });
    },
    package_show({ id }, mine) {
      const found = find(id);
      if (found === undefined) return unknown();
      return isPublic(found) || mine ? good(show(found)) : denied();
    },
    package_create(params, mine) {
      if (!mine) return denied();
      const name = words(params["name"]);
      if (!/^[a-z0-9_-]{2,100}$/u.test(name))
        return invalid({ name: ["Must be purely lowercase"] });
      if (!ORGANIZATIONS.some((one) => one.name === params["owner_org"])) {
        return invalid({ owner_org: ["Organization does not exist"] });
      }
      if (find(name) !== undefined) return invalid({ name: ["That URL is already in use."] });
      const made: CkanDataset = {
        id: randomUUID(),
        name,
        title: words(params["title"]),
        notes: words(params["notes"]),
        private: params["private"] === true,
        state: "active",
        owner_org: String(params["owner_org"]),
        license_id: words(params["license_id"]) || "notspecified",
        metadata_modified: stamp(),
        tags: ((params["tags"] ?? []) as { name: string }[]).map((tag) => ({
          name: tag.name,
          display_name: tag.name,
        })),
        extras: (params["extras"] ?? []) as CkanDataset["extras"],
        resources: [],
      };
      datasets.set(made.id, made);
      return good(show(made));
    },
    package_patch(params, mine) {
      const found = find(params["id"]);
      if (found === undefined) return unknown();
      if (!mine) return denied();
      if (typeof params["private"] === "boolean") found.private = params["private"];
      found.metadata_modified = stamp();
      return good(show(found));
    },
    package_delete({ id }, mine) {
      const found = find(id);
      if (found === undefined) return unknown();
      if (!mine) return denied();
      found.state = "deleted";
      return good(null);
    },
    resource_create(params, mine, file) {
      const found = find(params["package_id"]);
      if (found === undefined) return unknown();
      if (!mine) return denied();
      if (file === null) return invalid({ upload: ["Missing value"] });
      if (file.length > limit) return invalid({ upload: ["File upload too large"] });
      const made: CkanResource = {
        id: randomUUID(),
        name: words(params["name"]),
        format: words(params["format"]),
        hash: words(params["hash"]),
        size: file.length,
        url: `http://data.contoh.go.id/${found.id}/resource/${words(params["name"])}`,
        description: "",
        arrived: createHash("sha256").update(file).digest("hex"),
      };
      found.resources.push(made);
      found.metadata_modified = stamp();
      return good(made);
    },
    resource_delete({ id }, mine) {
      if (!mine) return denied();
      for (const one of datasets.values()) {
        const at = one.resources.findIndex((resource) => resource.id === id);
        if (at < 0) continue;
        one.resources.splice(at, 1);
        return good(null);
      }
      return unknown();
    },
    ...(extensions.includes("datarequests") && {
      list_datarequests({ closed, offset, limit: most }: Params) {
        const found = [...dataRequests.values()].filter(
          (one) => closed === undefined || one.closed === (closed === "True"),
        );
        const from = Number(offset ?? 0);
        const result = found.slice(from, from + Number(most ?? 10));
        return good({ count: found.length, result, facets: {} });
      },
      show_datarequest({ id }: Params) {
        const found = dataRequests.get(String(id));
        return found === undefined ? unknown() : good(found);
      },
      list_datarequest_comments({ datarequest_id }: Params) {
        const found = dataRequests.get(String(datarequest_id));
        if (found === undefined) return unknown();
        return good(found.comments.map((comment) => ({ id: randomUUID(), comment })));
      },
      comment_datarequest({ datarequest_id, comment }: Params, mine: boolean) {
        const found = dataRequests.get(String(datarequest_id));
        if (found === undefined) return unknown();
        if (!mine) return denied();
        found.comments.push(String(comment));
        return good({ comment });
      },
      close_datarequest({ id, accepted_dataset_id }: Params, mine: boolean) {
        const found = dataRequests.get(String(id));
        if (found === undefined) return unknown();
        if (!mine || found.closed) return denied();
        if (accepted_dataset_id !== undefined && !datasets.has(words(accepted_dataset_id))) {
          return invalid({ accepted_dataset_id: ["Dataset not found"] });
        }
        found.closed = true;
        found.accepted_dataset_id =
          accepted_dataset_id === undefined ? null : words(accepted_dataset_id);
        return good(found);
      },
    }),
  };

  function act(action: string, sent: Sent, mine: boolean): Reply {
    const run = ACTIONS[action];
    if (run === undefined) {
      return { status: 400, body: `Bad request - Action name not known: ${action}` };
    }
    if (sent.params === null) {
      return { status: 400, body: "Bad request - JSON Error: No request body data" };
    }
    return run(sent.params, mine, sent.file);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://contoh");
    const action = /^\/api\/3\/action\/(\w+)$/u.exec(url.pathname)?.[1];
    if (action === undefined) {
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<!doctype html><h1>Satu Data</h1>");
      return;
    }
    const call: Call = {
      action,
      method: request.method ?? "GET",
      token: request.headers["authorization"] ?? "",
      bytes: Number(request.headers["content-length"] ?? 0),
    };
    calls.push(call);
    const trouble = fault(call, calls.length - 1);
    if (trouble === "cut") return void request.socket.destroy();
    if (trouble === "middle" && call.method === "POST") {
      request.once("data", () => request.socket.destroy());
      return;
    }
    if (trouble === "middle") return void request.socket.destroy();
    const sent = await readSent(request, url);
    if (trouble === "never") return;
    if (trouble === "page") {
      response.writeHead(200, { "content-type": "text/html" }).end("<html><h1>Masuk</h1>");
      return;
    }
    if (trouble === "html") {
      response.writeHead(502, { "content-type": "text/html" }).end("<html><h1>Bad Gateway</h1>");
      return;
    }
    if (trouble === "500") {
      response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ success: false, error: { __type: "Internal Server Error" } }));
      return;
    }
    if (trouble === "string") {
      response.writeHead(400, { "content-type": "application/json" }).end('"Bad request - x"');
      return;
    }
    const mine = call.token === token;
    const reply = act(action, sent, mine);
    if (trouble === "doubled") act(action, sent, mine);
    if (trouble === "lost") return void request.socket.destroy();
    if (typeof trouble === "object" && trouble !== null) await wait(trouble.slow);
    const text = JSON.stringify(reply.body);
    response.writeHead(reply.status, { "content-type": "application/json;charset=utf-8" });
    response.end(trouble === "half" ? text.slice(0, Math.ceil(text.length / 2)) : text);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    datasets,
    dataRequests,
    calls,
    /** What goes wrong; `index` counts all calls from 0. */
    break(next: typeof fault): void {
      fault = next;
    },
    /** Puts a public dataset there, as somebody else would. */
    add(dataset: Partial<CkanDataset> & Pick<CkanDataset, "name" | "title">): CkanDataset {
      const made: CkanDataset = {
        id: randomUUID(),
        notes: "",
        private: false,
        state: "active",
        owner_org: "dinas-pertanian",
        license_id: "cc-by",
        metadata_modified: stamp(),
        tags: [],
        extras: [],
        resources: [],
        ...dataset,
      };
      datasets.set(made.id, made);
      return made;
    },
    touch(dataset: CkanDataset): void {
      dataset.metadata_modified = stamp();
    },
    ask(request: Partial<CkanDataRequest> & Pick<CkanDataRequest, "title">): CkanDataRequest {
      const made: CkanDataRequest = {
        id: randomUUID(),
        description: "",
        open_time: stamp(),
        closed: false,
        accepted_dataset_id: null,
        user: { name: "warga1", display_name: "Warga Contoh" },
        comments: [],
        ...request,
      };
      dataRequests.set(made.id, made);
      return made;
    },
    counts(): Record<string, number> {
      const counts: Record<string, number> = {};
      for (const { action } of calls) counts[action] = (counts[action] ?? 0) + 1;
      return counts;
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Sent = { params: Params | null; file: Buffer | null };

async function readSent(request: IncomingMessage, url: URL): Promise<Sent> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  const body = Buffer.concat(pieces);
  if (request.method === "GET") {
    return { params: Object.fromEntries(url.searchParams), file: null };
  }
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(type, body);
  try {
    return { params: JSON.parse(body.toString("utf8")) as Params, file: null };
  } catch {
    return { params: null, file: null }; // CKAN's bare string answers it
  }
}
