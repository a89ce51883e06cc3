import type { Assessment, Intent, Reason } from '#domain/assessment.ts'
import type { Post } from '#domain/post.ts'
import { type CompiledLanguage, compileLanguage } from './compile-language.ts'
import { gatherEvidence, noEvidence } from './gather-evidence.ts'
import { type IdentifiedLanguage, identifyLanguage } from './identify-language.ts'
import { asideIntent, type JudgedIntent, pullDenial, pullIntents, settleIntent } from './judge-intent.ts'
import { type JudgedSentiment, pullSentiment, settleSentiment } from './judge-sentiment.ts'
import { pullAnger, pullSarcasm, pullSpam } from './judge-tone.ts'
import { judgeUrgency } from './judge-urgency.ts'
import { loadLanguages } from './load-languages.ts'
import { markBrands } from './mark-brands.ts'
import { type Pull, reasonsOf, shareOf, sumOf } from './pull.ts'
import { type ReadText, tokenise } from './tokenise.ts'

/** Changes whenever the same post may be judged otherwise, so that an old assessment names what judged it. */
export const assessedBy = 'rules-1'

export type AssessedPost = Pick<Post, 'text'> & Partial<Pick<Post, 'title' | 'lang' | 'rating'>>
export type AssessOptions = {
  /** The names of the brand whose side we are on; they are neutral. */ brands: readonly string[]
}

const languages: readonly CompiledLanguage[] = (await loadLanguages()).map(compileLanguage)

/**
 * What a post says about us: language, sentiment toward the brand, intent, urgency, anger, sarcasm and spam, each with
 * its reasons. Pure and offline: the same post gives the same assessment. Spans count in `text`; words of the title are
 * read too, but have no span. The weights of one label add up to its score before squashing.
 */
export function assess(post: AssessedPost, { brands }: AssessOptions): Assessment {
  const lead = post.title ? `${post.title}\n` : ''
  const read = markBrands(tokenise(lead + post.text), brands)
  const identified = identifyLanguage(read, languages, post.lang)
  const language = languages.find((one) => one.id === identified.lang)
  const judged = judge({ read, language, rating: post.rating })
  return {
    lang: identified.lang,
    langP: identified.p,
    isAssessed: language !== undefined,
    sentiment: { class: judged.sentiment.class, score: judged.sentiment.score, p: judged.sentiment.p },
    intent: { top: judged.intent.top, p: judged.intent.p },
    urgency: judged.urgency.urgency,
    anger: shareOf(sumOf(judged.anger)),
    sarcasm: shareOf(sumOf(judged.sarcasm)),
    spam: shareOf(sumOf(judged.spam)),
    reasons: inText([languageReason(identified), ...reasonsOfAll(judged)], lead.length),
    by: assessedBy,
  }
}

type Judged = {
  sentiment: JudgedSentiment
  intent: JudgedIntent
  urgency: ReturnType<typeof judgeUrgency>
  anger: readonly Pull[]
  sarcasm: readonly Pull[]
  spam: readonly Pull[]
}

type JudgeInput = { read: ReadText; language: CompiledLanguage | undefined; rating: number | undefined }

function judge({ read, language, rating }: JudgeInput): Judged {
  const evidence = language ? gatherEvidence(read, language) : noEvidence
  const first = pullSentiment({ read, language, evidence, rating })
  const sarcasm = pullSarcasm({ read, language, evidence, sentiment: first })
  const spam = pullSpam({ read, language, evidence, sentiment: first })
  const intents = pullIntents({ read, language, evidence })
  if (spam.length > 0) intents.spam.push({ code: 'spam', weight: Math.min(sumOf(spam) * 2.2, 4.5), spans: [] })
  const aside = asideIntent(intents)
  const felt = language ? [...first, ...pullDenial({ read, language, intents, sentiment: first })] : first
  const sentiment = settleSentiment(turnedByContext({ pulls: felt, sarcasm, aside, rating }), evidence)
  const settled = settleIntent(intents, sumOf(sentiment.pulls))
  const anger = pullAnger({ read, language, evidence, sentiment: sentiment.pulls })
  const urgency = judgeUrgency({ read, evidence, intent: settled.top, anger: shareOf(sumOf(anger)) })
  const sure = language
    ? { sentiment, intent: settled }
    : unassessed({ sentiment, intent: settled, hasRating: rating !== undefined })
  return { ...sure, urgency, anger, sarcasm, spam }
}

type Context = {
  pulls: readonly Pull[]
  sarcasm: readonly Pull[]
  aside: Intent | undefined
  rating: number | undefined
}

/** Sarcasm turns praise around; in advertising, vacancies, headlines and requests for offers, feelings are seldom about us. */
function turnedByContext({ pulls, sarcasm, aside, rating }: Context): readonly Pull[] {
  const turned = [...pulls]
  const praise = sumOf(pulls.filter((pull) => pull.weight > 0 && pull.code !== 'rating'))
  if (praise > 0 && sumOf(sarcasm) > 0.5)
    turned.push({ code: 'sarcasm', weight: -1.4 * praise, spans: sarcasm.flatMap((pull) => pull.spans) })
  if (aside === undefined || rating !== undefined) return turned
  const sum = sumOf(turned)
  const kept = sum > 0 ? (asideKeeps[aside] ?? 1) : ((asideKeeps[aside] ?? 1) + 1) / 2
  if (sum !== 0 && kept !== 1) turned.push({ code: 'aside', value: aside, weight: sum * (kept - 1), spans: [] })
  return turned
}

/** What is left of good feeling in a post that is about something else; of bad feeling half of the rest is lost. */
const asideKeeps: Partial<Record<Intent, number>> = { spam: 0, lead: 0.25, job: 0, news: 0.35, question: 0.5 }

type Sure = { sentiment: JudgedSentiment; intent: JudgedIntent }

/** A language we do not speak is never guessed at: only stars and strong emoji speak, and the intent stays open. */
function unassessed({ sentiment, intent, hasRating }: Sure & { hasRating: boolean }): Sure {
  const isPlain = hasRating && sentiment.class !== 'neutral'
  return {
    sentiment: isPlain ? sentiment : { ...sentiment, class: 'unsure' },
    intent: { ...intent, top: 'unsure' },
  }
}

function reasonsOfAll(judged: Judged): Reason[] {
  return [
    ...reasonsOf('sentiment', judged.sentiment.pulls),
    ...reasonsOf('intent', judged.intent.pulls),
    ...reasonsOf('urgency', judged.urgency.pulls),
    ...reasonsOf('anger', judged.anger),
    ...reasonsOf('sarcasm', judged.sarcasm),
    ...reasonsOf('spam', judged.spam),
  ]
}

function languageReason({ lang, p, by }: IdentifiedLanguage): Reason {
  return { label: 'language', code: by, value: lang, weight: p, spans: [] }
}

/** Spans as places in the text: those in the title are dropped. */
function inText(reasons: readonly Reason[], leadLength: number): Reason[] {
  if (leadLength === 0) return [...reasons]
  return reasons.map((reason) => ({
    ...reason,
    spans: reason.spans
      .filter(([start]) => start >= leadLength)
      .map(([start, end]): [number, number] => [start - leadLength, end - leadLength]),
  }))
}
