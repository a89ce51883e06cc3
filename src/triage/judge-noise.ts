import type { Assessment } from '#domain/assessment.ts'
import type { NoiseLesson, NoiseReason } from '#domain/noise.ts'
import { isCrisis, isUnhappy } from '#domain/risk.ts'
import { likeness, type Signature } from './alike/min-hash.ts'
import { loadLanguages } from './load-languages.ts'
import { PhraseIndex } from './phrase-index.ts'
import { tokenise } from './tokenise.ts'

export type NoiseInput = {
  text: string
  links: readonly string[]
  tags: readonly string[]
  assessment: Assessment
  topicIds: readonly string[]
  author: {
    id: string
    handle: string /** Moments of the newest messages, the newest first. */
    posts: readonly Date[]
  }
  signature: Signature | undefined
  words: readonly string[]
  /** So many authors told the same text in the same words. */
  copyAuthors: number
  now: Date
}
export type TaughtNoise = NoiseLesson & { signature: Signature | undefined }

const advertisingFrom = 0.8
const jobFrom = 0.6
export const copyAuthorsFrom = 5
/** Fewer letters than this many people may well find by themselves. */
const copyLengthFrom = 40
/** A text that is so like one that a member judged is judged the same. */
const taughtLikeFrom = 0.6
const taughtAuthorFrom = 2
const taughtWordsFrom = 2
const hourMs = 3_600_000
const botAnHour = 12
const rhythmPosts = 7
/** The deviation of the pauses from their mean, as a share of it: people post in bursts, a timer does not. */
const rhythmMost = 0.08
const madeName = /(?:\d{5,}|bot)$/iu

const giveaways = new Map(
  (await loadLanguages()).map((language) => {
    const index = new PhraseIndex<true>({}, language.stopWords)
    for (const phrase of language.telling.giveaway ?? []) index.add(phrase, true)
    return [language.id, index]
  }),
)

/**
 * Whether a message is noise, and why; undefined when it is work. Pure. What is grave is never noise, whatever was learned; and only what a
 * member taught speaks of somebody who asks or complains.
 */
export function judgeNoise(input: NoiseInput, lessons: readonly TaughtNoise[]): NoiseReason | undefined {
  const { assessment } = input
  if (isGrave(assessment)) return undefined
  if (isLike(input, lessons, false)) return undefined
  return byLesson(input, lessons) ?? (isWanting(assessment) ? undefined : byItself(input)) ?? copiesOf(input)
}

/** Danger, law, and what cannot wait until tomorrow. */
export function isGrave({ intent, urgency }: Assessment): boolean {
  return urgency >= 2 || intent.top === 'legal_threat' || isCrisis({ intent: intent.top, urgency, vulnerable: [] })
}

/** Somebody wants something of us, or is unhappy with us; what needs no reply wants nothing. */
function isWanting({ intent, sentiment, urgency }: Assessment): boolean {
  const isAsking = intent.top === 'question' || intent.top === 'lead'
  return urgency > 0 && (isAsking || isUnhappy({ intent: intent.top, sentiment: sentiment.class }))
}

function byLesson(input: NoiseInput, lessons: readonly TaughtNoise[]): NoiseReason | undefined {
  const alike = isLike(input, lessons, true)
  if (alike) return reason('text', { byId: alike.id })
  const ofAuthor = lessons.filter((lesson) => lesson.authorId === input.author.id)
  if (ofAuthor.every((lesson) => lesson.isNoise) && ofAuthor.length >= taughtAuthorFrom)
    return reason('author', { figure: ofAuthor.length })
  const words = namesakeWords(input, lessons)
  return words.length > 0 ? reason('words', { words }) : undefined
}

function isLike({ signature }: NoiseInput, lessons: readonly TaughtNoise[], isNoise: boolean): TaughtNoise | undefined {
  if (!signature) return undefined
  return lessons.find(
    (lesson) =>
      lesson.isNoise === isNoise && lesson.signature && likeness(signature, lesson.signature) >= taughtLikeFrom,
  )
}

/** Words that stood in what members called noise of this topic, and in nothing that they kept: the context of a namesake. */
function namesakeWords({ words, topicIds, text }: NoiseInput, lessons: readonly TaughtNoise[]): string[] {
  for (const topicId of topicIds) {
    const { given, learned } = contextWords(topicId, lessons)
    const said = new Set([...words, ...tokenise(text).tokens.map((token) => token.folded)])
    const hit = given.filter((word) => said.has(word))
    if (hit.length > 0) return hit
    const taught = learned.filter((word) => said.has(word))
    if (taught.length >= taughtWordsFrom) return taught
  }
  return []
}

/** What tells a namesake of this topic from us: words given by hand, and those of at least two lessons. */
export function contextWords(topicId: string, lessons: readonly NoiseLesson[]): { given: string[]; learned: string[] } {
  const here = lessons.filter((lesson) => lesson.topicId === topicId)
  const kept = new Set(here.filter((lesson) => !lesson.isNoise).flatMap((lesson) => lesson.words))
  const counts = new Map<string, number>()
  for (const lesson of here.filter((one) => one.isNoise && !one.isByHand))
    for (const word of lesson.words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const given = here.filter((lesson) => lesson.isByHand).flatMap((lesson) => lesson.words)
  const learned = [...counts].filter(([word, count]) => count >= taughtWordsFrom && !kept.has(word))
  return { given: [...new Set(given)], learned: learned.map(([word]) => word) }
}

function byItself(input: NoiseInput): NoiseReason | undefined {
  return giveawayOf(input) ?? advertisingOf(input) ?? jobOf(input) ?? botOf(input)
}

function giveawayOf({ text, assessment }: NoiseInput): NoiseReason | undefined {
  const read = tokenise(text)
  const hits = giveaways.get(assessment.lang)?.find(read) ?? []
  // Who won thanks us, and who asks for a code is asking.
  if (hits.length === 0 || assessment.intent.top === 'praise') return undefined
  const words = hits.map(({ places }) => {
    const [first, last] = [read.tokens[places[0] ?? 0], read.tokens[places.at(-1) ?? 0]]
    return text.slice(first?.start, last?.end)
  })
  return reason('giveaway', { words: [...new Set(words)].slice(0, 3) })
}

function advertisingOf({ assessment }: NoiseInput): NoiseReason | undefined {
  const { spam, intent } = assessment
  return spam >= advertisingFrom && intent.top === 'spam'
    ? reason('advertising', { figure: Math.round(spam * 100) })
    : undefined
}

/** An advertisement leads somewhere; somebody who asks us for work does not. */
function jobOf({ assessment, text, links, tags }: NoiseInput): NoiseReason | undefined {
  const isJob = assessment.intent.top === 'job' && (assessment.intent.p.job ?? 0) >= jobFrom
  const isAd = links.length > 0 || tags.length >= 2
  const asks = tokenise(text).sentences.some((sentence) => sentence.isQuestion)
  return isJob && isAd && !asks ? reason('job') : undefined
}

/** Five who want to buy in the same words want to sell; five who ask or complain in the same words mean it. */
export const neverCopies = ['question', 'complaint', 'legal_threat', 'crisis'] as const

function copiesOf({ copyAuthors, assessment, text }: NoiseInput): NoiseReason | undefined {
  const isMeant = isWanting(assessment) && neverCopies.some((intent) => intent === assessment.intent.top)
  const isArmy = copyAuthors >= copyAuthorsFrom && text.length >= copyLengthFrom
  return isArmy && !isMeant ? reason('copies', { figure: copyAuthors }) : undefined
}

function botOf({ author, now }: NoiseInput): NoiseReason | undefined {
  const share = madeName.test(author.handle) ? 0.5 : 1
  const lastHour = author.posts.filter((at) => now.getTime() - at.getTime() < hourMs).length
  if (lastHour >= botAnHour * share) return reason('bot', { figure: lastHour })
  const newest = author.posts.slice(0, Math.ceil(rhythmPosts * share))
  return newest.length >= Math.ceil(rhythmPosts * share) && isEven(newest) ? reason('bot') : undefined
}

function isEven(posts: readonly Date[]): boolean {
  const pauses = posts.slice(1).map((at, index) => (posts[index]?.getTime() ?? 0) - at.getTime())
  const mean = pauses.reduce((sum, pause) => sum + pause, 0) / pauses.length
  const deviation = Math.sqrt(pauses.reduce((sum, pause) => sum + (pause - mean) ** 2, 0) / pauses.length)
  return mean > 0 && deviation / mean < rhythmMost
}

function reason(kind: NoiseReason['kind'], rest: Partial<NoiseReason> = {}): NoiseReason {
  return { kind, words: [], back: null, ...rest }
}
