import type { Assessment, Reason } from '#domain/assessment.ts'
import type { Post } from '#domain/post.ts'
import type { Delta } from './delta.ts'
import { explainLearned, type LabelPulls } from './explain-learned.ts'
import { type IdentifiedLanguage, identifyLanguage } from './identify-language.ts'
import { judgeByRules, type RuleJudgement } from './judge-by-rules.ts'
import { judgeLearned } from './judge-learned.ts'
import { loadModels } from './load-models.ts'
import { markBrands } from './mark-brands.ts'
import { reasonsOf, shareOf, sumOf } from './pull.ts'
import { languages, weighable } from './read-post.ts'
import { type ReadText, tokenise } from './tokenise.ts'

/** Changes whenever the same post may be judged otherwise, so that an old assessment names what judged it. */
export const assessedBy = 'rules-3'

export type AssessedPost = Pick<Post, 'text'> & Partial<Pick<Post, 'title' | 'lang' | 'rating'>>
export type AssessOptions = {
  /** The names of the brand whose side we are on; they are neutral. */ brands: readonly string[]
  /** What the workspace taught by correcting, by language. */ deltas?: ReadonlyMap<string, Delta>
}

const models = loadModels()
const judged: ReadonlySet<string> = new Set([...models.keys(), ...languages.map(({ id }) => id)])

/**
 * What a post says about us: language, sentiment toward the brand, intent, urgency, anger, sarcasm and spam, each with
 * its reasons. Pure and offline: the same post gives the same assessment. Spans count in `text`; words of the title are
 * read too, but have no span. The weights of one label add up to its score before squashing: for the sentiment the
 * log-odds of positive against negative, for the intent the logit of the one that is named.
 */
export function assess(post: AssessedPost, options: AssessOptions): Assessment {
  const { labels, reasons } = judge(post, options)
  return { ...labels, reasons: reasons() }
}

/** The labels of a post; why, whoever wants to know may ask afterwards. */
export type Judged = { labels: Omit<Assessment, 'reasons'>; reasons: () => Reason[] }

/** As `assess`, for who only sorts: it takes a part of the time. */
export function judge(post: AssessedPost, { brands, deltas }: AssessOptions): Judged {
  const lead = post.title ? `${post.title}\n` : ''
  const read = markBrands(tokenise(lead + post.text), brands)
  const identified = identifyLanguage(read, judged, post.lang)
  const given = { read, lang: identified.lang, rating: post.rating, delta: deltas?.get(identified.lang) }
  const { pulls, by, isAssessed, ...said } = judgeWithModel(given) ?? judgeWithout(given)
  return {
    labels: { lang: identified.lang, langP: identified.p, isAssessed, ...said, by },
    reasons: () => inText([languageReason(identified), ...reasonsOfAll(pulls(), read)], lead.length),
  }
}

type Given = { read: ReadText; lang: string; rating: number | undefined; delta: Delta | undefined }
type Said = Omit<Assessment, 'lang' | 'langP' | 'reasons'> & { pulls: () => LabelPulls }

function judgeWithModel({ read, lang, rating, delta }: Given): Said | undefined {
  const model = models.get(lang)
  if (!model) return undefined
  const post = weighable(read, model)
  const learned = judgeLearned({ model, post, rating, delta })
  const { sentiment, intent, urgency, anger, sarcasm, spam } = learned
  return {
    ...{ isAssessed: true, sentiment, intent, urgency: urgency.urgency, anger, sarcasm, spam },
    by: [assessedBy, model.version, delta?.version].filter(Boolean).join('+'),
    pulls: () => explainLearned({ model, post, delta }, learned),
  }
}

/** Where nothing was learned, the rules and word lists speak alone. */
function judgeWithout({ read, lang, rating }: Given): Said {
  const language = languages.find((one) => one.id === lang)
  const judged = judgeByRules({ read, language, rating })
  const { sentiment, intent, urgency } = judged
  return {
    isAssessed: language !== undefined,
    sentiment: { class: sentiment.class, score: sentiment.score, p: sentiment.p },
    intent: { top: intent.top, p: intent.p },
    urgency: urgency.urgency,
    anger: shareOf(sumOf(judged.anger)),
    sarcasm: shareOf(sumOf(judged.sarcasm)),
    spam: shareOf(sumOf(judged.spam)),
    by: assessedBy,
    pulls: () => pullsOf(judged),
  }
}

function pullsOf({ sentiment, intent, urgency, anger, sarcasm, spam }: RuleJudgement): LabelPulls {
  return { sentiment: sentiment.pulls, intent: intent.pulls, urgency: urgency.pulls, anger, sarcasm, spam }
}

const explained = ['sentiment', 'intent', 'urgency', 'anger', 'sarcasm', 'spam'] as const

function reasonsOfAll(pulls: LabelPulls, read: ReadText): Reason[] {
  return explained.flatMap((label) => reasonsOf(label, pulls[label], read))
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
