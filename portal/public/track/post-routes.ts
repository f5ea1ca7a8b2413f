import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { failure, isErrorCode } from "#shared/errors.ts";
import { block, optionalBlock } from "#shared/text.ts";
import { clientOf, type PublicDeps, sendForeign, sendHtml, sendTooOften } from "../deps.ts";
import { ACTION, TOKEN } from "../form/form-page.ts";
import { newNonce, readToken, writeToken } from "../form-token.ts";
import { isOwnForm } from "../headers.ts";
import { type ReadForm, readForm } from "../read-form.ts";
import { listUploads, removeUpload } from "../store/uploads.ts";
import { FIELD_FAULTS, OBJECTIONS } from "../text.ts";
import { stageUploads } from "../uploads/stage.ts";
import { post, type PostKind } from "./post.ts";
import { POST_NAMES, postPage, POSTS, type PostState } from "./post-pages.ts";
import type { Tracked } from "./tracked.ts";

type FindTracked = (
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
) => Promise<Tracked | null>;

type WithNumber = { Params: { number: string } };

/** What a requester may say of an open request: answer, withdraw, object. */
export function addPostRoutes(app: FastifyInstance, deps: PublicDeps, find: FindTracked): void {
  const { ctx, key } = deps;
  for (const kind of Object.keys(POSTS) as PostKind[]) {
    const url = `/lacak/:number/${POSTS[kind].path}`;

    app.get<WithNumber>(url, async (request, reply) => {
      const tracked = await find(request, reply, request.params.number);
      if (tracked === null) return reply;
      if (!allowed(tracked, kind)) return reply.redirect(`/lacak/${tracked.number}`, 303);
      const token = { nonce: newNonce(), issued: ctx.now().getTime() };
      const state = { kind, text: "", ground: "", uploads: [], faults: {} };
      const written = writeToken(key, purposeOf(tracked, kind), token);
      return sendHtml(reply, postPage(tracked, { ...state, token: written }));
    });

    app.post<WithNumber>(url, async (request, reply) => {
      if (!isOwnForm(request, ctx.config)) return sendForeign(reply);
      const wait = deps.limits.posts.take(clientOf(request));
      if (wait > 0) return sendTooOften(reply, wait);
      const tracked = await find(request, reply, request.params.number);
      if (tracked === null) return reply;
      const form = await readForm(request, deps.spool);
      try {
        return await answer(deps, reply, tracked, kind, form);
      } finally {
        await form.discard();
      }
    });
  }
}

async function answer(
  deps: PublicDeps,
  reply: FastifyReply,
  tracked: Tracked,
  kind: PostKind,
  { posted, files }: ReadForm,
): Promise<FastifyReply> {
  const { ctx, key } = deps;
  const { number } = tracked;
  const purpose = purposeOf(tracked, kind);
  const token = readToken(key, purpose, posted.text(TOKEN)) ?? {
    nonce: newNonce(),
    issued: ctx.now().getTime(),
  };
  // Sent already, as by a second click: what it led to stands on the request's page.
  if (!allowed(tracked, kind)) return reply.redirect(`/lacak/${number}`, 303);
  const kindOfField = (field: string) =>
    field === POST_NAMES.files && kind !== "withdrawn" ? "reply" : null;
  const staged = await stageUploads(deps, token.nonce, files, kindOfField);
  const state: PostState = {
    kind,
    text: posted.text(POST_NAMES.text).replace(/\r\n?/g, "\n").trim(),
    ground: posted.text(POST_NAMES.ground),
    uploads: staged.uploads,
    faults: {},
    token: writeToken(key, purpose, token),
  };
  const [, upload] = /^hapus-berkas-(\w{1,80})$/.exec(posted.text(ACTION)) ?? [];
  if (upload !== undefined) {
    await ctx.store.transact((tx) => removeUpload(tx, token.nonce, upload));
    const uploads = await listUploads(ctx.store.db, token.nonce);
    return sendHtml(reply, postPage(tracked, { ...state, uploads }));
  }
  const faults = { ...faultsOf(state), ...staged.faults };
  if (Object.keys(faults).length > 0) {
    return sendHtml(reply, postPage(tracked, { ...state, faults }), 422);
  }
  await post(ctx, { number, kind, nonce: token.nonce, text: wordsOf(state) });
  return reply.redirect(`/lacak/${number}?terkirim=${POSTS[kind].path}`, 303);
}

const purposeOf = ({ number }: Tracked, kind: PostKind): string => `post:${number}:${kind}`;

function allowed({ can }: Tracked, kind: PostKind): boolean {
  switch (kind) {
    case "replied":
      return can.reply;
    case "withdrawn":
      return can.withdraw;
    case "objected":
      return can.object;
    default:
      return kind satisfies never;
  }
}

function faultsOf({ kind, text, ground }: PostState): Record<string, string> {
  const { required, longest } = POSTS[kind];
  const checked = (required ? block(longest) : optionalBlock(longest)).safeParse(text);
  const code = checked.error?.issues[0]?.message ?? "";
  return {
    ...(kind === "objected" && groundOf(ground) === null
      ? { [POST_NAMES.ground]: FIELD_FAULTS.choose }
      : {}),
    ...(isErrorCode(code) ? { [POST_NAMES.text]: failure(code).message } : {}),
  };
}

const groundOf = (ground: string): string | null =>
  Object.hasOwn(OBJECTIONS, ground) ? OBJECTIONS[ground as keyof typeof OBJECTIONS] : null;

/** An objection begins with its ground in the law's words. */
const wordsOf = ({ kind, text, ground }: PostState): string =>
  kind === "objected" ? `${groundOf(ground) ?? ""}.\n\n${text}` : text;
