import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useAsk } from '#web/api.ts'
import { btnClass } from '#web/parts/bits.tsx'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { ScheduledLine } from './scheduled-line.tsx'

/** Every answer that waits for its moment, whoever wrote it, the next first. */
export function ScheduledScreen() {
  const { t } = useLingui()
  useTitle(t`Scheduled`)
  const { data, error, refetch } = useAsk('GET /api/scheduled')
  const count = data?.length ?? 0
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto">
      <div className="mx-auto max-w-[860px] px-4 pt-5 pb-16 md:px-8 md:pt-8">
        <h1 className="display text-title">{t`Scheduled`}</h1>
        <p className="num mt-1 max-w-prose text-body text-pretty text-ink-2">
          {count > 0
            ? t`${plural(count, { one: '# answer waits', other: '# answers wait' })} for the chosen moment. When they write again first, it is held back.`
            : t`Answers with a moment of their own.`}
        </p>
        {data && count > 0 ? (
          <ul className="mt-5 divide-y divide-line border-y border-line">
            {data.map((scheduled) => (
              <ScheduledLine key={scheduled.reply.id} scheduled={scheduled} />
            ))}
          </ul>
        ) : data ? (
          <EmptyState
            className="px-0!"
            title={t`Nothing is scheduled`}
            text={t`Beside the send button of an answer you choose when it leaves. Until then it stands here, and you can change it, send it or take it back.`}
            action={
              <Link to="/inbox/$view" params={{ view: 'all' }} className={btnClass('primary')}>
                {t`To the inbox`}
              </Link>
            }
          />
        ) : error ? (
          <FailedState error={error} retry={() => void refetch()} className="mx-0!" />
        ) : (
          <div className="mt-5">
            <SkeletonRows label={t`What is scheduled is on its way`} count={3} />
          </div>
        )}
      </div>
    </div>
  )
}
