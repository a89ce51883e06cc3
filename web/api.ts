import { QueryClient, type UseQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Answer, ApiProblem, Ask, RouteName } from '#api/contract/contract.ts'
import { offlineNow, openOffline } from './offline/door.ts'
import { placeHeader } from './place.ts'

/** The routes that ask without changing anything. */
export type QuestionName = Extract<RouteName, `GET ${string}`>
/** The routes that change something. */
export type ChangeName = Exclude<RouteName, QuestionName>

/** A refusal of the server, with words for people. `offline` and `unreadable` are ours: no answer, or not one we know. */
export class ApiProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>
  constructor(status: number, problem: ApiProblem['error']) {
    super(problem.message)
    this.name = 'ApiProblemError'
    this.status = status
    this.code = problem.code
    this.details = problem.details
  }
}

export function isProblem(error: unknown, code?: string): error is ApiProblemError {
  return error instanceof ApiProblemError && (code === undefined || error.code === code)
}

/** `workspace`: the id of the one it is asked in, where that need not be the one of this window. */
export type How = { key?: string; workspace?: string }

/**
 * One question to the server, typed by the contract. Throws `ApiProblemError`. With a `key` the server does it once, however often
 * it is asked. Where no answer comes, a question is answered by what this browser kept.
 */
export async function ask<N extends RouteName>(
  name: N,
  given?: Ask<N>,
  signal?: AbortSignal,
  { key, workspace }: How = {},
): Promise<Answer<N>> {
  if (held && isQuestion(name)) await held
  const { method, url, body } = request(name, (given ?? {}) as Given)
  const sent = body === undefined ? undefined : JSON.stringify(body)
  let response: Response
  try {
    response = await fetch(url, {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        ...placeHeader(workspace),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: sent,
      // What was decided goes out, though the page is closed the next moment. A browser lets 64 kB outlive their page.
      keepalive: sent !== undefined && sent.length < outlivingMax,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    return await keptAnswer(name, { given, workspace })
  }
  // What stands before the server says so in its own words: it is not there.
  if (isGateway.test(String(response.status)) && !/json/u.test(response.headers.get('content-type') ?? ''))
    return await keptAnswer(name, { given, workspace })
  const answer = await read(response)
  if (response.ok) return heard(name, { given, workspace }, answer) as Answer<N>
  if (response.status === 401 && !doors.includes(name)) onSignedOut()
  throw new ApiProblemError(response.status, problemIn(answer))
}

let held: Promise<void> | undefined

/** What stands on screen is being taken away, or the page is being left: nothing is asked for it any more until it is let go. */
export function holdQuestions(): () => void {
  let letGo = () => {}
  held = new Promise((resolve) => {
    letGo = resolve
  })
  void queries.cancelQueries()
  return () => {
    held = undefined
    letGo()
    void queries.invalidateQueries()
  }
}

/** In UTF-16 units, each of which takes three bytes at most. */
const outlivingMax = 5_000

const isGateway = /^50[234]$/u

/** What is asked of a workspace by its id is not kept: it may be another than the one of this window. */
type Asked = { given: Given | undefined; workspace: string | undefined }

async function keptAnswer<N extends RouteName>(name: N, { given, workspace }: Asked): Promise<Answer<N>> {
  const kept = workspace === undefined && isQuestion(name) && (await (await openOffline())?.recall(name, given))
  if (kept) return kept as Answer<N>
  throw new ApiProblemError(0, { code: 'offline', message: '', details: {} })
}

function heard(name: RouteName, { given, workspace }: Asked, answer: unknown): unknown {
  return workspace === undefined && isQuestion(name) ? (offlineNow()?.heard(name, given, answer) ?? answer) : answer
}

function isQuestion(name: RouteName): name is QuestionName {
  return name.startsWith('GET')
}

/** For what must happen once. Also where the page came without TLS, which knows no `randomUUID`. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Here 401 says that a password is wrong, not that a session ended. */
const doors: readonly RouteName[] = [
  'POST /api/sign-in',
  'POST /api/invitations/{token}',
  'POST /api/first-run',
  'PATCH /api/me',
]

type Given = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

function request(name: RouteName, given: Given): { method: string; url: string; body: unknown } {
  const [method = 'GET', path = ''] = name.split(' ')
  const filled = path.replace(/\{(\w+)\}/gu, (_, key: string) => encodeURIComponent(given.params?.[key] ?? ''))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(given.query ?? {}))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  const url = search.size > 0 ? `${filled}?${search}` : filled
  return { method, url, body: method === 'GET' ? undefined : (given.body ?? {}) }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!text) return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiProblemError(response.status, { code: 'unreadable', message: '', details: {} })
  }
}

function problemIn(answer: unknown): ApiProblem['error'] {
  const problem = (answer as Partial<ApiProblem>).error
  return problem?.code ? problem : { code: 'unreadable', message: '', details: {} }
}

let onSignedOut = () => {}
/** What happens when the server no longer knows who we are. */
export function whenSignedOut(act: () => void) {
  onSignedOut = act
}

const staleMs = 30_000
const retriesMax = 2

/** Live events make answers stale; until then they are fresh for half a minute. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: staleMs,
      // A refusal is an answer; only silence is asked again.
      retry: (count, error) =>
        count < retriesMax && navigator.onLine && isProblem(error) && (error.status === 0 || error.status >= 502),
      refetchOnWindowFocus: true,
      // Without a connection a question fails at once or gets what was kept; the live line says when to ask again.
      networkMode: 'always',
    },
  },
})

/** The key under which an answer is kept; `[name]` alone reaches all answers of one route. */
export function keyOf<N extends QuestionName>(name: N, given?: Ask<N>): readonly unknown[] {
  return given === undefined ? [name] : [name, given]
}

type AskOptions<N extends QuestionName> = Pick<
  UseQueryOptions<Answer<N>, ApiProblemError>,
  'enabled' | 'refetchInterval' | 'placeholderData' | 'staleTime'
>

/** An answer that is here, failed, or is still on its way: what a part that only draws is given. */
export type Asking<T> = { data: T | undefined; error: Error | null; refetch: () => unknown }

/** Asks, keeps and refreshes. */
export function useAsk<N extends QuestionName>(name: N, given?: Ask<N>, options?: AskOptions<N>) {
  return useQuery<Answer<N>, ApiProblemError>({
    queryKey: keyOf(name, given),
    queryFn: ({ signal }) => ask(name, given, signal),
    ...options,
  })
}

/** `isAtOnce`: without a connection it fails at once and says so, rather than wait for one. */
type ChangeOptions = { refresh?: readonly QuestionName[]; isAtOnce?: boolean }

/** Changes something. What it makes stale is said by live events and, for one's own impatience, by `refresh`. */
export function useChange<N extends ChangeName>(name: N, options: ChangeOptions = {}) {
  const client = useQueryClient()
  return useMutation<Answer<N>, ApiProblemError, Ask<N>>({
    mutationKey: [name],
    networkMode: options.isAtOnce ? 'always' : undefined,
    mutationFn: (given) => ask(name, given),
    onSettled: () =>
      Promise.all((options.refresh ?? []).map((route) => client.invalidateQueries({ queryKey: [route] }))),
  })
}
