import { z } from 'zod'
import { type Assessment, type Intent, intents, type Label, labels, type Reason, type Sentiment } from './assessment.ts'

/** Labels of which one may say "not so" without saying what it is instead: they become "unsure". */
export const openLabels = ['language', 'sentiment', 'intent'] as const
export type OpenLabel = (typeof openLabels)[number]

const saidShape = {
  lang: z.string().min(2).max(35),
  sentiment: z.enum(['negative', 'neutral', 'positive', 'mixed']),
  intent: z.enum(intents).exclude(['unsure']),
  urgency: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  anger: z.boolean(),
  sarcasm: z.boolean(),
  spam: z.boolean(),
}

/** A reason that a person struck: the label does not rest on it any more. */
export const struckReasonSchema = z.object({
  label: z.enum(labels),
  code: z.string().max(60),
  value: z.string().max(200).optional(),
})
export type StruckReason = z.infer<typeof struckReasonSchema>

/** What people said instead, as it stands now: only the labels that were changed. It wins over every later assessment. */
export const correctionSchema = z
  .object({
    ...saidShape,
    notSo: z.array(z.enum(openLabels)),
    notBecause: z.array(struckReasonSchema),
  })
  .partial()
export type Correction = z.infer<typeof correctionSchema>

const nullable = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().optional()

/** What a person changes at once: a label is this, or (null) what was said last of it is taken back. */
export const correctionChangeSchema = z.object({
  lang: nullable(saidShape.lang),
  sentiment: nullable(saidShape.sentiment),
  intent: nullable(saidShape.intent),
  urgency: nullable(saidShape.urgency),
  anger: nullable(saidShape.anger),
  sarcasm: nullable(saidShape.sarcasm),
  spam: nullable(saidShape.spam),
  /** This label is not so, without saying what it is. */
  notSo: z.enum(openLabels).optional(),
  /** This reason is none; `because` takes that back. */
  notBecause: struckReasonSchema.optional(),
  because: struckReasonSchema.optional(),
})
export type CorrectionChange = z.infer<typeof correctionChangeSchema>

/** One thing that a person said of one label. `value` is the label in words (`negative`, `3`, `yes`, `nl`). */
export type Said =
  | { kind: 'is'; label: Label; value: string }
  | { kind: 'not'; label: OpenLabel }
  | { kind: 'not_because'; label: Label; reason: StruckReason }
export const saidKinds = ['is', 'not', 'not_because'] as const

const keyOf = {
  language: 'lang',
  sentiment: 'sentiment',
  intent: 'intent',
  urgency: 'urgency',
  anger: 'anger',
  sarcasm: 'sarcasm',
  spam: 'spam',
} as const satisfies Record<Label, keyof CorrectionChange>

/** What a change says, and of which labels it takes back the last word. */
export function readChange(change: CorrectionChange): {
  says: Said[]
  takesBack: Label[]
  because: StruckReason | undefined
} {
  const says: Said[] = []
  const takesBack: Label[] = []
  for (const label of labels) {
    const value = change[keyOf[label]]
    if (value === null) takesBack.push(label)
    else if (value !== undefined) says.push({ kind: 'is', label, value: wordOf(value) })
  }
  if (change.notSo) says.push({ kind: 'not', label: change.notSo })
  if (change.notBecause) says.push({ kind: 'not_because', label: change.notBecause.label, reason: change.notBecause })
  return { says, takesBack, because: change.because }
}

function wordOf(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** What stands when all of this was said, in this order: of each label the last word, and every struck reason. */
export function standing(said: readonly Said[]): Correction | null {
  const values: Record<string, unknown> = {}
  const notSo = new Set<OpenLabel>()
  const notBecause: StruckReason[] = []
  for (const one of said) {
    if (one.kind === 'not_because') notBecause.push(one.reason)
    else if (one.kind === 'not') {
      delete values[keyOf[one.label]]
      notSo.add(one.label)
    } else {
      values[keyOf[one.label]] = saidValue(one.label, one.value)
      notSo.delete(one.label as OpenLabel)
    }
  }
  if (said.length === 0) return null
  return correctionSchema.parse({
    ...values,
    ...(notSo.size > 0 && { notSo: [...notSo] }),
    ...(notBecause.length > 0 && { notBecause }),
  })
}

function saidValue(label: Label, word: string): string | number | boolean {
  if (label === 'urgency') return Number(word)
  return label === 'anger' || label === 'sarcasm' || label === 'spam' ? word === 'yes' : word
}

/** From this share on a tone is said to be there. */
export const tonePresentFrom = 0.5

/** One label of an assessment as a word, as corrections keep it. */
export function labelWord(assessment: Assessment, label: Label): string {
  switch (label) {
    case 'language':
      return assessment.lang
    case 'sentiment':
      return assessment.sentiment.class
    case 'intent':
      return assessment.intent.top
    case 'urgency':
      return String(assessment.urgency)
    case 'anger':
    case 'sarcasm':
    case 'spam':
      return assessment[label] >= tonePresentFrom ? 'yes' : 'no'
  }
}

/** The assessment as people see it: corrections laid over what triage said. */
export function corrected(assessment: Assessment, correction: Correction | null | undefined): Assessment {
  if (!correction) return assessment
  const { lang, sentiment, intent, urgency, notSo = [], notBecause = [] } = correction
  const left = withoutReasons(assessment, notBecause)
  return {
    ...left,
    lang: lang ?? (notSo.includes('language') ? 'und' : left.lang),
    sentiment: sentiment
      ? { class: sentiment, score: scoreOf[sentiment], p: 1 }
      : notSo.includes('sentiment')
        ? { class: 'unsure', score: 0, p: 0 }
        : left.sentiment,
    intent: intent
      ? { top: intent, p: { [intent]: 1 } }
      : notSo.includes('intent')
        ? { top: 'unsure', p: {} }
        : left.intent,
    urgency: urgency ?? left.urgency,
    anger: shareFor(correction.anger, left.anger),
    sarcasm: shareFor(correction.sarcasm, left.sarcasm),
    spam: shareFor(correction.spam, left.spam),
  }
}

const scoreOf = { negative: -1, neutral: 0, mixed: 0, positive: 1 } as const

function shareFor(said: boolean | undefined, share: number): number {
  return said === undefined ? share : Number(said)
}

/**
 * A label that rested on the struck reasons falls: tone and intent become unsure, anger, sarcasm and spam are not there. Urgency and
 * language stay until somebody says what they are: nothing lowers an alarm by itself.
 */
function withoutReasons(assessment: Assessment, struck: readonly StruckReason[]): Assessment {
  if (struck.length === 0) return assessment
  const falls = (label: Label): boolean =>
    struck.some((one) => one.label === label) && !isCarried(assessment, { label, struck })
  return {
    ...assessment,
    sentiment: falls('sentiment') ? { class: 'unsure', score: 0, p: 0 } : assessment.sentiment,
    intent: falls('intent') ? { top: 'unsure', p: {} } : assessment.intent,
    anger: falls('anger') ? 0 : assessment.anger,
    sarcasm: falls('sarcasm') ? 0 : assessment.sarcasm,
    spam: falls('spam') ? 0 : assessment.spam,
  }
}

type Carried = { label: Label; struck: readonly StruckReason[] }

/** Whether what is left still pulls towards the label. For the tone, weights below zero pull towards negative. */
function isCarried(assessment: Assessment, { label, struck }: Carried): boolean {
  const left = assessment.reasons.filter((reason) => reason.label === label && !isStruck(reason, struck))
  const sum = left.reduce((all, { weight }) => all + weight, 0)
  if (label !== 'sentiment') return sum > 0
  switch (assessment.sentiment.class) {
    case 'positive':
      return sum > 0
    case 'negative':
      return sum < 0
    case 'neutral':
    case 'mixed':
    case 'unsure':
      return true
  }
}

export function isStruck(reason: Pick<Reason, 'label' | 'code' | 'value'>, struck: readonly StruckReason[]): boolean {
  return struck.some((one) => one.label === reason.label && one.code === reason.code && one.value === reason.value)
}

export type SaidSentiment = Exclude<Sentiment, 'unsure'>
export type SaidIntent = Exclude<Intent, 'unsure'>
