import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { ClockView, Conversation } from '#api/contract/shapes.ts'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { useLasting } from '#web/parts/lasting.ts'
import { PromiseRing } from '#web/parts/promise.tsx'
import { usePromisedTime } from '#web/parts/promises/clock-words.ts'

const minuteMs = 60_000
/** Less than this nobody calls a delay. */
const delayFromMinutes = 2

/** Which clocks run: what was promised, until when, by which rule; and how much later than it was said we heard it. */
export function PromiseStrip({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const running = runningClocks(conversation)
  return (
    <ul
      aria-label={t`What is promised`}
      className="shrink-0 divide-y divide-line border-b border-line bg-sunken px-5 max-md:px-4"
    >
      {running.map((clock) => (
        <ClockLine key={clock.id} clock={clock} isInHeader={clock.dueAt === conversation.dueAt} />
      ))}
    </ul>
  )
}

function runningClocks({ clocks }: Pick<Conversation, 'clocks'>): ClockView[] {
  return clocks.filter(({ isRunning }) => isRunning).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

function ClockLine({ clock, isInHeader }: { clock: ClockView; isInHeader: boolean }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const isLate = Date.parse(clock.dueAt) < useNow(minuteMs).getTime()
  const due = new Date(clock.dueAt)
  const until = fmt.moment(due)
  const { rule } = clock
  const delay = useDelay(clock)
  return (
    <li className="num flex h-11 items-center gap-x-2.5 text-meta text-ink-2">
      <PromiseRing
        dueAt={clock.dueAt}
        promisedMinutes={clock.minutes}
        className={clsx(isInHeader && 'max-md:hidden')}
      />
      <span className="line-clamp-2 min-w-0" title={rule ?? undefined}>
        <b className="font-semibold text-ink">{useSaid(clock)}</b>
        <span className="text-ink-3"> · </span>
        <time dateTime={clock.dueAt} title={fmt.whole(due)}>
          {isLate ? t`it ended ${until}` : t`until ${until}`}
        </time>
        <span className="text-ink-3"> · </span>
        {rule === null ? t`by urgency` : t`by the rule “${rule}”`}
        {delay && (
          <>
            <span className="text-ink-3"> · </span>
            <span className="text-ink-3">{t`heard ${delay} later`}</span>
          </>
        )}
      </span>
    </li>
  )
}

function useSaid({ kind, minutes }: ClockView): string {
  const { t } = useLingui()
  const long = usePromisedTime()(minutes)
  switch (kind) {
    case 'first':
      return t`First answer within ${long}`
    case 'next':
      return t`Next answer within ${long}`
    case 'resolution':
      return t`Done within ${long}`
  }
}

function useDelay({ kind, countsFrom, heardAt }: ClockView): string | undefined {
  const lasting = useLasting(true)
  const minutes = Math.floor((Date.parse(heardAt) - Date.parse(countsFrom)) / minuteMs)
  // The matter was heard as late as its first word: once is enough.
  return minutes >= delayFromMinutes && kind !== 'resolution' ? lasting(minutes) : undefined
}
