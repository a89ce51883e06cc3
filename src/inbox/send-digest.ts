import { Temporal } from 'temporal-polyfill'
import type { App } from '#app.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { mail } from '#notify/mail-server.ts'
import type { Outcome } from '#notify/outcome.ts'
import { readDigestTime } from '#notify/plan-digests.ts'
import { readReader } from '#notify/read-told.ts'
import type { DeliveryRow } from '#notify/send-deliveries.ts'
import { type LetterLine, letterOf } from '#notify/write-letter.ts'
import { openSpans } from './open-time.ts'
import { type Digest, readDigest } from './read-digest.ts'

/** The letter of the day. Who has nothing to hear gets none. */
export async function sendDigest(app: App, row: DeliveryRow): Promise<Outcome> {
  const { workspaceId, memberId, bundle: date } = row
  const reader = await readReader(app, row)
  if (!reader?.settings.hasDigest || memberId === null) return { kind: 'dropped' }
  const { timeZone } = await readDigestTime({ app, workspaceId, actor: { kind: 'system', part: 'clock' } })
  const today = Temporal.PlainDate.from(date).toZonedDateTime(timeZone)
  const from = new Date(today.subtract({ days: 1 }).epochMilliseconds)
  const digest = await readDigest(app, { workspaceId, memberId, from, to: new Date(today.epochMilliseconds) })
  const lines = linesOf(digest, reader.lang)
  if (lines.length === 0) return { kind: 'dropped' }
  const [subject, lead] = heads[reader.lang](dayName(date, reader.lang))
  return mail(app, workspaceId, letterOf(app, { id: row.id, subject, lead, lines, reader }))
}

/** Somebody is there on that day, if only for an hour. */
export function isOpenOn(hours: OpeningHours, date: string): boolean {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(hours.timeZone)
  const [first] = openSpans(hours, new Date(start.epochMilliseconds), 0)
  return first !== undefined
}

type Counted = { count: number; path: string; says: Record<InterfaceLanguage, (count: number) => string> }

function linesOf(digest: Digest, lang: InterfaceLanguage): LetterLine[] {
  const counted: Counted[] = [
    { count: digest.broken, path: '/inbox/all', says: broken },
    { count: digest.near, path: '/inbox/all', says: near },
    { count: digest.asked, path: '/inbox/asked', says: asked },
    { count: digest.open, path: '/inbox/all', says: open(digest.mine) },
    { count: digest.answered, path: '/inbox/done', says: answered },
    { count: digest.unread, path: '/inbox/mine', says: unread },
  ]
  return counted.filter(({ count }) => count > 0).map(({ count, path, says }) => ({ text: says[lang](count), path }))
}

const one = (count: number, single: string, several: string): string => `${count} ${count === 1 ? single : several}`

const broken = {
  en: (n: number) => `${one(n, 'promise is', 'promises are')} past their time`.replace('is past their', 'is past its'),
  nl: (n: number) => `${one(n, 'afspraak is', 'afspraken zijn')} over de tijd`,
}
const near = {
  en: (n: number) => `${one(n, 'promise ends', 'promises end')} within a day`,
  nl: (n: number) => `${one(n, 'afspraak loopt', 'afspraken lopen')} binnen een dag af`,
}
const asked = {
  en: (n: number) => `${one(n, 'conversation waits', 'conversations wait')} for your advice`,
  nl: (n: number) => `${one(n, 'gesprek wacht', 'gesprekken wachten')} op jouw advies`,
}
const open = (mine: number) => ({
  en: (n: number) => `${one(n, 'conversation is', 'conversations are')} open, ${mine} of them yours`,
  nl: (n: number) => `${one(n, 'gesprek staat', 'gesprekken staan')} open, waarvan ${mine} van jou`,
})
const answered = {
  en: (n: number) => `${one(n, 'answer was', 'answers were')} posted yesterday`,
  nl: (n: number) => `${one(n, 'antwoord is', 'antwoorden zijn')} gisteren geplaatst`,
}
const unread = {
  en: (n: number) => `${one(n, 'notice', 'notices')} that you have not read`,
  nl: (n: number) => `${one(n, 'melding die', 'meldingen die')} je nog niet las`,
}

const heads: Record<InterfaceLanguage, (day: string) => readonly [subject: string, lead: string]> = {
  en: (day) => [`Wederhoor on ${day}`, `How it stands on ${day}:`],
  nl: (day) => [`Wederhoor op ${day}`, `Zo staat het op ${day}:`],
}

function dayName(date: string, lang: InterfaceLanguage): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', options).format(new Date(`${date}T12:00:00Z`))
}
