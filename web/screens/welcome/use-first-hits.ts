import { useEffect, useState } from 'react'
import type { Sample } from '#api/contract/shapes.ts'

/** `ok` is null until a network has answered. `why` is for people. */
export type ListenSource = { id: string; name: string; ok: boolean | null; why?: { en: string; nl: string } }
export type FirstHits = {
  hits: readonly Sample[]
  sources: readonly ListenSource[]
  /** `idle`: no name yet. `silent`: listening for a while and nothing heard. `lost`: no line to the server. */
  state: 'idle' | 'listening' | 'silent' | 'lost'
  foundAfterSeconds: number | undefined
}

const hitsMax = 20
const settleMs = 500
const silentAfterMs = 9_000

export function hitKey(hit: Sample): string {
  return `${hit.network} ${hit.nativeId}`
}

/** Listens while somebody types what they are called: what is heard stays in its place, later ones come below. */
export function useFirstHits(names: readonly string[], excluded: readonly string[]): FirstHits {
  const [hits, setHits] = useState<readonly Sample[]>([])
  const [sources, setSources] = useState<readonly ListenSource[]>([])
  const [state, setState] = useState<FirstHits['state']>('idle')
  const [foundAfterSeconds, setFoundAfter] = useState<number>()
  const asked = JSON.stringify({ names, excluded })
  useEffect(() => {
    const given = JSON.parse(asked) as { names: string[]; excluded: string[] }
    setState(given.names.length === 0 ? 'idle' : 'listening')
    setHits((now) => now.filter((hit) => stillMatches(hit, given)))
    if (given.names.length === 0) return
    let source: EventSource | undefined
    const startedAt = Date.now()
    // Wait until the typing pauses: each set of names is a new question to the networks.
    const settle = setTimeout(() => {
      source = new EventSource(`/api/welcome/listen?${search(given)}`)
      source.onerror = () => setState('lost')
      source.onopen = () => setState('listening')
      source.addEventListener('status', (event) =>
        setSources((JSON.parse(event.data) as { sources: ListenSource[] }).sources),
      )
      // The look is over; without this the browser would begin it again by itself.
      source.addEventListener('end', () => source?.close())
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

function search(given: { names: string[]; excluded: string[] }): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of given.names) query.append('names', name)
  for (const word of given.excluded) query.append('excluded', word)
  return query
}

/** A first sieve, so that an excluded word shows at once; the server's is the one that counts. */
function stillMatches(hit: Sample, given: { names: string[]; excluded: string[] }): boolean {
  const text = hit.text.toLowerCase()
  return (
    given.names.some((name) => text.includes(name.replace(/^[#@]/u, '').toLowerCase())) &&
    !given.excluded.some((word) => text.includes(word.toLowerCase()))
  )
}
