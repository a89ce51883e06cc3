import { useLingui } from '@lingui/react/macro'
import { minuteIn } from '#domain/zoned-minute.ts'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useSession } from '#web/session.ts'
import { type LaterChoice, laterChoices } from './later-choices.ts'

const staleMs = 60_000

/** The clock of the house: where its opening hours are, else where the reader sits. */
export function useHouseZone(): { timeZone: string; isElsewhere: boolean } {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const timeZone = useSession().workspace?.openingHours?.timeZone ?? here
  return { timeZone, isElsewhere: timeZone !== here }
}

export function useLaterChoices(now: Date): LaterChoice[] {
  const { timeZone } = useHouseZone()
  const hasHours = useSession().workspace?.openingHours != null
  const { data } = useAsk('GET /api/opening-hours/next', undefined, { enabled: hasHours, staleTime: staleMs })
  const opensAt = data?.opensAt ? new Date(data.opensAt) : undefined
  return laterChoices({ now, timeZone, opensAt })
}

export function useLaterName(): (id: LaterChoice['id']) => string {
  const { t } = useLingui()
  return (id) => {
    switch (id) {
      case 'hour':
        return t`In an hour`
      case 'opening':
        return t`When we open next`
      case 'tomorrow':
        return t`Tomorrow morning`
    }
  }
}

/** "14:05", "Mon 30 Nov, 09:00": as the clock of the house shows it. */
export function useHouseMoment(): (at: Date) => string {
  const { lang, locale } = useFmt()
  const { timeZone } = useHouseZone()
  return (at) => {
    const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
    // Dutch writes the time of day with a full stop.
    const time = lang === 'nl' ? clock.replace(':', '.') : clock
    if (minuteIn(timeZone, at).slice(0, 10) === minuteIn(timeZone, new Date()).slice(0, 10)) return time
    const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
    return `${new Intl.DateTimeFormat(locale, { timeZone, ...day }).format(at)}, ${time}`
  }
}
