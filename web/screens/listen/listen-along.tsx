import { useLingui } from '@lingui/react/macro'
import { Ear, Square } from 'lucide-react'
import { type ComponentProps, useDeferredValue, useState } from 'react'
import type { Sample } from '#api/contract/shapes.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { StrikeList } from '#web/parts/sample/strike-list.tsx'
import { type FirstHits, hitKey, useFirstHits } from '#web/parts/sample/use-first-hits.ts'

type Judge = Pick<ComponentProps<typeof StrikeList<Sample>>, 'names' | 'struckKeys' | 'onStrike' | 'onExclude'>
type Props = { query: string; knownKeys: ReadonlySet<string>; judge: Judge }

/** What is said right now on the networks that need no account, for three minutes. Nothing of it is kept. */
export function ListenAlong({ query, knownKeys, judge }: Props) {
  const { t } = useLingui()
  const [isOn, setOn] = useState(false)
  const settled = useDeferredValue(query.trim())
  const asked = isOn && settled ? new URLSearchParams({ query: settled }).toString() : ''
  const heard = useFirstHits(asked, () => false)
  const hits = heard.hits.filter((hit) => !knownKeys.has(hitKey(hit)))
  return (
    <section aria-label={t`Heard just now`} className="mt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Btn onClick={() => setOn(!isOn)} aria-pressed={isOn}>
          {isOn ? <Square size={13} /> : <Ear size={14} />}
          {isOn ? t`Stop listening along` : t`Listen along now`}
        </Btn>
        <p role="status" className="min-w-0 flex-1 basis-56 text-meta text-pretty text-ink-3">
          {isOn ? (
            <AlongWords heard={heard} />
          ) : (
            t`Asks the networks that need no account what is said right now. Nothing is kept.`
          )}
        </p>
      </div>
      {hits.length > 0 && (
        <div className="mt-3">
          <StrikeList label={t`Heard just now`} hits={hits} {...judge} />
        </div>
      )}
    </section>
  )
}

function AlongWords({ heard }: { heard: FirstHits }) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const { state, sources } = heard
  const deaf = sources.filter((source) => source.ok === false)
  const names = fmt.list(sources.filter((source) => source.ok).map((source) => source.name))
  if (state === 'lost') return t`No connection with the server, or too many listen along at once. It is tried again.`
  if (state === 'over') return t`Three minutes are over. Press twice to listen once more.`
  if (sources.length > 0 && deaf.length === sources.length)
    return deaf.map((source) => `${source.name}: ${source.why?.[lang] ?? t`does not answer now`}`).join(' ')
  if (!names) return t`Asking the networks…`
  return state === 'silent'
    ? t`Listening on ${names}. Nothing heard yet; that says little about a whole day.`
    : t`Listening on ${names}, no account needed.`
}
