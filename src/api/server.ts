import { type ServerType, serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { AppError } from '#base/errors.ts'
import { issueWords, refusalWords } from '#domain/issue-words.ts'
import { askOnce } from '#team/ask-once.ts'
import { findMember, workspaceNamed, workspacesOf } from '#team/find-member.ts'
import { contract, type RouteName } from './contract/contract.ts'
import type { Route } from './contract/route.ts'
import { brokenHere, problemOf, statusOf } from './error-answer.ts'
import { type Handlers, type House, type MemberVisit, type UserVisit, type Visit, workspaceNameIn } from './handler.ts'
import type { Live } from './live.ts'
import { fetchMedia } from './media.ts'
import { workspaceOf } from './present/present-session.ts'
import { addExports } from './stream-export.ts'
import { streamLive } from './stream-live.ts'
import { addPaper } from './stream-paper.ts'
import { addSuggestions } from './stream-suggestion.ts'
import { streamWelcome } from './stream-welcome.ts'
import type { WebFiles } from './web-files.ts'
import { addWebSub } from './web-sub.ts'

const bodyBytesMax = 1_000_000
/** Shown for the few seconds in which a first start builds the screens. */
const buildingPage =
  '<!doctype html><meta http-equiv="refresh" content="2"><title>Wederhoor</title><p>The screens are being built. They open here by themselves.</p>'

export type ServerParts = { house: House; handlers: Handlers; live: Live; files: WebFiles }

/** The whole outside of the program: the contract's routes, the live lines, pictures, and the screens. */
export function buildServer({ house, handlers, live, files }: ServerParts): OpenAPIHono {
  const server = new OpenAPIHono({ defaultHook: refuseUnread })
  server.use('/api/media', sandboxed)
  server.use(safeHeaders(house))
  server.use('/shared/*', unlisted)
  addWebSub(server, house)
  server.use('/api/*', csrf({ origin: (origin, context) => isOurOrigin(house, origin, context.req.header('host')) }))
  server.use('/api/*', bodyLimit({ maxSize: bodyBytesMax, onError: () => Promise.reject(tooLarge()) }))
  server.onError((error, context) => answerError(house, error, context))

  for (const name of Object.keys(contract) as RouteName[]) register(server, { house, handlers, name })

  server.get('/api/live', async (context) => streamLive(context, await memberVisit(house, context), live))
  server.get('/api/welcome/listen', async (context) => streamWelcome(context, await memberVisit(house, context)))
  server.get('/api/media', async (context) => {
    const visit = await memberVisit(house, context)
    const { url = '', by = '' } = context.req.query()
    return fetchMedia(visit, { url, by })
  })
  addSuggestions(server, house, (context) => memberVisit(house, context))
  addExports(server, house, (context) => memberVisit(house, context))
  addPaper(server, (context) => memberVisit(house, context))
  server.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Wederhoor', version: house.app.version } })
  server.all('/api/*', () => {
    throw new AppError('not_found', 'There is nothing at this address. /api/openapi.json tells what there is.')
  })
  server.get('*', async (context) => {
    const found = await files.answer(context.req.path, context.req.header('accept-encoding') ?? '')
    if (found) return found
    return files.isBuilt() ? context.text('Not found', 404) : context.html(buildingPage, 503, { 'retry-after': '2' })
  })
  return server
}

/**
 * A line that is not used is kept longer than those who ask keep it (a proxy before the house: 60 s, a browser: minutes): closed by
 * this end in the very moment of the next question, that question would be lost.
 */
const idleLineMs = 75_000

/** @returns the server and the port it got: the next free one when the asked one is taken and `isFixed` is not set. */
export function startServer(
  server: OpenAPIHono,
  at: { host: string; port: number; triesMax: number },
): Promise<{ port: number; server: ServerType }> {
  return new Promise((resolve, reject) => {
    const serverOptions = { keepAliveTimeout: idleLineMs }
    const started = serve({ fetch: server.fetch, hostname: at.host, port: at.port, serverOptions }, (info) =>
      resolve({ port: info.port, server: started }),
    )
    started.once('error', (error: NodeJS.ErrnoException) => {
      const isBusy = error.code === 'EADDRINUSE' && at.triesMax > 1
      if (isBusy) startServer(server, { ...at, port: at.port + 1, triesMax: at.triesMax - 1 }).then(resolve, reject)
      else reject(notListening(error, at))
    })
  })
}

function notListening(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new AppError(
        'unavailable',
        `Port ${port} is taken by another program. Choose another, for example --port ${port + 1}, or give none: then a free one is found.`,
      )
    case 'EACCES':
      return new AppError(
        'unavailable',
        `This user may not open port ${port}. Choose one above 1023, for example --port 8080.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new AppError(
        'bad_input',
        `${host} (WEDERHOOR_HOST, --host) is no address of this machine. Example: --host 127.0.0.1, or 0.0.0.0 for all.`,
      )
    default:
      return error
  }
}

function register(
  server: OpenAPIHono,
  { house, handlers, name }: { house: House; handlers: Handlers; name: RouteName },
): void {
  const [method = '', path = ''] = name.split(' ')
  const route: Route = contract[name]
  const described = createRoute({
    method: method.toLowerCase() as 'get',
    path,
    summary: route.says,
    request: {
      ...(route.params ? { params: route.params as never } : {}),
      ...(route.query ? { query: route.query as never } : {}),
      ...(route.isOnce ? { headers: onceHeaders } : {}),
      ...(route.body ? { body: { required: true, content: { 'application/json': { schema: route.body } } } } : {}),
    },
    responses: { 200: { description: route.says, content: { 'application/json': { schema: route.answer } } } },
  })
  // The contract types handler and route together; the library's own inference cannot follow a table.
  server.openapi(described, (async (context: HonoContext) => {
    const visit = await visitFor(house, context, route.who)
    const valid = (part: string): unknown => context.req.valid(part as never)
    const asked = {
      ...(route.params ? { params: valid('param') } : {}),
      ...(route.query ? { query: valid('query') } : {}),
      ...(route.body ? { body: valid('json') } : {}),
    }
    const handler = handlers[name] as (visit: Visit, asked: unknown) => Promise<unknown>
    const key = route.isOnce && context.req.header('idempotency-key')
    if (!key) return context.json((await handler(visit, asked)) as object)
    // A route that happens once is a member's; a test holds the contract to it.
    const member = visit as MemberVisit
    const work = (ctx: MemberVisit['ctx']) => handler(as(member, ctx), asked)
    return context.json((await askOnce(member.ctx, { key, question: whatIs(name, asked) }, work)) as object)
  }) as never)
}

function as(visit: MemberVisit, ctx: MemberVisit['ctx']): MemberVisit {
  return { ...visit, ctx }
}

/** The version is a condition of what is asked and not a part of it: it may be added when the same is asked again. */
function whatIs(name: RouteName, asked: { params?: unknown; body?: unknown }): unknown {
  const { version: _version, ...body } = (asked.body ?? {}) as Record<string, unknown>
  return [name, asked.params, body]
}

/** The screens give a key to whatever they may have to ask twice, because no answer came. */
const onceHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\w-]{16,64}$/u)
    .optional(),
})

function visitFor(house: House, context: HonoContext, who: Route['who']): Promise<Visit> {
  switch (who) {
    case 'anyone':
      return Promise.resolve(visitOf(house, context))
    case 'user':
      return userVisit(house, context)
    case 'member':
      return memberVisit(house, context)
  }
}

function visitOf(house: House, context: HonoContext): Visit {
  return {
    house,
    headers: context.req.raw.headers,
    address: addressOf(context),
    addCookies: (cookies) => {
      for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
    },
  }
}

async function userVisit(house: House, context: HonoContext): Promise<UserVisit> {
  const session = await house.auth.session(context.req.raw.headers)
  if (!session) throw new AppError('signed_out', 'Sign in first.')
  return { ...visitOf(house, context), session }
}

/**
 * The workspace is the one of the page that asks, which it names with every question; who names none is in the one of their session.
 * Being a member of it is asked each time: whoever left it is not a member any more. A line and a picture, of which a browser sends no
 * header, name it in their address.
 */
async function memberVisit(house: House, context: HonoContext): Promise<MemberVisit> {
  const visit = await userVisit(house, context)
  const { app } = house
  const { userId } = visit.session
  const name = workspaceNameIn(visit.headers) ?? (isPlain(context) ? context.req.query('workspace') : undefined)
  if (name !== undefined) return memberOfNamed(visit, name.toLowerCase())
  const workspaceId = visit.session.workspaceId ?? workspaceOf(visit.session, await workspacesOf(app, userId))
  const member = workspaceId ? await findMember(app, { userId, workspaceId }) : undefined
  if (!workspaceId || !member) throw new AppError('not_allowed', 'You are not a member of a workspace any more.')
  return { ...visit, ctx: { app, workspaceId, actor: { kind: 'member', member } } }
}

const plainPaths: readonly string[] = ['/api/live', '/api/welcome/listen', '/api/media']
function isPlain(context: HonoContext): boolean {
  return plainPaths.includes(context.req.path)
}

/** Somebody else's workspace and none at all are the same answer. */
async function memberOfNamed(visit: UserVisit, name: string): Promise<MemberVisit> {
  const { app } = visit.house
  const { userId } = visit.session
  const workspaceId = await workspaceNamed(app, { userId, name })
  const member = workspaceId ? await findMember(app, { userId, workspaceId }) : undefined
  if (!workspaceId || !member) throw new AppError('not_allowed', 'You are not in this workspace, or there is none.')
  return { ...visit, ctx: { app, workspaceId, actor: { kind: 'member', member } } }
}

function addressOf(context: HonoContext): string {
  try {
    return getConnInfo(context).remote.address ?? ''
  } catch {
    return ''
  }
}

/** Our public address, or the very address the request came to (localhost, or whatever port was free). */
function isOurOrigin(house: House, origin: string, host: string | undefined): boolean {
  return origin === new URL(house.app.publicUrl).origin || (host !== undefined && origin === `http://${host}`)
}

/** A picture from outside may do nothing at all, also when it is opened by itself. Outside of `safeHeaders`, whose policy it replaces. */
async function sandboxed(context: HonoContext, next: () => Promise<void>): Promise<void> {
  await next()
  context.res.headers.set('content-security-policy', "default-src 'none'; sandbox")
}

/** Whoever puts a link somewhere public did not mean search engines to keep what it shows. */
async function unlisted(context: HonoContext, next: () => Promise<void>): Promise<void> {
  await next()
  context.res.headers.set('x-robots-tag', 'noindex, nofollow')
}

function safeHeaders(house: House) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    strictTransportSecurity: house.app.publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
  })
}

type Unread = { success: boolean; error?: z.ZodError }

/** A question that its schema cannot read: say which field, and why. */
function refuseUnread({ success, error }: Unread): undefined {
  if (success) return undefined
  if (!error) throw new AppError('bad_input', 'This was not understood.')
  const issues = error.issues.map((issue) => ({ field: issue.path.join('.'), message: issueWords(issue).en }))
  throw new AppError('bad_input', refusalWords(error), { details: { field: issues[0]?.field ?? '', issues } })
}

function tooLarge(): AppError {
  return new AppError('too_large', 'This is more than can be sent at once.')
}

function answerError(house: House, error: unknown, context: HonoContext): Response {
  if (error instanceof AppError) return context.json(problemOf(error), statusOf[error.code])
  const status = (error as { status?: number }).status
  if (status === 400 || status === 403) {
    return context.json(
      problemOf(new AppError('bad_input', (error as Error).message || 'This was not understood.')),
      status,
    )
  }
  house.app.log.error({ err: error, path: context.req.path }, 'a request broke')
  return context.json(brokenHere, 500)
}
