/** `2026-03-29T09:00`: what a clock on the wall shows, and what a field for a moment holds. */
const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/u
const minuteMs = 60_000

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  })
  clocks.set(timeZone, clock)
  return clock
}

/** What the clock of that place shows at this moment. */
export function minuteIn(timeZone: string, at: Date): string {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map(
    (type) => parts.get(type) ?? '',
  )
  return `${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`
}

/**
 * The moment at which the clock of that place shows this; undefined for what is no time. Of a minute that comes twice it is the first; one that the
 * clock jumps over is as far behind the jump as it lies in it.
 */
export function momentIn(timeZone: string, minute: string): Date | undefined {
  const wanted = asUtc(minute)
  if (wanted === undefined) return undefined
  // The difference to UTC a day before and a day after are the two that can hold: a zone changes its clock once in so short a time.
  const offsets = [-1, 1].map((days) => offsetMs(timeZone, wanted + days * 24 * 60 * minuteMs))
  const found = offsets
    .map((offset) => wanted - offset)
    .filter((ms) => minuteIn(timeZone, new Date(ms)) === minute.slice(0, 16))
  return new Date(found.length > 0 ? Math.min(...found) : wanted - (offsets[0] ?? 0))
}

function asUtc(minute: string): number | undefined {
  const [, year, month, day, hour, ofHour] = (form.exec(minute) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined || hour === undefined || ofHour === undefined)
    return undefined
  const ms = Date.UTC(year, month - 1, day, hour, ofHour)
  return new Date(ms).toISOString().startsWith(minute.slice(0, 16)) ? ms : undefined
}

function offsetMs(timeZone: string, ms: number): number {
  return (asUtc(minuteIn(timeZone, new Date(ms))) ?? ms) - Math.floor(ms / minuteMs) * minuteMs
}
