import type { Message } from '#api/contract/shapes.ts'
import type { Correction, CorrectionChange } from '#domain/correction.ts'

type Seen = Pick<Message, 'assessment' | 'correction' | 'correctedBy' | 'corrections'>
type Assessment = NonNullable<Message['assessment']>

/** How a message looks with a change that the server has not answered yet. What is taken back shows when it has. */
export function layCorrection(message: Seen, change: CorrectionChange): Partial<Seen> {
  const { assessment } = message
  if (!assessment) return {}
  return { assessment: laid(assessment, change), correction: merged(message.correction, change) }
}

function laid(assessment: Assessment, change: CorrectionChange): Assessment {
  const { sentiment, intent, urgency, lang, notSo } = change
  const isUnsure = (label: typeof notSo): boolean => notSo === label
  return {
    ...assessment,
    lang: lang ?? (isUnsure('language') ? 'und' : assessment.lang),
    sentiment: sentiment
      ? { ...assessment.sentiment, class: sentiment }
      : isUnsure('sentiment')
        ? { class: 'unsure', score: 0, p: 0 }
        : assessment.sentiment,
    intent: intent
      ? { top: intent, p: { [intent]: 1 } }
      : isUnsure('intent')
        ? { top: 'unsure', p: {} }
        : assessment.intent,
    urgency: urgency ?? assessment.urgency,
    anger: shareOf(change.anger, assessment.anger),
    sarcasm: shareOf(change.sarcasm, assessment.sarcasm),
    spam: shareOf(change.spam, assessment.spam),
  }
}

function shareOf(said: boolean | null | undefined, before: number): number {
  return said === undefined || said === null ? before : Number(said)
}

function merged(before: Correction | null, { notSo, notBecause, because: _, ...said }: CorrectionChange): Correction {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
  return {
    ...before,
    ...given,
    ...(notSo && { notSo: [...(before?.notSo ?? []), notSo] }),
    ...(notBecause && { notBecause: [...(before?.notBecause ?? []), notBecause] }),
  }
}

/** What takes a change back: each label that it said is said no more. */
export function takenBack(change: CorrectionChange): CorrectionChange {
  const { notSo, notBecause, because, ...said } = change
  const labels = Object.keys(said).concat(notSo ? [notSo === 'language' ? 'lang' : notSo] : [])
  return {
    ...Object.fromEntries(labels.map((label) => [label, null])),
    ...(notBecause && { because: notBecause }),
    ...(because && { notBecause: because }),
  }
}
