import { useLingui } from '@lingui/react/macro'
import type { Ground } from './reasons.ts'
import { useIntentName } from './words.ts'

/** One reason as a few words. A code that is not known here shows the words it rests on. */
export function useGround(): (ground: Ground) => string {
  const { t } = useLingui()
  const intentName = useIntentName()
  return ({ code, value, words }) => {
    const quoted = words.map((word) => `“${word}”`).join(', ')
    switch (code) {
      case 'rating':
        return t`a rating of ${value} out of 5`
      case 'question_mark':
        return t`a question mark`
      case 'question_word':
        return t`the question word ${quoted}`
      case 'caps':
        return t`capitals: ${quoted}`
      case 'exclamation':
        return t`exclamation marks`
      case 'anger':
        return t`how angry it sounds`
      case 'sentiment':
        return t`its tone`
      case 'dissatisfied':
        return t`how dissatisfied it sounds`
      case 'intent':
      case 'company': {
        const wanted = intentName(value as Parameters<typeof intentName>[0]).toLocaleLowerCase()
        return quoted || (wanted ? t`what is wanted: ${wanted}` : t`nothing is wanted of you`)
      }
      case 'sarcasm':
      case 'praise_beside_failure':
        return t`praise next to something that went wrong`
      case 'headline':
        return t`it reads like a headline`
      case 'links':
        return t`its links`
      case 'tags':
        return t`its many hashtags`
      case 'negated':
        return quoted ? t`the negation in ${quoted}` : t`a negation`
      case 'aside':
        return t`words that are not about us`
      case 'corrected':
        return t`${quoted}, as you corrected before`
      case 'corrections':
        return t`what you corrected before`
      case 'level':
        return t`posts like this one`
      case 'opinion':
        return value ? t`a second opinion: “${value}”` : t`a second opinion`
      case 'beats':
        return t`it weighs more than the other readings`
      default:
        return quoted || value || t`a rule`
    }
  }
}
