import { z } from 'zod'
import { FetchFailed } from '#base/fetch-failed.ts'
import type { ConnectorContext, Failure } from '#domain/connector.ts'
import { failureOfError, failureOfStatus } from '#domain/http-failure.ts'

/** One server of the network, and as whom we speak to it; without a token as nobody. */
export type Server = { base: string; token?: string | undefined }
export type Credentials = { server: string; token: string }

export type Answer = { kind: 'answer'; data: unknown }
/** With the status that said so, where there was one. */
export type Refusal = Failure & { status?: number }
type Request = { path: string; query?: [name: string, value: string][]; headers?: Record<string, string> }
type Change = Request & { method: 'POST' | 'DELETE'; body?: object }

/** `mastodon.social`, or an address with its scheme for a server that has no certificate. */
export function baseOf(server: string): string {
  return new URL(/^https?:\/\//i.test(server) ? server : `https://${server}`).origin
}

export function hostOf(base: string): string {
  return new URL(base).host
}

export function serverOf({ server, token }: Credentials): Server {
  return { base: baseOf(server), token }
}

/** The server of a source, with our token where it is the account's own server: a token is told to nobody else. */
export function listenTo(server: string, credentials: Credentials | undefined): Server {
  const base = baseOf(server)
  return { base, token: credentials && baseOf(credentials.server) === base ? credentials.token : undefined }
}

/** Asks for something. It changes nothing over there, so every trouble is a plain failure. */
export async function read(context: ConnectorContext, server: Server, request: Request): Promise<Answer | Refusal> {
  try {
    const response = await open(context, server, { ...request, method: 'GET' })
    const failure = await failureOf(response, server, context.now())
    if (failure) return failure
    const data = await jsonOf(response)
    return data === undefined ? notMastodon(server) : { kind: 'answer', data }
  } catch (error) {
    return failureOfError(error)
  }
}

/** Reads one answer of a known shape; another shape is a server that is no Mastodon. */
export async function readAs<T>(
  context: ConnectorContext,
  server: Server,
  request: Request & { schema: z.ZodType<T> },
): Promise<{ kind: 'read'; value: T } | Failure> {
  const answer = await read(context, server, request)
  if (answer.kind !== 'answer') return answer
  const value = request.schema.safeParse(answer.data)
  return value.success ? { kind: 'read', value: value.data } : notMastodon(server)
}

/**
 * Changes something. A failure means that it surely did not happen; where it may have happened (no answer, a broken answer, trouble over
 * there) it throws, and the caller looks.
 */
export async function change(context: ConnectorContext, server: Server, request: Change): Promise<Answer | Refusal> {
  const response = await openSurely(context, server, request)
  if (!(response instanceof Response)) return response
  if (response.status >= 500 || response.status === 408)
    throw new Error(`${hostOf(server.base)} answered ${response.status}: it may have happened`)
  const failure = await failureOf(response, server, context.now())
  if (failure) return failure
  const data = await jsonOf(response)
  if (data === undefined) throw new Error(`${hostOf(server.base)} answered something unreadable: it may have happened`)
  return { kind: 'answer', data }
}

/** Some troubles come before the first byte is sent; those are failures, the others are thrown on. */
async function openSurely(context: ConnectorContext, server: Server, request: Change): Promise<Response | Failure> {
  try {
    return await open(context, server, request)
  } catch (error) {
    const isBefore =
      error instanceof FetchFailed && ['bad-url', 'inside-address', 'not-found', 'bad-certificate'].includes(error.why)
    if (isBefore) return failureOfError(error)
    throw error
  }
}

function open(
  context: ConnectorContext,
  server: Server,
  request: Request & { method: string; body?: object },
): Promise<Response> {
  const url = new URL(request.path, server.base)
  for (const [name, value] of request.query ?? []) url.searchParams.append(name, value)
  const headers = new Headers({ accept: 'application/json', ...request.headers })
  if (server.token) headers.set('authorization', `Bearer ${server.token}`)
  if (request.body) headers.set('content-type', 'application/json')
  return context.fetch(url.href, {
    method: request.method,
    headers,
    signal: context.signal,
    ...(request.body && { body: JSON.stringify(request.body) }),
  })
}

const errorSchema = z.object({ error: z.string().catch(''), error_description: z.string().optional().catch(undefined) })

async function failureOf(response: Response, server: Server, now: Date): Promise<Refusal | undefined> {
  if (response.status < 400) return undefined
  const { error = '', error_description: says = error } = errorSchema.safeParse(await jsonOf(response)).data ?? {}
  const host = hostOf(server.base)
  // Servers that keep their timelines to their members say so with 401, 403 or 422.
  if (
    /authenticated user|access token|requires? (?:a )?(?:login|sign)/i.test(error) ||
    (response.status === 401 && !server.token)
  ) {
    return {
      kind: 'reconnect',
      why: {
        en: `${host} shows this only to its members. Connect an account on ${host}, or choose another server.`,
        nl: `${host} toont dit alleen aan leden. Koppel een account op ${host}, of kies een andere server.`,
      },
    }
  }
  if (response.status === 401) {
    return {
      kind: 'reconnect',
      why: {
        en: `${host} does not accept this access token. Make a new one and connect the account again.`,
        nl: `${host} accepteert dit toegangstoken niet. Maak een nieuw en koppel het account opnieuw.`,
      },
    }
  }
  const headers = new Headers(response.headers)
  const reset = headers.get('x-ratelimit-reset')
  if (!headers.has('retry-after') && reset) headers.set('retry-after', reset)
  const failure = failureOfStatus({ status: response.status, headers, host, now, says })
  return failure && { ...failure, status: response.status }
}

/** Undefined for an empty or broken body. Aborts and time-outs go on as they are. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text) ?? undefined
  } catch {
    return undefined
  }
}

function notMastodon({ base }: Server): Failure {
  const host = hostOf(base)
  return {
    kind: 'retry',
    why: {
      en: `${host} does not answer as a Mastodon server does.`,
      nl: `${host} antwoordt niet zoals een Mastodon-server.`,
    },
  }
}

/** Ids are counted up by each server in its own way: numbers of growing length, or texts of one length. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}
