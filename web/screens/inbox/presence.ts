import { useEffect, useMemo, useState } from 'react'
import type { Presence } from '#api/contract/shapes.ts'
import type { PresenceSign } from '#domain/presence.ts'
import { ask, useAsk } from '#web/api.ts'
import { placeHeader } from '#web/place.ts'
import { createPresenceTeller } from './presence-teller.ts'

/** Colleagues at one conversation; who answers is not also said to look. */
export type PresentHere = { typing: readonly Person[]; looking: readonly Person[] }
type Person = Presence['by']

/** An answer is on its way that long; then the ones whose time is over are taken for gone without it. */
const graceMs = 2_000
const nobody: ReadonlyMap<string, PresentHere> = new Map()

/** Who is where. The server tells of changes; when somebody's time is up it is asked whether they gave another sign. */
export function usePresence(): ReadonlyMap<string, PresentHere> {
  const { data, dataUpdatedAt, refetch } = useAsk('GET /api/presence', undefined, { staleTime: 0 })
  const [overAt, setOverAt] = useState(0)
  useEffect(() => {
    if (!data || data.length === 0) return
    const firstMs = Math.min(...data.map((one) => one.leftMs)) - (Date.now() - dataUpdatedAt)
    const again = setTimeout(() => void refetch(), Math.max(0, firstMs))
    const over = setTimeout(() => setOverAt(dataUpdatedAt), Math.max(0, firstMs) + graceMs)
    return () => {
      clearTimeout(again)
      clearTimeout(over)
    }
  }, [data, dataUpdatedAt, refetch])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `overAt` says that time has passed without an answer.
  return useMemo(
    () => (data ? byConversation(data, Date.now() - dataUpdatedAt) : nobody),
    [data, dataUpdatedAt, overAt],
  )
}

export function byConversation(all: readonly Presence[], passedMs: number): ReadonlyMap<string, PresentHere> {
  const here = new Map<string, { typing: Person[]; looking: Person[] }>()
  for (const { conversationId, by, isTyping, leftMs } of all) {
    if (leftMs <= passedMs - graceMs) continue
    const found = here.get(conversationId) ?? { typing: [], looking: [] }
    found[isTyping ? 'typing' : 'looking'].push(by)
    here.set(conversationId, found)
  }
  return here
}

/** Not worth a word when it fails: the next sign comes in seconds, and without one colleagues see nobody. */
function send(id: string, sign: PresenceSign): void {
  if (sign === 'gone') {
    // The page may be closing: this request is allowed to outlive it.
    const url = `/api/conversations/${encodeURIComponent(id)}/presence`
    const headers = { 'content-type': 'application/json', ...placeHeader() }
    void fetch(url, { method: 'PUT', keepalive: true, headers, body: JSON.stringify({ sign }) }).catch(() => {})
    return
  }
  ask('PUT /api/conversations/{id}/presence', { params: { id }, body: { sign } }).catch(() => {})
}

/** One screen has one heart: what stands open in it, and whether one writes there. */
export const presenceTeller = createPresenceTeller({ send })

/** While this conversation stands open and the page can be seen, colleagues see that one looks at it. */
export function useTellPresence(conversationId: string): void {
  useEffect(() => {
    const follow = (): void => {
      if (document.visibilityState === 'visible') presenceTeller.look(conversationId)
      else presenceTeller.leave()
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    window.addEventListener('pagehide', presenceTeller.leave)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      window.removeEventListener('pagehide', presenceTeller.leave)
      presenceTeller.leave()
    }
  }, [conversationId])
}
