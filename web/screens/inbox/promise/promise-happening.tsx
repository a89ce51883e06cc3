import { useLingui } from '@lingui/react/macro'
import type { ClockKind } from '#domain/promise-clock.ts'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useClockWords, usePromisedTime } from '#web/parts/promises/clock-words.ts'
import type { Happening } from '#web/screens/inbox/thread.ts'

/** What became of a promise, and what was done because of it, with the reason. */
export function PromiseHappening({ happening }: { happening: Happening }) {
  const { t } = useLingui()
  const why = useWhy(happening)
  const done = useDone(happening)
  return <>{happening.action === 'promise.break' ? why : t`${done}, because ${why}`}</>
}

function useWhy({ action, details }: Happening): string {
  const { t } = useLingui()
  const clocks = useClockWords()
  const lasting = usePromisedTime()
  // The audit keeps it as the program wrote it; what a newer one wrote is said as an answer.
  const clock = clocks[details.clock as ClockKind] ?? clocks.first
  const long = typeof details.minutes === 'number' ? lasting(details.minutes) : '…'
  const rule = typeof details.rule === 'string' ? ` (“${details.rule}”)` : ''
  const when = details.when as { kind?: string } | undefined
  if (action === 'promise.break') return t`The promise of ${clock} within ${long} was broken${rule}`
  return when?.kind === 'broken'
    ? t`the promise of ${clock} within ${long} was broken${rule}`
    : t`the promise of ${clock} within ${long} came near its end${rule}`
}

function useDone({ details }: Happening): string {
  const { t } = useLingui()
  const fmt = useFmt()
  const departments = useAsk('GET /api/departments').data ?? []
  const { does, isGone, departmentId, memberName, toldNames } = details
  if (isGone) return t`Wederhoor could not hand it over: the receiver is gone`
  const department = departments.find((one) => one.id === departmentId)?.name ?? t`another department`
  const colleague = typeof memberName === 'string' ? memberName : t`a colleague`
  const names = Array.isArray(toldNames) ? fmt.list(toldNames.map(String)) : t`somebody`
  switch (does) {
    case 'raise':
      return t`Wederhoor raised the urgency`
    case 'release':
      return t`Wederhoor took the owner off`
    case 'to_department':
      return t`Wederhoor handed it over to ${department}`
    case 'to_member':
      return t`Wederhoor handed it over to ${colleague}`
    default:
      return t`Wederhoor told ${names}`
  }
}
