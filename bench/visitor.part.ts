import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Ask, RouteName } from '#api/contract/contract.ts'
import type { House } from './house.part.ts'

/** Somebody who is signed in and asks as the pages do. */
export type Visitor = {
  cookies: { name: string; value: string }[]
  memberId: string
  workspaceId: string
  ask<N extends RouteName>(name: N, given?: Ask<N>): Promise<Answer<N>>
  /** The same person at the same house after it was started anew. */
  at(house: Pick<House, 'url'>): Visitor
}

export const brand = 'Zilvermeeuw'

/** The first visitor of a new house. */
export async function firstVisitor(house: House): Promise<Visitor> {
  const visitor = anotherVisitor(house)
  const session = await visitor.ask('POST /api/first-run', {
    body: { name: 'Noor', email: 'noor@example.org', password: 'a long password', workspaceName: brand, lang: 'en' },
  })
  visitor.memberId = session.member?.id ?? ''
  visitor.workspaceId = session.workspace?.id ?? ''
  return visitor
}

/** Somebody who is not signed in yet. */
export function anotherVisitor(house: Pick<House, 'url'>): Visitor {
  const visitor: Visitor = {
    cookies: [],
    memberId: '',
    workspaceId: '',
    ask: (name, given) => askAs(house, visitor, { name, given: given as Given }),
    at: (other) => {
      const { cookies, memberId, workspaceId } = visitor
      return Object.assign(anotherVisitor(other), { cookies, memberId, workspaceId })
    },
  }
  return visitor
}

/** What the server answered instead of what was asked. */
export class Refusal extends Error {
  readonly status: number

  constructor(name: string, status: number, text: string) {
    super(`${name}: ${status} ${text}`)
    this.status = status
  }
}

type Given = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown } | undefined

async function askAs(
  house: Pick<House, 'url'>,
  visitor: { cookies: Visitor['cookies'] },
  { name, given }: { name: string; given: Given },
): Promise<never> {
  const [method = '', path = ''] = name.split(' ')
  const url = new URL(
    path.replace(/\{(\w+)\}/g, (_, key: string) => given?.params?.[key] ?? ''),
    house.url,
  )
  for (const [key, value] of Object.entries(given?.query ?? {}))
    if (value !== undefined) url.searchParams.set(key, String(value))
  const answer = await fetch(url, {
    method,
    headers: {
      origin: house.url,
      cookie: visitor.cookies.map((one) => `${one.name}=${one.value}`).join('; '),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(given?.body ?? {}) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Refusal(name, answer.status, text)
  keepCookies(visitor, answer.headers.getSetCookie())
  return JSON.parse(text) as never
}

function keepCookies(visitor: { cookies: Visitor['cookies'] }, lines: readonly string[]): void {
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    visitor.cookies = [...visitor.cookies.filter((one) => one.name !== name), { name, value }]
  }
}

/** Waits until a claim holds. */
export async function until(holds: () => Promise<boolean> | boolean, mostMs: number, what: string): Promise<void> {
  const giveUpAt = performance.now() + mostMs
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`after ${mostMs / 1_000} s not yet: ${what}`)
    await pause(50)
  }
}
