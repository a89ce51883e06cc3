import type { z } from 'zod'
import type { App } from '#app.ts'
import type { Demo } from '#demo/open-demo.ts'
import type { Followed } from '#inbox/followed.ts'
import type { TopicEngine } from '#mentions/topic-engine.ts'
import type { Auth, KnownSession } from '#team/auth.ts'
import type { Context } from '#team/context.ts'
import type { Contract, RouteName } from './contract/contract.ts'

/** What the handlers share for the life of the program. */
export type House = {
  app: App
  auth: Auth
  engine: TopicEngine
  followed: Followed
  demo: Demo
  /** Started with --demo: who signs in is led to the demo company. */
  isDemoWanted: boolean
  /** Tells the ears, when they are in this process, that there is a new source to look at. */
  nudge: (what: 'sources') => void
}

/** One request: who asks, and where the cookies go. */
export type Visit = {
  house: House
  headers: Headers
  address: string
  addCookies: (cookies: readonly string[]) => void
}

/** The page that asks says by this in which workspace it stands: by its name in addresses, or its id. */
export const workspaceHeader = 'wederhoor-workspace'

export function workspaceNameIn(headers: Headers): string | undefined {
  return headers.get(workspaceHeader)?.toLowerCase() ?? undefined
}

export type UserVisit = Visit & { session: KnownSession }
export type MemberVisit = UserVisit & { ctx: Context }

type VisitOf<N extends RouteName> = { anyone: Visit; user: UserVisit; member: MemberVisit }[Contract[N]['who']]
type Part<R, K extends string> = R extends Record<K, infer S extends z.ZodType> ? { [P in K]: z.output<S> } : unknown
export type Asked<N extends RouteName> = Part<Contract[N], 'params'> &
  Part<Contract[N], 'query'> &
  Part<Contract[N], 'body'>

/** Takes what was asked, already read by its schema, and gives the answer of the contract; a refusal is a thrown AppError. */
export type Handler<N extends RouteName> = (
  visit: VisitOf<N>,
  asked: Asked<N>,
) => Promise<z.output<Contract[N]['answer']>>

export type Handlers = { [N in RouteName]: Handler<N> }

/** A stage's share of the handlers; all shares together must be the whole contract, which the compiler checks. */
export function handle<N extends RouteName>(handlers: { [K in N]: Handler<K> }): { [K in N]: Handler<K> } {
  return handlers
}
