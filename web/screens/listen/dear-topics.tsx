import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Gauge } from 'lucide-react'
import type { DearTopicView } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useMay } from '#web/session.ts'

/** For administrators: the searches that make the machine work most, whose they are, and what helps. Nothing where none does. */
export function DearTopics() {
  const may = useMay()
  return may('topic.see_costs') ? <DearList /> : null
}

function DearList() {
  const { t } = useLingui()
  const dear = useAsk('GET /api/topics/dearest')
  // A hint, not a promise: where it cannot be asked the screen does without.
  if (!dear.data || dear.data.length === 0) return null
  return (
    <section aria-labelledby="dear-topics" className="mt-3 rounded-xl border border-line bg-sunken px-4 py-3">
      <h3 id="dear-topics" className="flex items-center gap-2 text-ui font-bold">
        <Gauge size={15} aria-hidden="true" className="shrink-0 text-warn-t" />
        {t`Searches that make a lot of work`}
      </h3>
      <p className="mt-0.5 text-meta text-pretty text-ink-3">
        {t`Every message on every source is held against them. Shown to administrators only; all of them work.`}
      </p>
      <ul className="mt-1 divide-y divide-line">
        {dear.data.map((one) => (
          <DearRow key={one.topic.id} dear={one} />
        ))}
      </ul>
    </section>
  )
}

function DearRow({ dear }: { dear: DearTopicView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { topic, owner, perThousand, words } = dear
  const common = fmt.list(words.map(({ text }) => `“${text}”`))
  return (
    <li className="num flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <p className="min-w-0 flex-1 basis-64 text-ui text-pretty text-ink-2">
        <b className="font-bold text-ink">{topic.name}</b>{' '}
        <span className="text-ink-3">{owner ? t`of ${owner.name}` : t`without an owner`}</span>
        <span className="block">
          {t`Looks closer at ${fmt.int(perThousand)} of every ${fmt.int(1_000)} messages.`}{' '}
          {words.length > 0 &&
            t`It is found by ${common}, which many people write. Ask for a rarer word beside it, or for the exact name: ="Name".`}
        </span>
      </p>
      <Link
        to="/listen/$search"
        params={{ search: topic.id }}
        aria-label={t`Look at it: ${topic.name}`}
        className={btnClass('outline', true)}
      >
        {t`Look at it`}
      </Link>
    </li>
  )
}
