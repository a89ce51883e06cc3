import type { Intent } from '#domain/assessment.ts'
import type { CompiledLanguage } from './compile-language.ts'
import { type Evidence, gatherEvidence, noEvidence } from './gather-evidence.ts'
import { asideIntent, type JudgedIntent, pullDenial, pullIntents, settleIntent } from './judge-intent.ts'
import { type JudgedSentiment, pullSentiment, settleSentiment } from './judge-sentiment.ts'
import { pullAnger, pullSarcasm, pullSpam } from './judge-tone.ts'
import { judgeUrgency } from './judge-urgency.ts'
import { nowhere, type Pull, shareOf, sumOf } from './pull.ts'
import type { ReadText } from './tokenise.ts'

/** What rules and word lists make of a post by themselves: evidence for what was learned, and the last word where nothing was. */
export type RuleJudgement = {
  sentiment: JudgedSentiment
  intent: JudgedIntent
  urgency: ReturnType<typeof judgeUrgency>
  anger: readonly Pull[]
  sarcasm: readonly Pull[]
  spam: readonly Pull[]
  evidence: Evidence
}

export type JudgeInput = { read: ReadText; language: CompiledLanguage | undefined; rating: number | undefined }

export function judgeByRules({ read, language, rating }: JudgeInput): RuleJudgement {
  const evidence = language ? gatherEvidence(read, language) : noEvidence
  const first = pullSentiment({ read, language, evidence, rating })
  const sarcasm = pullSarcasm({ read, language, evidence, sentiment: first })
  const spam = pullSpam({ read, language, evidence, sentiment: first })
  const intents = pullIntents({ read, language, evidence })
  if (spam.length > 0) intents.spam.push({ code: 'spam', weight: Math.min(sumOf(spam) * 2.2, 4.5), places: nowhere })
  const aside = asideIntent(intents)
  const felt = language ? [...first, ...pullDenial({ read, language, intents, sentiment: first })] : first
  const sentiment = settleSentiment(turnedByContext({ pulls: felt, sarcasm, aside, rating }), evidence)
  const settled = settleIntent(intents, sumOf(sentiment.pulls))
  const anger = pullAnger({ read, language, evidence, sentiment: sentiment.pulls })
  const urgency = judgeUrgency({ evidence, intent: settled.top, from: { anger: shareOf(sumOf(anger)) } })
  const sure = language
    ? { sentiment, intent: settled }
    : unassessed({ sentiment, intent: settled, hasRating: rating !== undefined })
  return { ...sure, urgency, anger, sarcasm, spam, evidence }
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
    turned.push({ code: 'sarcasm', weight: -1.4 * praise, places: sarcasm.flatMap((pull) => pull.places) })
  if (aside === undefined || rating !== undefined) return turned
  const sum = sumOf(turned)
  const kept = sum > 0 ? (asideKeeps[aside] ?? 1) : ((asideKeeps[aside] ?? 1) + 1) / 2
  if (sum !== 0 && kept !== 1) turned.push({ code: 'aside', value: aside, weight: sum * (kept - 1), places: nowhere })
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
