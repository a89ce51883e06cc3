import { useLingui } from '@lingui/react/macro'
import type { Label, Urgency } from '#domain/assessment.ts'
import { useSentimentName } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useIntentName } from './words.ts'

/** The name of a label, as the head of its line. */
export function useLabelName(): (label: Label) => string {
  const { t } = useLingui()
  return (label) => {
    switch (label) {
      case 'language':
        return t`Language`
      case 'sentiment':
        return t`Tone`
      case 'intent':
        return t`Wants`
      case 'urgency':
        return t`Urgency`
      case 'anger':
        return t`Anger`
      case 'sarcasm':
        return t`Sarcasm`
      case 'spam':
        return t`Spam`
    }
  }
}

/** What a label says, in words: of the tone "negative", of the urgency what to do. The keys are those that corrections keep. */
export function useLabelWord(): (label: Label, word: string) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  const nameOf = useSentimentName()
  const intentName = useIntentName()
  const urgencyName = useUrgencyName()
  return (label, word) => {
    switch (label) {
      case 'language':
        return word === 'und' || word === '' ? t`unknown` : fmt.language(word)
      case 'sentiment':
        return nameOf(word as Parameters<typeof nameOf>[0])
      case 'intent':
        if (word === 'unsure') return t`Unclear`
        return intentName(word as Parameters<typeof intentName>[0]) || t`Something else`
      case 'urgency':
        return urgencyName(Number(word) as Urgency)
      case 'anger':
        return word === 'yes' ? t`Angry` : t`Not angry`
      case 'sarcasm':
        return word === 'yes' ? t`Sarcastic` : t`Not sarcastic`
      case 'spam':
        return word === 'yes' ? t`Spam` : t`No spam`
    }
  }
}

function useUrgencyName(): (urgency: Urgency) => string {
  const { t } = useLingui()
  return (urgency) => {
    switch (urgency) {
      case 0:
        return t`No reply needed`
      case 1:
        return t`Answer in opening hours`
      case 2:
        return t`Answer today`
      case 3:
        return t`Somebody must look now`
    }
  }
}
