import { useEffect, useRef, useState } from 'react'
import type { Sample } from '#api/contract/shapes.ts'
import { inPlace } from '#web/place.ts'

/** `ok` is null until a network has answered. `why` is for people. */
export type ListenSource = { id: string; name: string; ok: boolean | null; why?: { en: string; nl: string } }
export type FirstHits = {
  hits: readonly Sample[]
  sources: readonly ListenSource[]
  /** `idle`: nothing asked. `silent`: listening for a while and nothing heard. `lost`: no line to the server. */
  state: 'idle' | 'listening' | 'silent' | 'lost' | 'over'
  foundAfterSeconds: number | undefined
}

/** No network can be reached, or nobody was heard for a while: somebody sits before an empty page. */
export function isUnheard({ state, sources, hits }: FirstHits): boolean {
  if (state === 'idle' || hits.length > 0) return false
  const isDeaf = sources.length > 0 && sources.every((source) => source.ok === false)
  return state === 'silent' || state === 'lost' || state === 'over' || isDeaf
}

const hitsMax = 20
const settleMs = 500
const silentAfterMs = 9_000

export function hitKey(hit: Sample): string {
  return `${hit.network} ${hit.nativeId}`
}

/**
 * Listens while somebody writes what to listen for: what is heard stays in its place, later ones come below. `asked` is the
 * search part of the address, empty for nothing; after a change of it only what `stillMatches` stays.
 */
export function useFirstHits(asked: string, stillMatches: (hit: Sample) => boolean): FirstHits {
  const [hits, setHits] = useState<readonly Sample[]>([])
  const [sources, setSources] = useState<readonly ListenSource[]>([])
  const [state, setState] = useState<FirstHits['state']>('idle')
  const [foundAfterSeconds, setFoundAfter] = useState<number>()
  const keeps = useRef(stillMatches)
  keeps.current = stillMatches
  useEffect(() => {
    setState(asked === '' ? 'idle' : 'listening')
    setHits((now) => now.filter((hit) => keeps.current(hit)))
    if (asked === '') return
    let source: EventSource | undefined
    const startedAt = Date.now()
    // Wait until the typing pauses: each change is a new question to the networks.
    const settle = setTimeout(() => {
      source = new EventSource(inPlace(`/api/welcome/listen?${asked}`))
      source.onerror = () => setState('lost')
      source.onopen = () => setState('listening')
      source.addEventListener('status', (event) =>
        setSources((JSON.parse(event.data) as { sources: ListenSource[] }).sources),
      )
      // The look is over; without this the browser would begin it again by itself.
      source.addEventListener('end', () => {
        source?.close()
        setState('over')
      })
      source.addEventListener('hit', (event) => {
        const hit = JSON.parse(event.data) as Sample
        setState('listening')
        setFoundAfter((known) => known ?? Math.max(1, Math.round((Date.now() - startedAt) / 1_000)))
        setHits((now) =>
          now.length >= hitsMax || now.some((one) => hitKey(one) === hitKey(hit)) ? now : [...now, hit],
        )
      })
    }, settleMs)
    const silence = setTimeout(() => setState((now) => (now === 'listening' ? 'silent' : now)), silentAfterMs)
    return () => {
      clearTimeout(settle)
      clearTimeout(silence)
      source?.close()
    }
  }, [asked])
  return { hits, sources, state: state === 'silent' && hits.length > 0 ? 'listening' : state, foundAfterSeconds }
}
