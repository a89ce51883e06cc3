import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { RiskPart } from '#domain/risk-part.ts'
import { useFmt } from '#web/parts/fmt.ts'

/** One part of the sum as a few words. What a newer server says and these pages do not know is "something else". */
export function useRiskWords(): (part: RiskPart) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  const intentWords = useIntentWords()
  const vulnerableWords = useVulnerableWords()
  return ({ code, value = '', figure = 0 }) => {
    const count = fmt.int(figure)
    switch (code) {
      case 'intent':
        return intentWords(value)
      case 'urgency':
        return figure >= 3 ? t`somebody must look now` : t`should be answered today`
      case 'anger':
        return t`sounds angry`
      case 'negative':
        return t`is negative about us`
      case 'vulnerable':
        return vulnerableWords(value)
      case 'press':
        return t`the press`
      case 'vip':
        return t`marked as somebody to answer with care`
      case 'complains_again':
        return t`complained ${count} times before, in 90 days`
      case 'followers':
        return t`${count} followers`
      case 'spread':
        return t`${count} reposts and replies`
      case 'alike':
        return t`${count} alike within 6 hours`
      case 'replies':
        return t`${plural(figure, { one: '# message in the last hour', other: '# messages in the last hour' })}`
      case 'spreading':
        return t`spreads: ${count} reposts and replies an hour`
      case 'promise':
        if (figure < 0) return t`the promise is past`
        return figure < 15 ? t`less than 15 minutes of the promise left` : t`less than an hour of the promise left`
      case 'raised':
        return t`a promise in danger raised it`
      case 'crisis':
        return t`what may be a crisis stands on top`
    }
  }
}

function useIntentWords(): (intent: string) => string {
  const { t } = useLingui()
  return (intent) => {
    switch (intent) {
      case 'crisis':
        return t`may be a crisis`
      case 'legal_threat':
        return t`threatens with the law`
      case 'complaint':
        return t`complains`
      case 'question':
        return t`asks something`
      case 'lead':
        return t`wants to buy`
      default:
        return t`it is not clear what is wanted`
    }
  }
}

function useVulnerableWords(): (vulnerable: string) => string {
  const { t } = useLingui()
  return (vulnerable) => {
    switch (vulnerable) {
      case 'child':
        return t`speaks of a child`
      case 'elderly':
        return t`speaks of somebody old`
      case 'medical':
        return t`speaks of illness or care`
      case 'selfharm':
        return t`may be thinking of harming themselves`
      default:
        return t`people may be in danger`
    }
  }
}
