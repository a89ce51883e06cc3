import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { AlertView } from '#api/contract/alert-shapes.ts'
import { btnClass, SentimentGlyph } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { langAttribute } from '#web/screens/inbox/words.ts'

const shownMax = 4

/** What it is about: those of most reach here, all of them in the inbox. */
export function AlertMessages({ alert }: { alert: AlertView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { messages, topics } = alert
  const [topic] = topics
  if (messages.length === 0) return null
  return (
    <section aria-label={t`The messages it is about`}>
      <h3 className="text-meta font-semibold text-ink-3">{t`The messages it is about`}</h3>
      <ul className="mt-1 divide-y divide-line">
        {messages.slice(0, shownMax).map((one) => (
          <li key={one.mentionId}>
            <Link
              to="/inbox/$view/$conversation"
              params={{ view: 'all', conversation: one.key }}
              className="-mx-2 block rounded-md px-2 py-1.5 text-ui hover:bg-sunken"
            >
              <span className="flex items-center gap-1.5">
                <SentimentGlyph sentiment={one.sentiment} />
                <b className="min-w-0 truncate font-semibold">{one.author}</b>
                <Net id={one.network} size={13} />
                {one.followers !== null && one.followers >= reachShownFrom && (
                  <span className="num shrink-0 text-meta text-ink-3">{followers(one.followers, fmt.compact)}</span>
                )}
                <time dateTime={one.publishedAt} className="num ml-auto shrink-0 text-meta text-ink-3">
                  {fmt.moment(new Date(one.publishedAt))}
                </time>
              </span>
              <span lang={langAttribute(one.lang)} dir="auto" className="line-clamp-2 text-ink-2">
                {one.text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Link
        to="/inbox/$view"
        params={{ view: 'all' }}
        search={{ sentiment: 'negative', ...(topic && { topicId: topic.id }) }}
        className={btnClass('outline', true)}
      >
        {t`All of them in the inbox`}
      </Link>
    </section>
  )
}

const reachShownFrom = 1_000

function followers(count: number, compact: (n: number) => string): string {
  const shown = compact(count)
  return plural(count, { one: `${shown} follower`, other: `${shown} followers` })
}
