import type { RiskView, Row } from '#api/contract/shapes.ts'
import type { NoiseReason } from '#domain/noise.ts'
import { riskLevelOf, sumOf } from '#domain/risk.ts'
import type { RiskPart } from '#domain/risk-part.ts'
import { hour, inMinutes } from './moments.ts'
import {
  amirah,
  anouk,
  baggage,
  greet,
  joost,
  longest,
  marieke,
  nameless,
  noor,
  samuel,
  sanne,
  seal,
} from './people.ts'

export const belts = { id: 'belts', name: 'Bagage op Schiphol' }
export const flying = { id: 'flying', name: 'Zilvermeeuw' }

/** The matched word is where it stands in the text: nobody counts characters by hand. */
export function spansOf(text: string, word = /zilvermeeuw/giu): [number, number][] {
  return [...text.matchAll(word)].map((match) => [match.index, match.index + match[0].length])
}

type Given = Partial<Omit<Row, 'excerpt'>> & { id: string; text: string; isDeleted?: boolean }

function riskOf(...parts: RiskPart[]): RiskView {
  const sum = sumOf(parts)
  return { sum, level: riskLevelOf(sum), parts }
}

let number = 4_180
export function row({ text, isDeleted = false, ...change }: Given): Row {
  number += 1
  return {
    key: `WH-${number}`,
    title: text.slice(0, 40).replace(/\s\S*$/u, ''),
    state: 'open',
    version: 1,
    network: change.author?.network ?? 'bluesky',
    dueAt: null,
    promisedMinutes: null,
    waitUntil: null,
    waitsFor: null,
    latestAt: inMinutes(-12),
    messageCount: 1,
    isUnread: false,
    urgency: 1,
    sentiment: 'neutral',
    intent: 'question',
    lang: 'nl',
    owner: null,
    department: null,
    author: null,
    hasMedia: false,
    needsDecision: false,
    rating: null,
    topics: [flying],
    reply: null,
    approval: null,
    draftBy: null,
    risk: { sum: 0, level: 0, parts: [] },
    story: null,
    noise: null,
    excerpt: { text: isDeleted ? '' : text, spans: spansOf(text), isDeleted },
    ...change,
  }
}

/** Every face a card has, as one morning at an airline. */
export const rows: Row[] = [
  row({
    id: 'past',
    author: greet,
    text: 'Drie minuten over elf, niemand aan de lijn. @zilvermeeuw, mijn moeder staat al bij de gate.',
    dueAt: inMinutes(-3.2),
    promisedMinutes: 30,
    isUnread: true,
    sentiment: 'negative',
    intent: 'complaint',
    urgency: 3,
    topics: [belts],
    risk: riskOf(
      { code: 'intent', value: 'complaint', weight: 1 },
      { code: 'urgency', figure: 3, weight: 3 },
      { code: 'negative', weight: 0.5 },
      { code: 'vulnerable', value: 'elderly', weight: 1 },
      { code: 'promise', figure: -4, weight: 2 },
      { code: 'crisis', weight: 0.5 },
    ),
  }),
  row({
    id: 'marieke',
    author: marieke,
    text: 'Al 2,5 uur bij band 14 en mijn koffer is nergens. Wat nu, @zilvermeeuw?',
    dueAt: inMinutes(9),
    promisedMinutes: 30,
    isUnread: true,
    sentiment: 'negative',
    intent: 'complaint',
    urgency: 3,
    messageCount: 3,
    hasMedia: true,
    topics: [belts],
    department: baggage,
    draftBy: { id: sanne.id, name: sanne.name },
    story: { id: 'belt-14', count: 15 },
    risk: riskOf(
      { code: 'intent', value: 'complaint', weight: 1 },
      { code: 'urgency', figure: 2, weight: 1 },
      { code: 'negative', weight: 0.5 },
      { code: 'followers', figure: 12_400, weight: 1 },
      { code: 'alike', figure: 14, weight: 2 },
      { code: 'promise', figure: 9, weight: 1 },
    ),
  }),
  row({
    id: 'press',
    author: anouk,
    text: 'If @zilvermeeuw keeps its pilots in the air for fourteen hours, somebody will get hurt. Our report on Thursday.',
    dueAt: inMinutes(41),
    promisedMinutes: 120,
    lang: 'en',
    sentiment: 'negative',
    intent: 'news',
    risk: riskOf(
      { code: 'negative', weight: 0.5 },
      { code: 'press', weight: 1.5 },
      { code: 'followers', figure: 41_000, weight: 1 },
    ),
    owner: { id: noor.id, name: noor.name },
  }),
  row({
    id: 'law',
    author: longest,
    text: 'Zilvermeeuw heeft tot vrijdag om te betalen wat de wet zegt. Daarna spreekt mijn advocaat, die u al kent.',
    dueAt: inMinutes(52),
    promisedMinutes: 120,
    isUnread: true,
    sentiment: 'negative',
    intent: 'legal_threat',
    topics: [flying],
    risk: riskOf(
      { code: 'intent', value: 'legal_threat', weight: 3 },
      { code: 'urgency', figure: 2, weight: 1 },
      { code: 'negative', weight: 0.5 },
      { code: 'complains_again', figure: 3, weight: 1 },
      { code: 'promise', figure: 52, weight: 0.5 },
    ),
  }),
  row({
    id: 'asks-person',
    author: amirah,
    text: 'Is er bij Zilvermeeuw iemand die Engels leest? Mijn vader vliegt morgen.',
    dueAt: inMinutes(3 * hour),
    promisedMinutes: 480,
    owner: { id: sanne.id, name: sanne.name },
    reply: { state: 'needs_person', dueAt: null },
    noise: { kind: 'giveaway', words: ['win een'], back: { why: 'said' } },
  }),
  row({
    id: 'stars',
    author: nameless,
    text: 'Crew was lovely, the app less so: it forgot my seat twice. Still, Zilvermeeuw gets me there on time.',
    rating: 4,
    lang: 'en',
    sentiment: 'mixed',
    intent: 'praise',
    latestAt: inMinutes(-95),
  }),
  row({
    id: 'emoji',
    author: seal,
    text: 'zilvermeeuw 🙃🙃🙃',
    lang: 'und',
    sentiment: 'unsure',
    intent: 'unsure',
    latestAt: inMinutes(-130),
  }),
  row({
    id: 'praise',
    author: samuel,
    text: 'Stille vlucht, vriendelijke crew. Zilvermeeuw doet het weer.',
    sentiment: 'positive',
    intent: 'praise',
    owner: { id: joost.id, name: joost.name },
    reply: { state: 'sending', dueAt: null },
    latestAt: inMinutes(-160),
  }),
  row({
    id: 'deleted',
    author: amirah,
    text: 'Dit bericht werd door de schrijver verwijderd.',
    isDeleted: true,
    latestAt: inMinutes(-200),
  }),
]

export const waiting: Row[] = [
  row({
    id: 'waits',
    author: samuel,
    text: 'Zilvermeeuw belooft me de terugbetaling vóór dinsdag. Ik ben benieuwd.',
    state: 'waiting',
    waitUntil: inMinutes(20 * hour),
    owner: { id: noor.id, name: noor.name },
  }),
]
export const done: Row[] = [
  row({
    id: 'done',
    author: marieke,
    text: 'Koffer terecht, dank Noor en Zilvermeeuw! 🧳',
    state: 'done',
    sentiment: 'positive',
    intent: 'praise',
    owner: { id: noor.id, name: noor.name },
    latestAt: inMinutes(-60),
  }),
]

const reason = (kind: NoiseReason['kind'], rest: Partial<NoiseReason> = {}): NoiseReason => ({
  kind,
  words: [],
  back: null,
  ...rest,
})

/** What is not meant for us, each for its own reason. */
export const noise: Row[] = [
  row({
    id: 'giveaway',
    author: amirah,
    text: 'WINACTIE! Like, volg en tag een vriend: maak kans op twee tickets met Zilvermeeuw naar Lissabon 🎉',
    state: 'noise',
    noise: reason('giveaway', { words: ['WINACTIE', 'tag een vriend', 'maak kans op'] }),
    latestAt: inMinutes(-14),
  }),
  row({
    id: 'gull',
    author: samuel,
    text: 'Een zilvermeeuw jatte op het strand zo de patat uit mijn hand. Brutale vogel.',
    state: 'noise',
    noise: reason('words', { words: ['strand', 'vogel'] }),
    latestAt: inMinutes(-33),
  }),
  row({
    id: 'copies',
    author: longest,
    text: 'Zilvermeeuw vliegt vanaf maart elke dag naar Porto en Faro!',
    state: 'noise',
    story: { id: 'slogan', count: 31 },
    noise: reason('copies', { figure: 31 }),
    latestAt: inMinutes(-52),
  }),
  row({
    id: 'bot',
    author: seal,
    text: 'ZM1482 LIS-AMS landed 11:04 #zilvermeeuw',
    state: 'noise',
    lang: 'en',
    noise: reason('bot', { figure: 22 }),
    latestAt: inMinutes(-58),
  }),
  row({
    id: 'job',
    author: nameless,
    text: 'Gezocht: grondsteward m/v voor Zilvermeeuw op Eelde, 32 uur, per direct. Solliciteer via de link.',
    state: 'noise',
    intent: 'job',
    noise: reason('job'),
    latestAt: inMinutes(-130),
  }),
  row({
    id: 'by-hand',
    author: greet,
    text: 'Welke zilvermeeuw heeft er op mijn auto gescheten, ik vraag het maar',
    state: 'noise',
    noise: reason('hand', { byId: noor.id }),
    latestAt: inMinutes(-190),
  }),
]

/** A view with so many: the story again and again, each a conversation of its own. */
export function manyRows(count: number): Row[] {
  return Array.from({ length: count }, (_, i) => {
    const base = rows[i % rows.length]
    if (!base) throw new Error('The story has no rows.')
    return { ...base, id: `${base.id}-${i}`, key: `WH-${5_000 + i}`, dueAt: i < 40 ? base.dueAt : null }
  })
}
