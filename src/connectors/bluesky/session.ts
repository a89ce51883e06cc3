import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { CredentialSession } from '@atproto/api'
import { z } from 'zod'
import { present } from '#base/assert.ts'
import type { ConnectorContext, Failure } from '#domain/connector.ts'
import { failureOf, failureOfLine } from './failure.ts'

export type Credentials = { service: string; identifier: string; appPassword: string }

const sessionsMax = 500

/**
 * Signed-in sessions, by what they were made of. Bluesky allows 30 sign-ins in 5 minutes and 300 a day for one account, so a
 * session is kept and refreshed, never made anew for a call. The key is a hash: no password stays in memory because of it.
 */
const sessions = new Map<string, Promise<CredentialSession>>()

/** A session outlives the call it was made in, and serves several at once: each goes out by its own context, and ends with it. */
const current = new AsyncLocalStorage<ConnectorContext>()

/**
 * The answer to one call. `isUncertain` is true when nobody can say whether the call did its work: the line broke, or the
 * server fell over it. Only a caller that changes something needs to care.
 */
export type Answer =
  | { kind: 'answer'; did: string; handle: string; data: unknown }
  | { kind: 'none'; failure: Failure; code: string; isUncertain: boolean }

type Call = { name: string; params?: Record<string, string | string[]>; body?: Record<string, unknown> }

/** Calls one XRPC method as the account: a query with `params`, a procedure with `body`. Signs in when it must. */
export function call(context: ConnectorContext, credentials: Credentials, asked: Call): Promise<Answer> {
  return current.run(context, () => callHere(context, credentials, asked))
}

/** Forgets what is kept for these credentials: the next call signs in anew. */
export function forgetSession(credentials: Credentials): void {
  sessions.delete(keyOf(credentials))
}

async function callHere(
  context: ConnectorContext,
  credentials: Credentials,
  { name, params, body }: Call,
): Promise<Answer> {
  const opened = await openSession(context, credentials)
  if ('failure' in opened) return opened
  const { session } = opened
  const query = new URLSearchParams(
    Object.entries(params ?? {}).flatMap(([key, value]) => [value].flat().map((each) => [key, each])),
  )
  try {
    const response = await session.fetchHandler(`/xrpc/${name}${query.size > 0 ? `?${query}` : ''}`, {
      method: body ? 'POST' : 'GET',
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: context.signal,
    })
    if (!response.ok) return await refusedAnswer(context, { credentials, session, response })
    return {
      kind: 'answer',
      did: session.did ?? '',
      handle: session.session?.handle ?? '',
      data: await response.json(),
    }
  } catch (error) {
    return { kind: 'none', failure: failureOfLine(error), code: '', isUncertain: true }
  }
}

type Refused = Extract<Answer, { kind: 'none' }>

async function openSession(
  context: ConnectorContext,
  credentials: Credentials,
): Promise<{ session: CredentialSession } | Refused> {
  const key = keyOf(credentials)
  // Two calls at once share one sign-in.
  const opening = sessions.get(key) ?? signIn(credentials)
  sessions.set(key, opening)
  for (const oldest of sessions.keys()) {
    if (sessions.size <= sessionsMax) break
    sessions.delete(oldest)
  }
  try {
    return { session: await opening }
  } catch (error) {
    sessions.delete(key)
    return { kind: 'none', failure: failureOfError(error, context.now()), code: '', isUncertain: false }
  }
}

/** The library is large (65 MB of memory), so it is loaded when the first account is used and not before. */
async function signIn({ service, identifier, appPassword }: Credentials): Promise<CredentialSession> {
  const { CredentialSession } = await import('@atproto/api')
  const session = new CredentialSession(new URL(service), fetchNow)
  await session.login({ identifier: identifier.replace(/^@/, '').trim(), password: appPassword.trim() })
  return session
}

async function fetchNow(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const { fetch, signal } = present(current.getStore(), 'a session is used within a call')
  return fetch(input, { ...init, signal })
}

/** The library has refreshed an expired session once before we get here. */
async function refusedAnswer(
  context: ConnectorContext,
  { credentials, session, response }: { credentials: Credentials; session: CredentialSession; response: Response },
): Promise<Refused> {
  const { error: code, message } = errorSchema.parse(await response.json().catch(() => ({})))
  const { status, headers } = response
  const failure = failureOf({ status, code, message, headers }, context.now())
  const isUncertain = status >= 500
  if (failure.kind !== 'reconnect') return { kind: 'none', failure, code, isUncertain }
  // When only the refresh could not be reached the session is still there, and so may the account be.
  if (session.hasSession && code === 'ExpiredToken')
    return { kind: 'none', failure: failureOfLine(undefined), code, isUncertain: false }
  forgetSession(credentials)
  return { kind: 'none', failure, code, isUncertain: false }
}

const errorSchema = z
  .object({ error: z.string().catch(''), message: z.string().catch('') })
  .catch({ error: '', message: '' })
const xrpcErrorSchema = z.object({
  status: z.int(),
  error: z.string().catch(''),
  message: z.string().catch(''),
  headers: z.record(z.string(), z.string()).optional().catch(undefined),
})

/** The library throws XRPCError; one without a real status hides what our own fetch threw. */
function failureOfError(error: unknown, now: Date): Failure {
  const parsed = xrpcErrorSchema.safeParse(error)
  if (!parsed.success || parsed.data.status < 100)
    return failureOfLine(error instanceof Error ? (error.cause ?? error) : error)
  const { status, error: code, message, headers = {} } = parsed.data
  return failureOf({ status, code, message, headers: { get: (name) => headers[name] ?? null } }, now)
}

function keyOf({ service, identifier, appPassword }: Credentials): string {
  return createHash('sha256')
    .update(JSON.stringify([service, identifier, appPassword]))
    .digest('base64')
}
