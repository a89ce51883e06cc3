import { useLingui } from '@lingui/react/macro'
import type { LearnedVersion } from '#api/contract/learned-routes.ts'

export type Head = LearnedVersion['figures'][number]['head']

/** What is learned, as a label is named. */
export function useHeadName(): (head: Head) => string {
  const { t } = useLingui()
  return (head) => {
    switch (head) {
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
    }
  }
}

/** One class of it, in words. A class of a later version is shown as it is. */
export function useClassName(): (head: Head | undefined, name: string | undefined) => string {
  const { t } = useLingui()
  const headName = useHeadName()
  return (head, name = '') => {
    const words: Record<string, string> = {
      negative: t`negative`,
      neutral: t`neutral`,
      positive: t`positive`,
      question: t`a question`,
      complaint: t`a complaint`,
      praise: t`a compliment`,
      lead: t`to buy`,
      news: t`news`,
      spam: t`spam`,
      legal_threat: t`a legal threat`,
      job: t`a job`,
      crisis: t`a crisis`,
      other: t`something else`,
      '0': t`no reply needed`,
      '1': t`in opening hours`,
      '2': t`today`,
      '3': t`now`,
      angry: t`angry`,
      sarcastic: t`sarcastic`,
    }
    return `${head ? headName(head) : ''}: ${words[name] ?? name}`
  }
}
