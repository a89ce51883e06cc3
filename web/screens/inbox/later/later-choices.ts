import { minuteIn, momentIn } from '#domain/zoned-minute.ts'

/** Moments one would say in words, by the clock of the house. */
export type LaterChoice = { id: 'hour' | 'opening' | 'tomorrow'; at: Date }

const hourMs = 3_600_000
const stepMs = 300_000
const morning = '09:00'

type Given = { now: Date; timeZone: string; opensAt: Date | undefined }

/** The next first. The same moment is offered once: by the name that says why. */
export function laterChoices({ now, timeZone, opensAt }: Given): LaterChoice[] {
  const tomorrow = momentIn(timeZone, `${dayAfter(minuteIn(timeZone, now).slice(0, 10))}T${morning}`)
  const choices: LaterChoice[] = [
    { id: 'hour', at: new Date(Math.ceil((now.getTime() + hourMs) / stepMs) * stepMs) },
    ...(opensAt && opensAt > now ? [{ id: 'opening' as const, at: opensAt }] : []),
    ...(tomorrow ? [{ id: 'tomorrow' as const, at: tomorrow }] : []),
  ]
  return choices
    .filter((choice, nth) => choices.findIndex((one) => one.at.getTime() === choice.at.getTime()) === nth)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** By the calendar, whatever the clocks do that night. */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * hourMs).toISOString().slice(0, 10)
}
