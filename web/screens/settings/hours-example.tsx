import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { type ApiProblemError, ask } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useLasting } from '#web/parts/lasting.ts'

const pauseMs = 300
const name = 'POST /api/opening-hours/example'

/** What the hours would mean, as a sentence: asked of the server, which counts the promises, when the typing pauses. */
export function HoursExample({ hours, minutes }: { hours: OpeningHours; minutes: number }) {
  const { t } = useLingui()
  const { example } = useExample(hours, minutes)
  const momentOf = useMomentName(hours.timeZone)
  const lasting = useLasting(true)(minutes)
  const words = () => {
    if (!example) return t`It never closes in the coming two weeks: the time runs day and night.`
    const heard = momentOf(example.heardAt)
    if (!example.dueAt)
      return t`A message of ${heard}, promised within ${lasting}, cannot be answered in time within a year: it gets no promise.`
    const due = momentOf(example.dueAt)
    return t`A message of ${heard}, promised within ${lasting}, is due ${due}.`
  }
  return (
    <p role="status" className="num min-h-[1lh] rounded-lg bg-sunken px-3.5 py-2.5 text-ui text-pretty text-ink-2">
      {example === undefined ? t`The example is counted when the server answers.` : words()}
    </p>
  )
}

function useExample(hours: OpeningHours, minutes: number): Partial<Answer<typeof name>> {
  const asked = JSON.stringify({ openingHours: hours, minutes })
  const [settled, setSettled] = useState(asked)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), pauseMs)
    return () => clearTimeout(timer)
  }, [asked])
  const { data } = useQuery<Answer<typeof name>, ApiProblemError>({
    queryKey: [name, settled],
    queryFn: ({ signal }) => ask(name, { body: JSON.parse(settled) }, signal),
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  return data ?? {}
}

/** "Friday 4 December 16:45", by the clock of the workspace and not of the reader. */
function useMomentName(timeZone: string): (iso: string) => string {
  const { lang, locale } = useFmt()
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  return (iso) => {
    const at = new Date(iso)
    const time = clock.format(at)
    return `${day.format(at).replace(',', '')} ${lang === 'nl' ? time.replace(':', '.') : time}`
  }
}
