import type { InterfaceLanguage } from '#domain/member.ts'
import type { SharedReport } from './read-shared.ts'

type Said = Pick<SharedReport, 'name' | 'lead' | 'workspace' | 'department' | 'reputation'>
type How = { lang: InterfaceLanguage; url: string; expiresAt: Date; zone: string; hasPdf: boolean }

/** What stands in the letter: the writer's words, the figures that say how it is, and the way to the rest. Plain text. */
export function letterWords(
  said: Said,
  { lang, url, expiresAt, zone, hasPdf }: How,
): { subject: string; text: string } {
  const w = words[lang]
  const { name, lead, workspace, department, reputation } = said
  const { period, score, change, messages, waits, waitsBefore } = reputation
  const locale = lang === 'nl' ? 'nl-NL' : 'en-GB'
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const range = days.formatRange(new Date(period.from), new Date(period.to))
  const whole = (value: number | null) =>
    value === null ? '–' : new Intl.NumberFormat(locale).format(Math.round(value))
  const share = (value: number | null) =>
    value === null ? '–' : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  const both = (now: string, before: string) => `${now} (${w.before}: ${before})`
  const figures = [
    `${w.score}: ${score.isTooFew || score.value === null ? w.tooFew : both(whole(score.value), whole(reputation.scoreBefore.value))}`,
    change === null || score.isTooFew ? '' : change.isClear ? w.clear : w.chance,
    `${w.messages}: ${both(whole(messages.now.value), whole(messages.before.value))}`,
    `${w.answered}: ${both(share(waits.answerRate.value), share(waitsBefore.answerRate.value))}`,
    `${w.median}: ${both(minutes(waits.median.value, w), minutes(waitsBefore.median.value, w))}`,
    `${w.within}: ${both(share(waits.within.value), share(waitsBefore.within.value))}`,
  ]
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }).format(expiresAt)
  const parts = [
    [workspace, department ?? ''].filter(Boolean).join(' · '),
    lead,
    `${range}\n${figures.filter(Boolean).join('\n')}`,
    `${w.whole}: ${url}\n${w.until} ${until}.`,
    hasPdf ? w.pdf : '',
    w.foot,
  ]
  return { subject: `${name}: ${range}`, text: parts.filter((part) => part !== '').join('\n\n') }
}

function minutes(value: number | null, { hour, minute }: { hour: string; minute: string }): string {
  if (value === null) return '–'
  const whole = Math.round(value)
  return whole < 60 ? `${whole} ${minute}` : `${Math.floor(whole / 60)} ${hour} ${whole % 60} ${minute}`
}

const words = {
  en: {
    score: 'Reputation',
    tooFew: 'too little was said to put a figure on it',
    clear: 'That is a clear difference with the time before.',
    chance: 'The difference with the time before may be chance.',
    before: 'before',
    messages: 'Messages',
    answered: 'Answered at all',
    median: 'First answer, median',
    within: 'Answered within the promise',
    hour: 'h',
    minute: 'min',
    whole: 'The whole report',
    until: 'Whoever has this address sees it, until',
    pdf: 'It is attached as a PDF too.',
    foot: 'Wederhoor sends this because a colleague put your address there. Ask them to take it out when you do not want it any more.',
  },
  nl: {
    score: 'Reputatie',
    tooFew: 'er is te weinig gezegd voor een cijfer',
    clear: 'Dat is een duidelijk verschil met de tijd ervoor.',
    chance: 'Het verschil met de tijd ervoor kan toeval zijn.',
    before: 'ervoor',
    messages: 'Berichten',
    answered: 'Beantwoord',
    median: 'Eerste antwoord, mediaan',
    within: 'Binnen de afspraak beantwoord',
    hour: 'u',
    minute: 'min',
    whole: 'Het hele rapport',
    until: 'Wie dit adres heeft ziet het, tot en met',
    pdf: 'Het zit er ook als PDF bij.',
    foot: 'Wederhoor stuurt dit omdat een collega je adres heeft ingevuld. Vraag of die het weghaalt als je dit niet meer wilt.',
  },
} as const
