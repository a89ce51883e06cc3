import type { Label } from '#domain/assessment.ts'
import type { CorrectionChange, SaidIntent } from '#domain/correction.ts'
import { sentimentsToChoose } from './sentiment-choices.ts'

/** Those that are heard most; the network names the others. */
const languagesToChoose = ['nl', 'en', 'de', 'fr', 'fy', 'af', 'es', 'pt', 'it', 'pl', 'tr', 'uk', 'ar', 'ja'] as const
const yesAndNo = ['yes', 'no'] as const

/** What most say first. */
export const intentsToChoose = [
  ...(['complaint', 'question', 'praise', 'lead', 'news', 'job', 'legal_threat', 'crisis', 'spam', 'other'] as const),
] satisfies readonly SaidIntent[]

/** What a person can say a label is, in the words that corrections keep. */
export function choicesOf(label: Label): readonly string[] {
  switch (label) {
    case 'language':
      return languagesToChoose
    case 'sentiment':
      return sentimentsToChoose
    case 'intent':
      return intentsToChoose
    case 'urgency':
      return ['3', '2', '1', '0']
    case 'anger':
    case 'sarcasm':
    case 'spam':
      return yesAndNo
  }
}

/** The change that says so; null takes back what was said last. */
export function changeOf(label: Label, word: string | null): CorrectionChange {
  const key = label === 'language' ? 'lang' : label
  if (word === null) return { [key]: null }
  if (label === 'urgency') return { urgency: Number(word) as CorrectionChange['urgency'] }
  if (label === 'anger' || label === 'sarcasm' || label === 'spam') return { [label]: word === 'yes' }
  return { [key]: word }
}

/** Of these one may say "not so" without knowing better. */
export function isOpenLabel(label: Label): label is 'language' | 'sentiment' | 'intent' {
  return label === 'language' || label === 'sentiment' || label === 'intent'
}
