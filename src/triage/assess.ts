import type { Assessment, Reason } from '#domain/assessment.ts'
import type { Post } from '#domain/post.ts'
import { type IdentifiedLanguage, identifyLanguage } from './identify-language.ts'
import { judgeByRules, type RuleJudgement } from './judge-by-rules.ts'
import { judgeLearned, type LearnedJudgement } from './judge-learned.ts'
import { loadModels } from './load-models.ts'
import { markBrands } from './mark-brands.ts'
import type { Model } from './model.ts'
import { type Pull, reasonsOf, shareOf, sumOf } from './pull.ts'
import { languages, weighable } from './read-post.ts'
import { type ReadText, tokenise } from './tokenise.ts'

/** Changes whenever the same post may be judged otherwise, so that an old assessment names what judged it. */
export const assessedBy = 'rules-2'

export type AssessedPost = Pick<Post, 'text'> & Partial<Pick<Post, 'title' | 'lang' | 'rating'>>
export type AssessOptions = {
  /** The names of the brand whose side we are on; they are neutral. */ brands: readonly string[]
}

const models = loadModels()

/**
 * What a post says about us: language, sentiment toward the brand, intent, urgency, anger, sarcasm and spam, each with
 * its reasons. Pure and offline: the same post gives the same assessment. Spans count in `text`; words of the title are
 * read too, but have no span. The weights of one label add up to its score before squashing: for the sentiment the
 * log-odds of positive against negative, for the intent the logit of the one that is named.
 */
export function assess(post: AssessedPost, { brands }: AssessOptions): Assessment {
  const lead = post.title ? `${post.title}\n` : ''
  const read = markBrands(tokenise(lead + post.text), brands)
  const identified = identifyLanguage(read, languages, post.lang)
  const language = languages.find((one) => one.id === identified.lang)
  const model = models.get(identified.lang)
  const { rating } = post
  const judged = model
    ? judgeWithModel({ read, model, rating })
    : judgeWithout(judgeByRules({ read, language, rating }))
  return {
    lang: identified.lang,
    langP: identified.p,
    isAssessed: language !== undefined || model !== undefined,
    sentiment: { class: judged.sentiment.class, score: judged.sentiment.score, p: judged.sentiment.p },
    intent: { top: judged.intent.top, p: judged.intent.p },
    urgency: judged.urgency.urgency,
    anger: judged.anger,
    sarcasm: judged.sarcasm,
    spam: judged.spam,
    reasons: inText([languageReason(identified), ...judged.reasons], lead.length),
    by: model ? `${assessedBy}+${model.version}` : assessedBy,
  }
}

type Judged = Pick<LearnedJudgement, 'sentiment' | 'intent' | 'urgency' | 'anger' | 'sarcasm' | 'spam'> & {
  reasons: Reason[]
}
type Given = {
  read: ReadText
  model: Model
  rating: number | undefined
}

function judgeWithModel({ read, model, rating }: Given): Judged {
  const { rules, post } = weighable(read, model)
  const learned = judgeLearned({ model, rules, post, rating })
  const pulls = { ...learned, anger: learned.angerPulls, sarcasm: learned.sarcasmPulls, spam: learned.spamPulls }
  return { ...learned, reasons: reasonsOfAll(pulls) }
}

/** Where nothing was learned, the rules and word lists speak alone. */
function judgeWithout(judged: RuleJudgement): Judged {
  return {
    ...judged,
    anger: shareOf(sumOf(judged.anger)),
    sarcasm: shareOf(sumOf(judged.sarcasm)),
    spam: shareOf(sumOf(judged.spam)),
    reasons: reasonsOfAll(judged),
  }
}

type Pulls = {
  sentiment: { pulls: readonly Pull[] }
  intent: { pulls: readonly Pull[] }
  urgency: { pulls: readonly Pull[] }
  anger: readonly Pull[]
  sarcasm: readonly Pull[]
  spam: readonly Pull[]
}

function reasonsOfAll(judged: Pulls): Reason[] {
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
