import { useSyncExternalStore } from 'react'
import { type Lang, usePrefs } from '#web/prefs.tsx'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Figures and moments as the reader writes them. */
export type Fmt = ReturnType<typeof fmtOf>

const made = new Map<Lang, Fmt>()

export function useFmt(): Fmt {
  const { lang } = usePrefs()
  return fmtFor(lang)
}

export function fmtFor(lang: Lang): Fmt {
  const known = made.get(lang)
  if (known) return known
  const fmt = fmtOf(lang)
  made.set(lang, fmt)
  return fmt
}

function fmtOf(lang: Lang) {
  const locale = lang === 'nl' ? 'nl-NL' : 'en-GB'
  const integer = new Intl.NumberFormat(locale)
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const dayMonthYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const full = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' })
  const letter = new Intl.DateTimeFormat(locale, { weekday: 'narrow' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  // Dutch writes the time of day with a full stop: 09.31.
  const time = (at: Date) => (lang === 'nl' ? clock.format(at).replace(':', '.') : clock.format(at))
  const day = (at: Date) => (isSameYear(at, new Date()) ? dayMonth.format(at) : dayMonthYear.format(at))
  return {
    lang,
    locale,
    int: (n: number) => integer.format(n),
    /** 1.5 */
    decimal: (n: number) => oneDigit.format(n),
    /** 12.40, in whatever money. */
    money: (n: number) => money.format(n),
    /** 12.4k */
    compact: (n: number) => compact.format(n).replace(/\s?(?:K|mld\.|dzd\.)$/u, (unit) => (unit === 'K' ? 'k' : unit)),
    pct: (share: number) => percent.format(share),
    /** 09:31 */
    time,
    /** 12 Mar, with the year when it is another one. */
    day,
    /** M, T, W: under a bar. */
    dayLetter: (at: Date) => letter.format(at),
    /** Today the time, else the day. What a card or a message shows. */
    moment: (at: Date) => (isSameDay(at, new Date()) ? time(at) : day(at)),
    /** Today the time, else "Mon 30 Nov, 09:00": for what is still to come. */
    dayAndTime: (at: Date) => (isSameDay(at, new Date()) ? time(at) : `${weekday.format(at)}, ${time(at)}`),
    /** For tooltips: the whole of it. */
    whole: (at: Date) => `${full.format(at)}, ${time(at)}`,
    /** "3 minutes ago", "in 2 days". */
    ago: (at: Date, now = new Date()) => agoOf(relative, at.getTime() - now.getTime()),
    list: (items: readonly string[]) => list.format(items),
    /** The name of a language, in the reader's own. */
    language: (code: string) => languageName(languages, code),
  }
}

function agoOf(relative: Intl.RelativeTimeFormat, deltaMs: number): string {
  const size = Math.abs(deltaMs)
  const say = (unitMs: number, unit: Intl.RelativeTimeFormatUnit) => relative.format(Math.trunc(deltaMs / unitMs), unit)
  if (size < minuteMs) return say(secondMs, 'second')
  if (size < hourMs) return say(minuteMs, 'minute')
  if (size < dayMs) return say(hourMs, 'hour')
  return say(dayMs, 'day')
}

function languageName(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString()
}

function isSameYear(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear()
}

const clocks = new Map<number, { now: number; listeners: Set<() => void>; timer?: ReturnType<typeof setInterval> }>()

/** The present, read again every `everyMs`; all who ask for the same pace share one timer. */
export function useNow(everyMs: number = secondMs): Date {
  const clock = clocks.get(everyMs) ?? { now: Date.now(), listeners: new Set() }
  clocks.set(everyMs, clock)
  const now = useSyncExternalStore(
    (listener) => {
      clock.listeners.add(listener)
      clock.timer ??= setInterval(() => {
        clock.now = Date.now()
        for (const each of clock.listeners) each()
      }, everyMs)
      return () => {
        clock.listeners.delete(listener)
        if (clock.listeners.size > 0) return
        clearInterval(clock.timer)
        clock.timer = undefined
      }
    },
    () => clock.now,
  )
  return new Date(now)
}
