import { useLingui } from '@lingui/react/macro'
import { QueryObserver } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { createContext, use, useSyncExternalStore } from 'react'
import { siBluesky, siMastodon, siRss, siYcombinator } from 'simple-icons'
import type { Answer } from '#api/contract/contract.ts'
import { ask, keyOf, queries } from '#web/api.ts'

/** Drawings by the id of a connector. One that is not here gets the neutral glyph: nothing else depends on this list. */
const drawings: Record<string, string> = {
  bluesky: siBluesky.path,
  mastodon: siMastodon.path,
  hackernews: siYcombinator.path,
  feed: siRss.path,
}
/** Two people talking, for a network without a drawing. */
const neutral =
  'M4 3h11a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-4 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm15 6h1a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-1v3l-3-3h-5a2 2 0 0 1-2-2h6a4 4 0 0 0 4-4z'

const staleMs = 3_600_000

type Names = ReadonlyMap<string, string>
const GivenNames = createContext<Names | undefined>(undefined)

/** Where the names come with what is shown, and there is nobody to ask: who has a link has no session. */
export const NetworkNames = GivenNames.Provider

const followNothing = () => () => {}

/** What a network calls itself, from its connector; its id until we know. */
export function useNetworkName(): (id: string) => string {
  const given = use(GivenNames)
  const known = useSyncExternalStore(given ? followNothing : followNames, () => nameById)
  const names = given ?? known
  return (id) => names.get(id) ?? id
}

let nameById: Names = new Map()
const followers = new Set<() => void>()
let stopAsking = () => {}

/** One question for all the glyphs of a screen: a list of a hundred cards would otherwise ask it two hundred times. */
function followNames(follower: () => void): () => void {
  followers.add(follower)
  if (followers.size === 1) stopAsking = askNames()
  return () => {
    followers.delete(follower)
    if (followers.size === 0) stopAsking()
  }
}

function askNames(): () => void {
  const connectors = new QueryObserver(queries, {
    queryKey: keyOf('GET /api/connectors'),
    queryFn: () => ask('GET /api/connectors'),
    staleTime: staleMs,
  })
  const take = (known: Answer<'GET /api/connectors'> | undefined) => {
    if (!known) return
    nameById = new Map(known.map((connector) => [connector.id, connector.name]))
    for (const follower of followers) follower()
  }
  take(connectors.getCurrentResult().data)
  return connectors.subscribe((result) => take(result.data))
}

/** Network glyphs are one ink colour: colour is kept for meaning, not for brands. Give `label=""` where the name stands beside it. */
export function Net(props: { id: string; size?: number; className?: string; label?: string }) {
  const { id, size = 14, className, label } = props
  const nameOf = useNetworkName()
  const words = label ?? nameOf(id)
  const drawing = <path d={drawings[id] ?? neutral} />
  const look = { width: size, height: size, viewBox: '0 0 24 24', className: clsx('shrink-0 fill-current', className) }
  if (!words)
    return (
      <svg {...look} aria-hidden="true">
        {drawing}
      </svg>
    )
  return (
    <svg {...look} role="img" aria-label={words}>
      {drawing}
    </svg>
  )
}

/** Sits on a face and says where it speaks. The parent is `relative`. */
export function NetBadge({ id, bg = 'var(--pane)' }: { id: string; bg?: string }) {
  return (
    <span
      className="absolute -right-1 -bottom-1 grid size-[19px] place-items-center rounded-full text-ink"
      style={{ background: bg }}
    >
      <Net id={id} size={11.5} />
    </span>
  )
}

/** Spoken once where a row has its network only as a picture. */
export function NetName({ id }: { id: string }) {
  const { t } = useLingui()
  const name = useNetworkName()(id)
  return <span className="sr-only">{t`on ${name}`}</span>
}
